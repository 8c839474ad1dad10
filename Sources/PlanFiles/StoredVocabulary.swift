import Vocabulary

extension ContractTitle: Stored {
    func write(to file: inout ByteWriter) { file.add(name, title, edition, effective, parties, answering) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(
            name: try file.next(), title: try file.next(), edition: try file.next(), effective: try file.next(), parties: try file.next(),
            answering: try file.next())
    }
}

extension Party: Stored {
    func write(to file: inout ByteWriter) { file.add(name, label) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(name: try file.next(), label: try file.next()) }
}

extension Clause: Stored {
    func write(to file: inout ByteWriter) { file.add(id, citation, heading, gist, nonoperative, also, wording) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(id: try file.next(), citation: try file.next(), heading: try file.next(), gist: try file.next(), nonoperative: try file.next())
        also = try file.next()
        wording = try file.next()
    }
}

// MARK: Facts

extension Enumeration: Stored {
    func write(to file: inout ByteWriter) { file.add(name, label, cases) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(name: try file.next(), label: try file.next(), cases: try file.next()) }
}

extension Enumeration.Case: Stored {
    func write(to file: inout ByteWriter) { file.add(name, label, patterns, phrases) }
    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(name: try file.next(), label: try file.next(), patterns: try file.next(), phrases: try file.next())
    }
}

extension Phrase: Stored {
    func write(to file: inout ByteWriter) { file.add(words, sense.rawValue, saysNo, isFallback, readsActor) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        let words: String = try file.next()
        guard let sense = Phrase.Sense(rawValue: try file.next()) else { throw PlanFileError.malformed }
        self.init(words, sense: sense, saysNo: try file.next(), isFallback: try file.next(), readsActor: try file.next())
    }
}

extension WordGroup: Stored {
    func write(to file: inout ByteWriter) { file.add(word, members) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(try file.next(), try file.next()) }
}

extension FactType: Stored {
    func write(to file: inout ByteWriter) {
        switch self {
        case .bool: file.add(0)
        case .enumeration(let of): file.add(1, of)
        case .set(let of): file.add(2, of)
        case .date: file.add(3)
        case .month: file.add(4)
        case .time: file.add(5)
        case .version: file.add(6)
        case .number(let unit): file.add(7, unit)
        case .integer: file.add(8)
        case .text: file.add(9)
        }
    }

    init(from file: inout ByteReader) throws(PlanFileError) {
        switch try file.number() {
        case 0: self = .bool
        case 1: self = .enumeration(try file.next())
        case 2: self = .set(try file.next())
        case 3: self = .date
        case 4: self = .month
        case 5: self = .time
        case 6: self = .version
        case 7: self = .number(unit: try file.next())
        case 8: self = .integer
        case 9: self = .text
        default: throw PlanFileError.malformed
        }
    }
}

extension FactKind: Stored {
    func write(to file: inout ByteWriter) {
        switch self {
        case .plain: file.add(0)
        case .discretion(let by): file.add(1, by)
        case .finding(let by): file.add(2, by)
        case .judgement: file.add(3)
        }
    }

    init(from file: inout ByteReader) throws(PlanFileError) {
        switch try file.number() {
        case 0: self = .plain
        case 1: self = .discretion(by: try file.next())
        case 2: self = .finding(by: try file.next())
        case 3: self = .judgement
        default: throw PlanFileError.malformed
        }
    }
}

extension Fact: Stored {
    func write(to file: inout ByteWriter) {
        file.add(name, type, label, question, kind, askedParty, isChangeable, isPersonal, isTopic, patterns, phrases, list)
    }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(
            name: try file.next(), type: try file.next(), label: try file.next(), question: try file.next(), kind: try file.next(),
            askedParty: try file.next(), isChangeable: try file.next(), isPersonal: try file.next(), isTopic: try file.next(),
            patterns: try file.next(), phrases: try file.next(), list: try file.next())
    }
}

extension RecordList: Stored {
    func write(to file: inout ByteWriter) { file.add(name, label, question, askedParty, fields) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(
            name: try file.next(), label: try file.next(), question: try file.next(), askedParty: try file.next(), fields: try file.next())
    }
}

extension FactGroup: Stored {
    func write(to file: inout ByteWriter) { file.add(name, label, question, members) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(name: try file.next(), label: try file.next(), question: try file.next(), members: try file.next())
    }
}

// MARK: What is decided

extension Decision: Stored {
    func write(to file: inout ByteWriter) { file.add(name, label, askedAs, outcomes, isRanked, fallback, ground, sides.filter(\.isDeclared)) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(
            name: try file.next(), label: try file.next(), askedAs: try file.next(), outcomes: try file.next(), isRanked: try file.next(),
            fallback: try file.next(), ground: try file.next(), sides: try file.next())
    }
}

