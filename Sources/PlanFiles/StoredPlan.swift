import Plans
import Vocabulary

extension Plan: Stored {
    func write(to file: inout ByteWriter) {
        file.add(title, purposes[.main], purposes[.application], purposes[.environment])
        file.add(clauses, enumerations, facts, lists, groups, decisions, rules, norms, interpretations, tables, words)
        file.add(constraints, invariants, agreements, conditionNodes, valueNodes, conditionOperands, valueOperands, branches, caseSets)
        file.add(conditions, requirements, defeaters, premises, evaluationOrder, usuals, definitions)
    }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(title: try file.next())
        for purpose in [DecisionPurpose.main, .application, .environment] { purposes[purpose] = try file.next() }
        clauses = try file.next()
        enumerations = try file.next()
        facts = try file.next()
        lists = try file.next()
        groups = try file.next()
        decisions = try file.next()
        rules = try file.next()
        norms = try file.next()
        interpretations = try file.next()
        tables = try file.next()
        words = try file.next()
        constraints = try file.next()
        invariants = try file.next()
        agreements = try file.next()
        conditionNodes = try file.next()
        valueNodes = try file.next()
        conditionOperands = try file.next()
        valueOperands = try file.next()
        branches = try file.next()
        caseSets = try file.next()
        conditions = try file.next()
        requirements = try file.next()
        defeaters = try file.next()
        premises = try file.next()
        evaluationOrder = try file.next()
        usuals = try file.next()
        definitions = try file.next()
        do throws(PlanFault) { try PlanCheck(self).run() } catch { throw PlanFileError.unsound(error) }
        constraints = constraints.map { PlannedConstraint(label: $0.label, condition: $0.condition, facts: $0.facts, of: self) }
        agreements = agreements.map { PlannedConstraint(label: $0.label, condition: $0.condition, facts: $0.facts, of: self) }
        invariants = invariants.map { PlannedConstraint(label: $0.label, condition: $0.condition, facts: $0.facts, of: self) }
        prepare()
    }
}

extension Defeater: Stored {
    func write(to file: inout ByteWriter) { file.add(rule, form) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(rule: try file.next(), form: try file.next()) }
}

extension PlannedNorm: Stored {
    func write(to file: inout ByteWriter) { file.add(norm, condition, deadline, amount, recurrence) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(norm: try file.next(), condition: try file.next(), deadline: try file.next(), amount: try file.next(), recurrence: try file.next())
    }
}

extension PlannedRecurrence: Stored {
    func write(to file: inout ByteWriter) { file.add(from, through) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(from: try file.next(), through: try file.next()) }
}

extension PlannedRequirement: Stored {
    func write(to file: inout ByteWriter) { file.add(name, condition, whole, waivers) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(name: try file.next(), condition: try file.next(), whole: try file.next(), waivers: try file.next())
    }
}

extension PlannedUsual: Stored {
    func write(to file: inout ByteWriter) { file.add(usual.fact, usual.value, usual.decisions, usual.reason, usual.approval, condition) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        let usual = Usual(
            fact: try file.next(), value: try file.next(), decisions: try file.next(), reason: try file.next(), approval: try file.next())
        self.init(usual, condition: try file.next())
    }
}

extension PlannedDefinition: Stored {
    func write(to file: inout ByteWriter) { file.add(name, label, clause, value) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(name: try file.next(), label: try file.next(), clause: try file.next(), value: try file.next())
    }
}

extension PlannedConstraint: Stored {
    func write(to file: inout ByteWriter) { file.add(label, condition, facts) }

    /// What it hangs on follows once the whole plan is there.
    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(label: try file.next(), condition: try file.next(), facts: try file.next(), reach: [])
    }
}
