import Syntax

extension PartCollector {
    /// Adds a declaration part by part.
    mutating func add(_ item: Item) {
        switch item {
        case .contract(let item):
            mark("contract")
            add(item.name)
            add(item.title)
            add(item.edition)
            add(item.effective)
            add(labelled: item.parties)
            add(item.answering)
            add(item.main)
            add(item.application)
            add(item.environment)
        case .clause(let item):
            mark("clause spelled out: \(item.isSpelledOut), sole: \(item.isSole)")
            add(item.clause)
            add(item.citation)
            add(item.heading)
            add(item.also)
            add(item.gist)
        case .nonoperative(let item):
            mark("nonoperative")
            add(item.reason)
        case .constraint(let item):
            mark("constraint invariant: \(item.isInvariant) conversely: \(item.holdsConversely)")
            add(item.label)
            add(item.condition)
            add(item.consequence)
        case .definition(let item):
            mark("definition")
            add(item.name)
            add(item.label)
            add(item.value)
        case .usual(let item):
            mark("usual \(item.decisions.count)")
            add(path: item.fact)
            add(item.value)
            add(item.condition)
            for decision in item.decisions { add(decision) }
            add(item.reason)
            add(item.approval)
        case .sayings(let item):
            mark("sayings")
            add(path: item.path)
            add(spellings: item.spellings)
        case .words(let item):
            mark("words \(item.members.count)")
            add(item.name)
            for member in item.members { add(member) }
        case .enumeration(let item): add(item)
        case .facts(let item): add(item)
        case .group(let item):
            mark("group \(item.members.count)")
            add(item.name)
            add(item.label)
            add(item.question)
            for member in item.members { add(path: member) }
        case .decision(let item): add(item)
        case .rule(let item): add(item)
        case .norm(let item): add(item)
        case .table(let item): add(item)
        case .reference(let item): add(item)
        case .businessCalendar(let item):
            mark("business calendar")
            add(path: item.fact)
            add(item.label)
            add(item.source)
        case .interpretation(let item): add(item)
        case .test(let item): add(item)
        }
    }

    private mutating func add(_ item: EnumerationDeclaration) {
        mark("enumeration \(item.cases.count)")
        add(item.name)
        add(item.label)
        for one in item.cases {
            add(one.name)
            add(one.label)
            add(spellings: one.spellings)
        }
    }

    private mutating func add(_ item: FactsDeclaration) {
        mark("facts \(item.facts.count) list: \(item.isList)")
        add(path: item.path)
        add(item.label)
        add(item.question)
        add(item.askedOf)
        for fact in item.facts {
            mark("fact changeable: \(fact.isChangeable), personal: \(fact.isPersonal), topic: \(fact.topic != nil)")
            add(fact.name)
            add(fact.type)
            add(fact.label)
            add(fact.question)
            add(fact.askedOf)
            add(fact.premise)
            add(fact.discretion)
            add(fact.finding)
            add(spellings: fact.spellings)
        }
    }

    private mutating func add(_ item: DecisionDeclaration) {
        mark("decision ranked: \(item.isRanked)")
        add(item.name)
        add(item.label)
        mark("asked as \(item.askedAs.count)")
        for phrase in item.askedAs { add(phrase) }
        add(labelled: item.outcomes)
        add(labelled: item.fallback.map { [$0] } ?? [])
        add(item.ground)
        mark("sides \(item.sides.count)")
        for side in item.sides { add(side) }
        for (party, outcomes) in item.favours {
            mark("favours \(outcomes.count)")
            add(party)
            for outcome in outcomes { add(outcome) }
        }
    }

    private mutating func add(_ side: SideDeclaration) {
        mark("side \(side.members.count)")
        add(side.name)
        add(side.text)
        for member in side.members {
            switch member {
            case .outcome(let name): add(name)
            case .side(let side): add(side)
            }
        }
    }
}