extension Decision.Outcome: Stored {
    func write(to file: inout ByteWriter) { file.add(name, label, favours) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(name: try file.next(), label: try file.next(), favours: try file.next())
    }
}

/// Only sides that are declared are kept: the others follow from the outcomes.
extension Side: Stored {
    func write(to file: inout ByteWriter) { file.add(name, text, outcomes.bits) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(name: try file.next(), text: try file.next(), outcomes: OutcomeSet(bits: try file.next()), isDeclared: true)
    }
}

extension Rule: Stored {
    func write(to file: inout ByteWriter) { file.add(name, clause, decision, outcome) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(name: try file.next(), clause: try file.next(), decision: try file.next(), outcome: try file.next())
    }
}

extension Step: Stored {
    func write(to file: inout ByteWriter) {
        switch self {
        case .holds(let rule): file.add(0, rule)
        case .applies(let rule): file.add(1, rule)
        }
    }

    init(from file: inout ByteReader) throws(PlanFileError) {
        switch try file.number() {
        case 0: self = .holds(try file.next())
        case 1: self = .applies(try file.next())
        default: throw PlanFileError.malformed
        }
    }
}

extension PrecedenceForm: Stored {}
extension Norm.Kind: Stored {}

extension Norm: Stored {
    func write(to file: inout ByteWriter) { file.add(kind, name, clause, bearer, counterparty, content, deadline, unit, unstated, computed) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(
            kind: try file.next(), name: try file.next(), clause: try file.next(), bearer: try file.next(), counterparty: try file.next(),
            content: try file.next(), deadline: try file.next(), unit: try file.next(), unstated: try file.next(), computed: try file.next())
    }
}

extension Interpretation: Stored {
    func write(to file: inout ByteWriter) { file.add(name, issue, clauses, readings, adopted) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(name: try file.next(), issue: try file.next(), clauses: try file.next(), readings: try file.next(), adopted: try file.next())
    }
}

extension Interpretation.Reading: Stored {
    func write(to file: inout ByteWriter) { file.add(name, label, reason, bears) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(name: try file.next(), label: try file.next(), reason: try file.next(), bears: try file.next())
    }
}

extension Interpretation.Burden: Stored {
    func write(to file: inout ByteWriter) { file.add(norm, name) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(norm: try file.next(), name: try file.next()) }
}

// MARK: Tables

extension ReferenceTable: Stored {
    func write(to file: inout ByteWriter) { file.add(name, label, keys, isLatest, columns, until, rows) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        let (name, label): (String, String?) = (try file.next(), try file.next())
        let (keys, isLatest, columns): ([Column], Bool, [Column]) = (try file.next(), try file.next(), try file.next())
        let (until, rows): (Int64?, [Row]) = (try file.next(), try file.next())
        // The index that is made of the rows takes them by these numbers.
        guard rows.allSatisfy({ $0.keys.count == keys.count && $0.values.count == columns.count }) else { throw PlanFileError.malformed }
        self.init(name: name, label: label, keys: keys, isLatest: isLatest, columns: columns, until: until, rows: rows)
    }
}

extension ReferenceTable.Column: Stored {
    func write(to file: inout ByteWriter) { file.add(name, type) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(name: try file.next(), type: try file.next()) }
}

extension ReferenceTable.Key: Stored {
    func write(to file: inout ByteWriter) {
        switch self {
        case .any: file.add(0)
        case .value(let value): file.add(1, value)
        case .series(let range): file.add(2, range.lowerBound, range.upperBound)
        }
    }

    init(from file: inout ByteReader) throws(PlanFileError) {
        switch try file.number() {
        case 0: self = .any
        case 1: self = .value(try file.next())
        case 2:
            let (low, high): (Int64, Int64) = (try file.next(), try file.next())
            guard low <= high else { throw PlanFileError.malformed }
            self = .series(low...high)
        default: throw PlanFileError.malformed
        }
    }
}

extension ReferenceTable.Row: Stored {
    func write(to file: inout ByteWriter) { file.add(keys, values, provenance) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(keys: try file.next(), values: try file.next(), provenance: try file.next()) }
}

extension ReferenceTable.Provenance: Stored {
    func write(to file: inout ByteWriter) { file.add(row, source, retrieved, certainty, note) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        self.init(row: try file.next(), source: try file.next(), retrieved: try file.next(), certainty: try file.next(), note: try file.next())
    }
}
