import Testing
import Vocabulary

@Suite("Rows of reference tables")
struct ReferenceTableTests {
    private typealias Key = ReferenceTable.Key

    private func table(_ rows: [[Key]], keys: Int, isLatest: Bool = false, until: Int64? = nil) -> ReferenceTable {
        ReferenceTable(
            name: "表", label: nil, keys: (0..<keys).map { .init(name: "k\($0)", type: .integer) }, isLatest: isLatest,
            columns: [.init(name: "番", type: .integer), .init(name: "空", type: .integer)], until: until,
            rows: rows.enumerated().map {
                .init(keys: $0.element, values: [Int64($0.offset), nil], provenance: .init(row: "", source: nil, retrieved: nil, certainty: nil, note: nil))
            })
    }

    /// The first row of which every key matches.
    private func first(_ rows: [[Key]], _ values: [Int64]) -> Int? { rows.firstIndex { zip($0, values).allSatisfy { $0.matches($1) } } }

    @Test("A key takes its value, its series, or anything")
    func keys() {
        #expect(Key.any.matches(.min) && Key.value(3).matches(3) && !Key.value(3).matches(4))
        #expect([4, 5, 7, 8].map { Key.series(5...7).matches($0) } == [false, true, true, false])
    }

    @Test("The first row that matches answers, as when every row is looked at")
    func firstMatch() {
        let rows: [[Key]] = [
            [.value(1), .series(10...19)], [.value(1), .value(20)], [.any, .value(15)], [.series(2...3), .any], [.value(1), .any],
            [.value(.max), .value(.min)],
            [.series(.min ... -1), .series(0...Int64.max)],
        ]
        let table = table(rows, keys: 2)
        for left in [Int64.min, -1, 0, 1, 2, 3, 4, .max] {
            for right in [Int64.min, 0, 9, 10, 15, 19, 20, 21, .max] { #expect(table.row(for: [left, right]) == first(rows, [left, right])) }
        }
    }

    @Test("Rows beyond the first word are found too", arguments: [1, 63, 64, 65, 200])
    func many(count: Int) {
        let rows: [[Key]] = (0..<count).map { [.value(Int64($0))] }
        let table = table(rows, keys: 1)
        #expect((0..<count).allSatisfy { table.row(for: [Int64($0)]) == $0 })
        #expect(table.row(for: [Int64(count)]) == nil && table.row(for: [-1]) == nil)
    }

    @Test("Without rows none answers, and without keys the first does")
    func empty() {
        #expect(table([], keys: 1).row(for: [0]) == nil)
        #expect(table([], keys: 0).row(for: []) == nil)
        #expect(table([[], []], keys: 0).row(for: []) == 0)
    }

    @Test("By day the last row that has begun answers, up to the last day that the table knows about")
    func byDay() {
        let table = table([[.value(10)], [.value(20)], [.value(20)], [.value(30)]], keys: 1, isLatest: true, until: 40)
        #expect([9, 10, 19, 20, 29, 30, 40, 41].map { table.row(for: [$0]) } == [nil, 0, 0, 2, 2, 3, 3, nil])
        #expect(table.row(for: []) == nil)
    }

    @Test("A row out of order does not answer before the one above it, nor does one without a day or below it")
    func disorder() {
        let disordered = table([[.value(10)], [.value(40)], [.value(15)], [.value(50)]], keys: 1, isLatest: true)
        #expect([9, 10, 20, 39, 40, 49, 50].map { disordered.row(for: [$0]) } == [nil, 0, 0, 0, 2, 2, 3])
        #expect([9, 10, 30].map { table([[.value(10)], [.any], [.value(20)]], keys: 1, isLatest: true).row(for: [$0]) } == [nil, 0, 0])
    }

    @Test("The index reads keys from a place on, and knows what each row says")
    func index() {
        let table = table([[.value(1), .value(2)], [.value(2), .value(3)]], keys: 2)
        #expect(table.index.keyCount == 2)
        #expect(table.index.row(for: [9, 2, 3, 9], from: 1) == 1 && table.index.row(for: [9, 2, 3], from: 0) == nil)
        #expect(table.index.value(1, 0) == 1 && table.index.value(1, 1) == nil)
    }
}
