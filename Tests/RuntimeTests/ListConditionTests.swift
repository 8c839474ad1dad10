import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Conditions on the records of a list")
struct ListConditionTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        一覧 品目 「品目」 問 「品目は」 {
          赤 : 真偽 「赤」 問 「赤ですか」
          額 : 数 円 「額」 問 「いくらですか」
        }
        判定 可否 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 どれか { もし 品目 のいずれかで (品目.赤) ならば 可否 = 可 }
        規則 すべて { もし 品目 のすべてで (品目.赤) ならば 可否 = 可 }
        規則 ちょうど一つ { もし 品目 の件数 (品目.赤) = 1 ならば 可否 = 可 }
        規則 千円 { もし 品目 の合計 品目.額 = 1000円 ならば 可否 = 可 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    private static func list(_ records: [String], isComplete: Bool) -> String {
        #""品目": {"全員": \#(isComplete), "項目": [\#(records.joined(separator: ", "))]}"#
    }

    /// Lists of no, one and two records, each red, not red or not known.
    private static let records: [[Int]] = (0...2).flatMap(KleeneNumbers.assignments)

    @Test("Some record, every record, and how many: of a list that has no others, and of one that may", arguments: records, [true, false])
    func quantified(numbers: [Int], isComplete: Bool) throws {
        let records = numbers.map { $0 == 1 ? "{}" : #"{"赤": \#($0 == 2)}"# }
        // A record that nobody has named is like one of which nothing is known; what is known of it is never a number.
        let all = numbers + (isComplete ? [] : [1])
        let count: Truth = all.contains(1) ? .unknown : Truth(all.count { $0 == 2 } == 1)
        let expected = [KleeneNumbers.truths[all.max() ?? 0], KleeneNumbers.truths[all.min() ?? 2], count]
        let found = try sample.holding(["どれか", "すべて", "ちょうど一つ"], of: "可否", Self.list(records, isComplete: isComplete))
        #expect(found == expected)
    }

    @Test("Of a list of which nothing is said all is open")
    func silent() throws {
        #expect(try sample.holding(["どれか", "すべて", "ちょうど一つ", "千円"], of: "可否", "").allSatisfy { $0 == .unknown })
    }

    @Test(
        "A sum is known where the list has no others and every part is known",
        arguments: [
            (["400", "600"], true, Truth.yes), (["400", "601"], true, .no), ([], true, .no), (["1000"], true, .yes), (["400", "600"], false, .unknown),
            (["400", #""不明""#], true, .unknown),
        ])
    func sums(amounts: [String], isComplete: Bool, expected: Truth) throws {
        let list = Self.list(amounts.map { #"{"額": \#($0)}"# }, isComplete: isComplete)
        #expect(try sample.holding(["千円"], of: "可否", list) == [expected])
    }

    @Test("A sum that does not fit is unknown")
    func overflow() throws {
        let list = Self.list(Array(repeating: #"{"額": 9000000000000}"#, count: 2), isComplete: true)
        #expect(try sample.holding(["千円"], of: "可否", list) == [.unknown])
    }

    @Test("A condition about one record leaves the record in view as it was")
    func oneRecord() throws {
        var evaluator = try sample.run("可否", Self.list([#"{"赤": true}"#, #"{"赤": false}"#, "{}"], isComplete: true))
        let list = try #require(sample.plan.lists.places.first)
        guard case .some(_, let body) = sample.plan[sample.plan.conditions[try sample.rule("どれか").value]] else {
            Issue.record("the rule asks for some record")
            return
        }
        let red = try sample.fact("品目.赤")
        evaluator.look(at: 1, of: list)
        #expect((0...3).map { evaluator.truth(body, record: $0, of: list) } == [.yes, .no, .unknown, .unknown])
        #expect(evaluator.reading(of: red) == Reading(.known, 0))
        evaluator.look(at: 0, of: list)
        #expect(evaluator.reading(of: red) == Reading(.known, 1))
    }
}
