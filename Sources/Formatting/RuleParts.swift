import Syntax

extension PartCollector {
    /// Adds a rule part by part.
    mutating func add(_ item: RuleDeclaration) {
        mark("rule")
        add(item.name)
        add(item.condition)
        add(item.decision)
        add(item.outcome)
        for requirement in item.requirements {
            mark("requirement")
            add(requirement.name)
            add(requirement.condition)
        }
        for waiver in item.waivers {
            mark("waiver")
            add(target: waiver.target)
            add(waiver.requirement)
        }
        add(precedences: item.precedences, readings: item.readings)
    }

    /// Adds a duty or one of its kin part by part.
    mutating func add(_ item: NormDeclaration) {
        mark("norm \(item.kind)")
        add(item.name)
        add(item.bearer)
        add(item.counterparty)
        add(item.content)
        add(item.condition)
        switch item.deadline {
        case .wording(let wording): add(wording)
        case .value(let value): add(value)
        case nil: mark("no deadline")
        }
        add(item.amount)
        add(item.unstated)
        add(item.computed)
        if let recurrence = item.recurrence { parts.append(.recurrence(recurrence)) } else { mark("once") }
        add(precedences: item.precedences, readings: item.readings)
    }

    /// Adds a decision table part by part.
    mutating func add(_ item: TableDeclaration) {
        mark("table \(item.policy) \(item.inputs.count) \(item.outputs.count)")
        add(item.name)
        add(item.label)
        add(item.type)
        for input in item.inputs { add(input) }
        for output in item.outputs { add(column: output, [.clause]) }
        add(rows: item.rows)
    }

    /// The head of an output column, where some words are read as words of the language.
    private mutating func add(column path: [Name], _ keywords: Set<Keyword>) {
        guard path.count == 1, let keyword = Lexicon.words[path[0].text], keywords.contains(keyword) else { return add(path: path) }
        parts.append(.keywordColumn(path[0]))
    }

    /// Adds a reference table part by part.
    mutating func add(_ item: ReferenceDeclaration) {
        mark("reference partial: \(item.isPartial)")
        add(item.name)
        add(item.label)
        add(item.source)
        add(typed: item.keys)
        add(item.latest)
        add(typed: item.columns)
        add(item.until)
    }

    /// Adds an interpretation part by part.
    mutating func add(_ item: InterpretationDeclaration) {
        mark("interpretation \(item.readings.count)")
        add(item.name)
        add(item.issue)
        add(clauses: item.clauses)
        for reading in item.readings {
            mark("reading adopted: \(reading.isAdopted)")
            add(reading.name)
            add(reading.label)
            add(reading.reason)
            guard let bears = reading.bears else {
                mark("bears what it bears")
                continue
            }
            mark("bears \(bears.count)")
            for norm in bears {
                mark("\(norm.kind)")
                add(norm.name)
            }
        }
    }

    /// Adds a test part by part.
    mutating func add(_ item: TestDeclaration) {
        mark("test \(item.assignments.count) \(item.expectations.count)")
        add(item.label)
        add(item.asOf)
        add(item.asOfTime)
        for assignment in item.assignments {
            add(path: assignment.path)
            add(assignment.value)
        }
        for expectation in item.expectations {
            add(expectation.decision)
            add(expectation.result)
            add(expectation.side)
            add(clauses: expectation.grounds)
            add(clauses: expectation.allGrounds)
            add(expectation.usual)
        }
        for norm in item.norms {
            mark("norm \(norm.kind) \(norm.applies)")
            add(norm.name)
            add(norm.deadline)
            add(norm.amount)
        }
        add(precedences: [], readings: item.readings)
        guard let examples = item.examples else { return mark("no examples") }
        mark("examples \(examples.inputs.count)")
        for input in examples.inputs { add(path: input) }
        for output in examples.outputs { add(column: [output], [.clause, .ground, .allGrounds, .side, .usual]) }
        add(rows: examples.rows)
    }

    private mutating func add(_ result: TestDeclaration.Expectation.Result?) {
        switch result {
        case .outcome(let name)?: add(name)
        case .undetermined?: mark("undetermined")
        case .conflict?: mark("conflict")
        case nil: mark("no result")
        }
    }

    private mutating func add(_ side: TestDeclaration.Expectation.Side?) {
        switch side {
        case .named(let name)?: add(name)
        case .nothing?: mark("nothing")
        case nil: mark("no side")
        }
    }

    private mutating func add(_ usual: TestDeclaration.Expectation.Usual?) {
        switch usual {
        case .nothing?: mark("nothing usual")
        case .answer(let result, let side, let assumed)?:
            mark("usual \(assumed.count)")
            add(result)
            add(side)
            for fact in assumed { add(path: fact) }
        case nil: mark("no usual")
        }
    }
}
