import Norms
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("What norms come to in another case")
struct NormDifferenceTests {
    private static let late = #""料金": {"開始日": "2026-05-20", "月額": 1000, "人数": 1, "検収日": "2026-06-01", "最後の月": "2026-12", "遅れ": true}"#
    private let sample: NormSample

    init() throws { sample = try NormSample() }

    /// Each difference by its kind and its norms; amounts in whole yen.
    private func told(_ now: String, _ other: FactFrame) throws -> [String] {
        let found = sample.reader.differences(try sample.sample.decision("支払"), try sample.inForce("支払", now), in: other)
        return found.map { difference in
            func amount(_ norm: NormInForce?) -> String { norm?.amount.map { String($0 / 1_000_000) } ?? "-" }
            switch difference {
            case .changed(let now, let then): return "\(sample.name(now.norm)) \(amount(now)) > \(sample.name(then.norm)) \(amount(then))"
            case .added(let then): return "+ \(sample.name(then.norm)) \(amount(then))"
            case .removed(let now): return "- \(sample.name(now.norm)) \(amount(now))"
            case .opened(let now): return "? \(sample.name(now.norm)) \(amount(now))"
            case .hanging(let open): return "~ \(sample.name(open.norm))"
            }
        }
    }

    @Test("In the same case nothing differs")
    func same() throws {
        #expect(try told(Self.late, sample.frame(Self.late)).isEmpty)
        #expect(try told("", sample.frame("")).isEmpty)
    }

    @Test("Other amounts, what goes, what comes, and what would be open")
    func kinds() throws {
        #expect(
            try told(Self.late, sample.frame(Self.late.replacing("1000", with: "2000"))) == [
                "月額 1100 > 月額 2200", "一人分 1000 > 一人分 2000", "低い損害金 100 > 低い損害金 200",
            ])
        #expect(try told(Self.late, sample.frame(Self.late.replacing("true", with: "false"))) == ["- 低い損害金 100"])
        #expect(try told(Self.late.replacing("true", with: "false"), sample.frame(Self.late)) == ["+ 低い損害金 100"])
        #expect(try told(Self.late, sample.frame(Self.late.replacing(#", "遅れ": true"#, with: ""))) == ["? 低い損害金 100"])
        #expect(try told("", sample.frame(#""料金": {"開始日": "2026-05-20"}"#)) == ["+ 月額 -", "+ 一人分 -", "+ 検収 -", "+ 連絡 -"])
    }

    @Test("Norms that ask the same of the same are one with another amount")
    func paired() throws {
        var other = try sample.frame(Self.late)
        other.interpretations[0] = 1
        #expect(try told(Self.late, other) == ["低い損害金 100 > 高い損害金 200"])
    }

    @Test("Another deadline, or other months, are a difference too")
    func days() throws {
        let later = try sample.frame(Self.late.replacing("2026-06-01", with: "2026-05-31"))
        let found = sample.reader.differences(try sample.sample.decision("支払"), try sample.inForce("支払", Self.late), in: later)
        let deadline = try #require(found.first)
        // The end of July and the end of June: thirty-one days.
        #expect(found.count == 1)
        #expect(sample.name(deadline.norm) == "検収")
        #expect((deadline.now?.deadline ?? 0) - (deadline.then?.deadline ?? 0) == 31)
        #expect(try told(Self.late, sample.frame(Self.late.replacing("2026-12", with: "2026-11"))) == ["月額 1100 > 月額 1100"])
    }

    @Test("A difference has what is and what would be, as far as there is either")
    func sides() throws {
        let now = try sample.norm("月額", Self.late)
        let then = try sample.norm("連絡", Self.late)
        let all: [NormDifference] = [.changed(now: now, then: then), .added(then), .removed(now), .opened(now)]
        #expect(all.map(\.now) == [now, nil, now, now])
        #expect(all.map(\.then) == [then, then, nil, nil])
        #expect(all.map(\.norm) == [now.norm, then.norm, now.norm, now.norm])
    }

    @Test("Another reading may change something only where a norm that may apply looks at it")
    func mayChange() throws {
        let decision = try sample.sample.decision("支払")
        func mayChange(_ interpretation: Int, _ facts: String) throws -> Bool {
            sample.reader.moving(decision, try sample.frame(facts), try sample.inForce("支払", facts)).contains(Place(interpretation))
        }
        #expect(try mayChange(0, Self.late))
        #expect(try !mayChange(0, Self.late.replacing("true", with: "false")))
        #expect(try !mayChange(1, Self.late))
    }
}
