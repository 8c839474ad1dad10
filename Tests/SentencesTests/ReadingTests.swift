import Morphology
import Sentences
import Testing

@Suite("Reading")
struct ReadingTests {
    private static func argument(_ role: Argument.Role, of base: String, in text: String) throws -> Argument? {
        try Reading.read(text).last { $0.lemma.base == base }?.arguments.last { $0.role == role }
    }

    @Test("Nouns keep their particles")
    func roles() throws {
        let text = "御社の作業員がルーターを二階から三階へ移した"
        #expect(try Self.argument(.subject, of: "移す", in: text)?.noun == "作業員")
        #expect(try Self.argument(.subject, of: "移す", in: text)?.modifiers == ["御社"])
        #expect(try Self.argument(.object, of: "移す", in: text)?.noun == "ルーター")
        #expect(try Self.argument(.towards, of: "移す", in: text)?.noun == "三階")
    }

    @Test("What is done to what: 設定をする is 設定する")
    func lightVerbs() throws {
        #expect(try Self.argument(.of, of: "設定する", in: "複合機の設定をしてほしい")?.noun == "複合機")
        #expect(try Self.argument(.object, of: "設定する", in: "複合機を設定してほしい")?.noun == "複合機")
    }

    @Test("A relative clause has its head")
    func heads() throws { #expect(try Self.argument(.head, of: "届く", in: "昨日届いた機器を返したい")?.noun == "機器") }

    @Test("A topic holds for the sentence")
    func topics() throws {
        let found = try Reading.read("うちは電話して、待ちました")
        #expect(found.map(\.actor.participant) == [.customer, .customer])
    }

    @Test(
        "Values are whole",
        arguments: [
            ("iOSは15.8です", WholeKind.version, "15.8"), ("支払いは88,000円です", .amount, "88,000円"), ("停電の日は12月13日です", .date, "12月13日"),
            ("金利は14.6%です", .percent, "14.6%"), ("端末は3台です", .quantity, "3台"),
        ])
    func values(_ text: String, _ kind: WholeKind, _ words: String) throws {
        let one = try #require(try Reading.read(text).last)
        #expect(one.lemma.base == words)
        #expect(one.arguments.contains { $0.role == .topic })
    }

    @Test("Places are bytes of the original, also where it was respelled")
    func places() throws {
        let text = "ﾌﾟﾘﾝﾀｰがでけへんねん"
        let one = try #require(try Reading.read(text).last)
        #expect(String(decoding: Array(text.utf8)[one.range], as: UTF8.self) == "でけへんねん")
        #expect(one.arguments.first.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == "ﾌﾟﾘﾝﾀｰ")
    }

    @Test("Kana and kanji are one word, two kanji are two")
    func spellings() throws {
        let kana = try #require(try Reading.read("つながった").last).lemma
        #expect(kana.matches("繋がる", reading: "ツナガル"))
        #expect(!kana.matches("繋がる", reading: "ツナガル", spelling: .strict))
        let cured = try #require(try Reading.read("病気を治した").last).lemma
        #expect(!cured.matches("直す", reading: "ナオス"))
        #expect(cured.matches("直す", reading: "ナオス", spelling: .reading))
        let compound = try #require(try Reading.read("設定変更した").last).lemma
        #expect(compound.matches("変更する", reading: "ヘンコウスル"))
        #expect(!compound.matches("設定する", reading: "セッテイスル"))
    }

    @Test("The same text is read the same")
    func same() throws {
        let text = "昨日、御社が納品したルーターが壊れたらしいので、明日見に来てもらえませんか。"
        let reader = try SentenceReader(Reading.dictionary.get(), words: Reading.words)
        let first = try reader.read(text, writer: .caller)
        _ = try reader.read("別の文です。", writer: .colleague)
        #expect(try reader.read(text, writer: .caller) == first)
    }

    @Test(
        "Hostile texts end",
        arguments: [
            String(repeating: "あ", count: 10_900), String(repeating: "a", count: 32_768), String(repeating: "1", count: 32_768),
            String(repeating: "は", count: 10_900), String(repeating: "十", count: 10_900),
            String(repeating: "「", count: 10_900), String(repeating: "「」", count: 5_400), String(repeating: "なければ", count: 2_700),
            String(repeating: "というのは", count: 2_100),
            String(repeating: "動いて", count: 3_600), String(repeating: "\u{0}", count: 1_000), "\u{FEFF}\u{200B}\u{0}か\u{3099}\u{3099}",
            String(repeating: "3月1日の", count: 2_700),
            String(repeating: "\u{FFFD}", count: 10_900), "", " ", "\n\n\n", "。", "「", "」", "か", "は", "た", "ない", "て", "の", String(repeating: "😀", count: 8_000),
            String(repeating: "のの", count: 5_000), "Ð Ð12月 13日Ð",
        ])
    func hostile(_ text: String) throws {
        let clock = ContinuousClock()
        var found: [Predication] = []
        let time = try clock.measure { found = try Reading.read(text) }
        #expect(time < .seconds(5))
        for one in found { #expect(one.range.upperBound <= text.utf8.count && one.range.lowerBound <= one.range.upperBound) }
    }

    @Test("Random texts are read, and what is read lies in them")
    func random() throws {
        let parts = [
            "ない", "たら", "なければ", "と思います", "しか", "てください", "のは", "こと", "御社の", "うちが", "昨日", "3月1日", "15.8", "ルーター", "「", "」", "と言った", "か", "、", "。", "けん", "んかった",
            "てへん",
            "令和6年", "22H2", " ", "  ", "です", "する", "した", "の", "もし", "まだ", "動", "変え", "業者", "Ð", "ﾞ", "ｱ", "\u{3099}", "\u{0}", "😀", "𠮷", "(", ")", "?", "\n",
            "十", "ー", "っ", "a", "Z",
        ]
        var state: UInt64 = 20_261_130
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += parts[Int(state >> 33) % parts.count]
            }
            for one in try Reading.read(text) {
                #expect(one.range.lowerBound <= one.range.upperBound && one.range.upperBound <= text.utf8.count)
                for argument in one.arguments { #expect(argument.range.upperBound <= text.utf8.count) }
                for time in one.times { #expect(time.range.upperBound <= text.utf8.count) }
            }
        }
    }

    @Test("A text that is too long is refused, not cut")
    func tooLong() throws {
        #expect(throws: MorphologyError.tooLong(bytes: 100_000)) { try Reading.read(String(repeating: "a", count: 100_000)) }
        #expect(throws: MorphologyError.tooLong(bytes: 99_999)) { try Reading.read(String(repeating: "あ", count: 33_333)) }
    }

    @Test("Bytes that are no text are read as far as they are")
    func brokenBytes() throws {
        let bytes: [UInt8] = Array("設定を".utf8) + [0xED, 0xA0, 0x80, 0xFF, 0xC0] + Array("変えました".utf8)
        #expect(try Reading.read(String(decoding: bytes, as: UTF8.self)).last?.lemma.base == "変える")
    }
}
