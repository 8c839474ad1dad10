import Plans
import Vocabulary

extension ConditionNode: Stored {
    func write(to file: inout ByteWriter) {
        switch self {
        case .constant(let value): file.add(0, value)
        case .and(let parts): file.add(1, parts)
        case .or(let parts): file.add(2, parts)
        case .not(let part): file.add(3, part)
        case .isCase(let fact, let cases, let low): file.add(4, fact, cases, low)
        case .hasAny(let fact, let mask): file.add(5, fact, mask)
        case .hasAll(let fact, let mask): file.add(6, fact, mask)
        case .compare(let left, let relation, let right): file.add(7, left, relation, right)
        case .compareFact(let fact, let relation, let constant): file.add(8, fact, relation, constant)
        case .isPending(let fact): file.add(9, fact)
        case .isInapplicable(let fact): file.add(10, fact)
        case .holds(let rule): file.add(11, rule)
        case .applies(let rule): file.add(12, rule)
        case .outcome(let decision, let wanted): file.add(13, decision, wanted)
        case .reading(let interpretation, let reading): file.add(14, interpretation, reading)
        case .some(let list, let body): file.add(15, list, body)
        case .every(let list, let body): file.add(16, list, body)
        }
    }

    init(from file: inout ByteReader) throws(PlanFileError) {
        switch try file.number() {
        case 0: self = .constant(try file.next())
        case 1: self = .and(try file.next())
        case 2: self = .or(try file.next())
        case 3: self = .not(try file.next())
        case 4: self = .isCase(try file.next(), try file.next(), low: try file.next())
        case 5: self = .hasAny(try file.next(), try file.next())
        case 6: self = .hasAll(try file.next(), try file.next())
        case 7: self = .compare(try file.next(), try file.next(), try file.next())
        case 8: self = .compareFact(try file.next(), try file.next(), try file.next())
        case 9: self = .isPending(try file.next())
        case 10: self = .isInapplicable(try file.next())
        case 11: self = .holds(try file.next())
        case 12: self = .applies(try file.next())
        case 13: self = .outcome(try file.next(), try file.next())
        case 14: self = .reading(try file.next(), try file.next())
        case 15: self = .some(try file.next(), try file.next())
        case 16: self = .every(try file.next(), try file.next())
        case _: throw PlanFileError.malformed
        }
    }
}

extension ValueNode: Stored {
    func write(to file: inout ByteWriter) {
        switch self {
        case .constant(let value): file.add(0, value)
        case .fact(let fact): file.add(1, fact)
        case .arithmetic(let operation, let left, let right): file.add(2, operation, left, right)
        case .rounded(let quotient): file.add(3, quotient)
        case .calendar(let step, let date, let count): file.add(4, step, date, count)
        case .count(let list, let body): file.add(5, list, body)
        case .total(let list, let body): file.add(6, list, body)
        case .lookup(let table, let keys, let column): file.add(7, table, keys, column)
        case .choice(let branches): file.add(8, branches)
        }
    }

    init(from file: inout ByteReader) throws(PlanFileError) {
        switch try file.number() {
        case 0: self = .constant(try file.next())
        case 1: self = .fact(try file.next())
        case 2: self = .arithmetic(try file.next(), try file.next(), try file.next())
        case 3: self = .rounded(try file.next())
        case 4: self = .calendar(try file.next(), try file.next(), count: try file.next())
        case 5: self = .count(try file.next(), try file.next())
        case 6: self = .total(try file.next(), try file.next())
        case 7: self = .lookup(try file.next(), keys: try file.next(), column: try file.next())
        case 8: self = .choice(try file.next())
        case _: throw PlanFileError.malformed
        }
    }
}

extension OutcomeSet: Stored {
    func write(to file: inout ByteWriter) { file.add(bits) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(bits: try file.next()) }
}

extension Arithmetic: Stored {}
extension CalendarStep: Stored {}
extension Relation: Stored {}
extension Rounding: Stored {}

extension Quotient: Stored {
    func write(to file: inout ByteWriter) { file.add(rounding, factorCount, parts) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(try file.next(), factorCount: Int(try file.next() as Int32), parts: try file.next()) }
}

extension Branch: Stored {
    func write(to file: inout ByteWriter) { file.add(condition, value) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(condition: try file.next(), value: try file.next()) }
}

extension Operands: Stored {
    func write(to file: inout ByteWriter) { file.add(range.lowerBound, range.count) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        let (start, count): (Int32, Int32) = (try file.next(), try file.next())
        guard start >= 0, count >= 0 else { throw PlanFileError.malformed }
        self.init(start: Int(start), count: Int(count))
    }
}

extension CaseSet: Stored {
    func write(to file: inout ByteWriter) { file.add(words[0], words[1], words[2], words[3]) }
    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(words: SIMD4(try file.next(), try file.next(), try file.next(), try file.next()))
    }
}
