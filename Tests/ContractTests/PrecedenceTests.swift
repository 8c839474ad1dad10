import Contract
import Diagnostics
import Samples
import Syntax
import Testing
import Vocabulary

@Suite("Precedence and the order of steps")
struct PrecedenceTests {
    private static let head = """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 { a : 真偽 「a」 問 「a」 ; b : 真偽 「b」 問 「b」 }
        判定 可否 { 結果 否, 別 ; 既定 可 }

        """

    /// For each rule the rules that it defeats.
    private func defeats(_ text: String) throws -> [String: [String]] {
        let contract = try Sample(Self.head + text).contract
        return Dictionary(
            contract.rules.map { rule in (rule.rule.name, rule.defeats.flatMap(\.targets).map { contract.rules[$0.value].rule.name }) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test("A proviso defeats the rules of its body, and of what is below it, but no other proviso")
    func proviso() throws {
        let defeats = try defeats(
            """
            第1条第1項 「一」
            規則 本 { もし 物.a ならば 可否 = 否 }
            第1条第1項第1号 「下」
            規則 下 { もし 物.b ならば 可否 = 否 }
            第1条第2項 「二」
            規則 二 { もし 物.a ならば 可否 = 否 }
            第1条第1項ただし書 「但」
            規則 但 { もし 物.b ならば 可否 = 別 ; ただし }
            """)
        #expect(defeats == ["本": [], "下": [], "二": [], "但": ["本", "下"]])
    }

    @Test("What is named is defeated with all below it; a rule does not defeat itself, nor a proviso of what it names")
    func named() throws {
        let defeats = try defeats(
            """
            第1条 見出し
            第1条第1項 「一」
            規則 一 { もし 物.a ならば 可否 = 否 }
            第1条第2項 「二」
            規則 二 { もし 物.b ならば 可否 = 否 }
            第1条第2項ただし書 「但」
            規則 但 { もし 物.a かつ 物.b ならば 可否 = 別 }
            第1条第3項 「三」
            規則 三 { もし 物.a または 物.b ならば 可否 = 別 ; 優先 第1条 }
            第10条 「十」
            規則 十 { もし 物.b ならば 可否 = 否 ; かかわらず 規則 一, 第1条第2項 }
            """)
        #expect(defeats["三"] == ["一", "二"])
        #expect(defeats["十"] == ["一", "二"])
    }

    @Test("A proviso without a body is refused, and so is one outside a proviso's clause")
    func withoutBody() {
        let text = "第1条ただし書 「但」\n規則 但 { もし 物.a ならば 可否 = 否 ; ただし }"
        #expect(CheckedRules(text, under: Self.head).errors == ["K3007 ただし"])
        #expect(CheckedRules("第1条 「一」\n規則 但 { もし 物.a ならば 可否 = 否 ; ただし }", under: Self.head).errors == ["K3007 ただし"])
    }

    @Test("Whatever a step needs comes before it")
    func order() throws {
        let contract = try Sample(
            Self.head + """
                判定 先 { 結果 否 ; 既定 可 }
                第1条 「一」
                規則 い { もし 可否 = 否 かつ 規則 は が 適用 ならば 先 = 否 }
                規則 ろ { もし 物.a ならば 可否 = 否 }
                規則 は { もし 規則 ろ が 成立 ならば 可否 = 別 ; 優先 規則 ろ }
                """
        ).contract
        let order = contract.evaluationOrder
        #expect(order.count == 6 && Set(order).count == 6)
        func place(_ step: Step) throws -> Int { try #require(order.firstIndex(of: step)) }
        let (first, second, third) = (Place<Rule>(0), Place<Rule>(1), Place<Rule>(2))
        for rule in [first, second, third] { #expect(try place(.holds(rule)) < place(.applies(rule))) }
        #expect(try place(.applies(third)) < place(.applies(second)))
        #expect(try place(.holds(second)) < place(.holds(third)))
        for rule in [second, third] { #expect(try place(.applies(rule)) < place(.holds(first))) }
    }

    @Test(
        "A circle of precedence, of conditions or of both is refused once",
        arguments: [
            "規則 い { もし 物.a ならば 可否 = 否 ; 優先 規則 ろ }\n規則 ろ { もし 物.b ならば 可否 = 別 ; 優先 規則 い }",
            "規則 い { もし 可否 = 可 ならば 可否 = 否 }", "規則 い { もし 規則 い が 成立 ならば 可否 = 否 }",
            "規則 い { もし 規則 ろ が 適用 ならば 可否 = 否 ; 優先 規則 ろ }\n規則 ろ { もし 物.b ならば 可否 = 別 }",
            "規則 い { もし 物.a ; 要件 x : 物.b ; ならば 可否 = 否 }\n規則 ろ { もし 規則 い が 適用 ならば 可否 = 別 ; 免除 規則 い 要件 x }",
        ])
    func circle(text: String) {
        let errors = CheckedRules("第1条 「一」\n" + text, under: Self.head).errors
        #expect(errors.count == 1 && errors.allSatisfy { $0.hasPrefix("K3006") })
    }

    @Test("To hold although it yields is no circle: whether a rule holds does not hang on what defeats it")
    func noCircle() {
        let text = "第1条 「一」\n規則 い { もし 規則 ろ が 成立 ならば 可否 = 否 ; 優先 規則 ろ }\n規則 ろ { もし 物.b ならば 可否 = 別 }"
        #expect(CheckedRules(text, under: Self.head).errors.isEmpty)
    }

    @Test("A requirement is part of the condition, or a rule that waives it applies")
    func requirements() throws {
        let sample = try Sample(Self.head + "第1条 「一」\n規則 い { もし 物.a ; 要件 x : 物.b ; ならば 可否 = 否 }\n規則 ろ { もし 物.a ならば 可否 = 否 ; 免除 規則 い 要件 x }")
        let (a, b) = (try sample.fact("物.a"), try sample.fact("物.b"))
        let waived = Condition.or([.isCase(b, CaseSet([1])), .applies(try sample.rule("ろ"))])
        #expect(sample.contract.rules.map(\.whole) == [.and([.isCase(a, CaseSet([1])), waived]), .isCase(a, CaseSet([1]))])
        #expect(CheckedRules("第1条 「一」\n規則 い { もし 物.a ならば 可否 = 否 }\n規則 ろ { ならば 可否 = 否 ; 免除 規則 い 要件 x }", under: Self.head).errors == ["K2001 x"])
    }
}
