import Vocabulary

/// What a cell asks of its column, where it can be told without facts.
enum CellTest {
    case any
    case codes(CaseSet, of: Int)
    case ranges([ClosedRange<Int64>])
    /// Something that only facts can tell.
    case opaque

    /// Values that stand so to a constant.
    init(_ relation: Relation, _ constant: Int64) {
        let below = constant == .min ? nil : Int64.min...(constant - 1)
        let above = constant == .max ? nil : (constant + 1)...Int64.max
        let ranges: [ClosedRange<Int64>?] =
            switch relation {
            case .equal: [constant...constant]
            case .notEqual: [below, above]
            case .less: [below]
            case .lessOrEqual: [Int64.min...constant]
            case .greater: [above]
            case .greaterOrEqual: [constant...Int64.max]
            }
        self = .ranges(ranges.compactMap(\.self))
    }

    /// All values but those of some ranges.
    init(outside ranges: [ClosedRange<Int64>]) {
        var rest: [ClosedRange<Int64>] = []
        var next: Int64? = .min
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let start = next, start < range.lowerBound { rest.append(start...(range.lowerBound - 1)) }
            next = next.flatMap { range.upperBound == .max ? nil : max($0, range.upperBound + 1) }
        }
        if let start = next { rest.append(start...Int64.max) }
        self = .ranges(rest)
    }

    func accepts(_ value: Int64) -> Bool {
        switch self {
        case .any, .opaque: true
        case .codes(let codes, _): codes.contains(Int(value))
        case .ranges(let ranges): ranges.contains { $0.contains(value) }
        }
    }
}

/// Looks for two rows that match at once and for a case that no row matches, over one representative of each region of each column.
struct TableExamination {
    private let rows: [[CellTest]]
    private var columns: [[Int64]] = []

    /// - Parameter steps: the distance between neighbouring values of each column.
    ///
    /// `nil` where a cell cannot be judged without facts or the combinations are too many to try.
    init?(rows: [[CellTest]], steps: [Int64]) {
        self.rows = rows
        guard let width = rows.first?.count else { return nil }
        var combinations = 1
        for column in 0..<width {
            var values: Set<Int64> = []
            for row in rows where column < row.count {
                switch row[column] {
                case .any: break
                case .opaque: return nil
                case .codes(_, let count): values.formUnion((0..<Int64(count)))
                case .ranges(let ranges):
                    for range in ranges {
                        for bound in [range.lowerBound, range.upperBound] { values.formUnion(Self.neighbours(of: bound, steps[column])) }
                    }
                }
            }
            let representatives = values.isEmpty ? [0] : values.sorted()
            columns.append(representatives)
            let (product, overflow) = combinations.multipliedReportingOverflow(by: max(1, representatives.count))
            guard !overflow, product <= 100_000 else { return nil }
            combinations = product
        }
    }

    /// The values of a column around a bound; none around the ends of all numbers, where a range only stops.
    private static func neighbours(of bound: Int64, _ step: Int64) -> [Int64] {
        guard bound > .min + 2 * step, bound < .max - 2 * step else { return [] }
        let below = bound - (bound % step + step) % step
        return [below - step, below, below + step]
    }

    private func first(where test: ([Int64]) -> Bool) -> [Int64]? {
        var places = Array(repeating: 0, count: columns.count)
        while true {
            let values = zip(columns, places).map { $0[$1] }
            if test(values) { return values }
            var column = 0
            while column < places.count {
                places[column] += 1
                if places[column] < columns[column].count { break }
                places[column] = 0
                column += 1
            }
            if column == places.count { return nil }
        }
    }

    private func matches(_ row: [CellTest], _ values: [Int64]) -> Bool { zip(row, values).allSatisfy { $0.accepts($1) } }

    /// Two rows that match at once.
    var overlap: (Int, Int)? {
        var found: (Int, Int)?
        _ = first { values in
            let hits = rows.indices.filter { matches(rows[$0], values) }
            guard hits.count > 1 else { return false }
            found = (hits[0], hits[1])
            return true
        }
        return found
    }

    /// Values that no row matches.
    var gap: [Int64]? { first { values in !rows.contains { matches($0, values) } } }
}
