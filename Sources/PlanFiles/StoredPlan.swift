import Plans
import Vocabulary

extension Plan: Stored {
    func write(to file: inout ByteWriter) {
        file.add(title, purposes[.main], purposes[.application], purposes[.environment])
        file.add(clauses, enumerations, facts, lists, groups, decisions, rules, norms, interpretations, tables)
        file.add(constraints, invariants, nodes, children, caseSets, conditions, requirements, defeaters, premises, evaluationOrder)
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
        constraints = try file.next()
        invariants = try file.next()
        nodes = try file.next()
        children = try file.next()
        caseSets = try file.next()
        conditions = try file.next()
        requirements = try file.next()
        defeaters = try file.next()
        premises = try file.next()
        evaluationOrder = try file.next()
        prepare()
    }
}

extension NodeID: Stored {
    func write(to file: inout ByteWriter) { number.write(to: &file) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(try file.next()) }
}

extension Node: Stored {
    func write(to file: inout ByteWriter) { file.add(Int64(operation.rawValue), first, second, immediate) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        guard let code = UInt8(exactly: try file.number()), let operation = Operation(rawValue: code) else { throw PlanFileError.malformed }
        self.init(operation, first: try file.next(), second: try file.next(), immediate: try file.next())
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

extension PlannedConstraint: Stored {
    func write(to file: inout ByteWriter) { file.add(label, condition, facts, reach.sorted()) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(label: try file.next(), condition: try file.next(), facts: try file.next(), reach: Set<Place<Fact>>(try file.next() as [Place<Fact>]))
    }
}
