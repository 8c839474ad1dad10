import Diagnostics
import Kiyaku
import Testing

/// Rules that are deep through definitions and premises: what goes down by calls must not be led to its end.
@Suite("Depth through definitions and premises")
struct DepthTests {
    private static let head = "規約 t { }\n列挙 種 { 甲 ; 乙 }\n判定 可否 { 結果 否 ; 既定 可 }\n第1条 一\n"

    private func codes(_ text: String) -> [String] {
        let file = SourceFile(path: "t.kiyaku", bytes: Array((Self.head + text).utf8))
        return Compilation(RuleFiles(sources: [file]), checksPatterns: true).diagnostics.filter { $0.severity == .error }.map(\.code.rawValue)
    }

    /// So many definitions of which each uses the one before.
    private func chain(_ count: Int, isReversed: Bool) -> String {
        let definitions = ["定義 d0 = 物.種 = 甲"] + (1..<count).map { "定義 d\($0) = (d\($0 - 1)) でない" }
        return "事実 物 { 種 : 種 問 「種は」 }\n" + (isReversed ? definitions.reversed() : definitions).joined(separator: "\n")
            + "\n規則 否 { もし d\(count - 1) ならば 可否 = 否 }\n"
    }

    @Test("Definitions use each other over 64 at most, whatever their order", arguments: [false, true])
    func definitions(isReversed: Bool) {
        #expect(codes(chain(64, isReversed: isReversed)) == [])
        #expect(codes(chain(65, isReversed: isReversed)) == ["K1013"])
        #expect(Set(codes(chain(3_000, isReversed: isReversed))) == ["K1013"])
    }

    @Test("A condition is at most 400 deep through definitions, however few they are")
    func nodes() {
        func rules(_ count: Int) -> String {
            let nots = { (name: String) in (0..<30).reduce(name) { inner, _ in "((\(inner)) でない かつ 物.種 = 乙)" } }
            return "事実 物 { 種 : 種 問 「種は」 }\n定義 d0 = 物.種 = 甲\n" + (1..<count).map { "定義 d\($0) = \(nots("d\($0 - 1)"))\n" }.joined()
                + "規則 否 { もし d\(count - 1) ならば 可否 = 否 }\n"
        }
        #expect(codes(rules(3)) == [])
        #expect(Set(codes(rules(12))) == ["K1013"])
    }

    @Test("Facts are asked under conditions on each other over 400 at most")
    func premises() {
        func rules(_ count: Int) -> String {
            let facts = (0..<count).map { "f\($0) : 種 問 「\($0)」\($0 == 0 ? "" : " 前提 物.f\($0 - 1) = 甲")" }
            return "事実 物 {\n\(facts.joined(separator: "\n"))\n}\n規則 否 { もし 物.f\(count - 1) = 甲 ならば 可否 = 否 }\n"
        }
        #expect(codes(rules(150)) == [])
        #expect(Set(codes(rules(3_000))) == ["K1013"])
    }
}
