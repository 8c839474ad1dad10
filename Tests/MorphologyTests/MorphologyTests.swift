import Digests
import Morphology
import Testing

@Suite("Morphology")
struct MorphologyTests {
    private static let dictionary = Result { try MorphologicalDictionary() }

    private static func words(_ text: String, _ given: GivenWords = GivenWords()) throws -> [Morpheme] {
        try MorphologicalAnalyzer(dictionary.get(), words: given).analyze(text)
    }

    @Test("Words have their base form, part of speech, form and reading")
    func words() throws {
        let found = try Self.words("設定を変えました")
        #expect(found.map(\.surface) == ["設定", "を", "変え", "まし", "た"])
        #expect(found.map(\.base) == ["設定", "を", "変える", "ます", "た"])
        #expect(found.map(\.partOfSpeech) == [.noun(.verbal), .particle(.caseMarking), .verb, .auxiliary, .auxiliary])
        #expect(found[2].form == .continuative)
        #expect(found[2].word.conjugation == .ichidan)
        #expect(found[0].word.reading == "セッテイ")
        #expect(found.map(\.range) == [0..<6, 6..<9, 9..<15, 15..<21, 21..<24])
    }

    @Test(
        "What is written with figures is one word",
        arguments: [
            ("15.8です", "15.8", WholeKind.version), ("88,000円を", "88,000円", .amount), ("12月13日に", "12月13日", .date), ("9:00に", "9:00", .clock),
            ("令和6年3月1日から", "令和6年3月1日", .date), ("R6.3.1から", "R6.3.1", .date), ("2026-03-01から", "2026-03-01", .date), ("午後3時半に", "午後3時半", .clock),
            ("3日前に", "3日前", .distance), ("三日も待った", "三日", .duration), ("14.6%の", "14.6%", .percent), ("8万8千円で", "8万8千円", .amount), ("3台を", "3台", .quantity),
            ("10月末に", "10月末", .date), ("22H2の", "22H2", .version), ("80Mbpsで", "80Mbps", .quantity), ("12345と", "12345", .number), ("二週間後に", "二週間後", .distance),
        ])
    func wholes(_ text: String, _ word: String, _ kind: WholeKind) throws {
        let first = try #require(try Self.words(text).first)
        #expect(first.surface == word)
        #expect(first.whole == kind)
    }

    @Test("Words of figures in kanji stay words", arguments: ["一部", "一般", "十分", "一緒", "万一", "一方"])
    func noWholes(_ word: String) throws { #expect(try Self.words("\(word)です").first?.whole == nil) }

    @Test(
        "Given words are whole, in either width and without ー or voicing",
        arguments: [
            ("ルーターが", "ルーター"), ("ルータが", "ルーター"), ("ﾙｰﾀｰが", "ルーター"), ("インタネットが", "インターネット"), ("ＶＰＮが", "VPN"), ("vpnが", "VPN"), ("モバイルルーターが", "ルーター"),
        ])
    func given(_ text: String, _ base: String) throws {
        let given = GivenWords([.init("ルーター"), .init("インターネット"), .init("VPN", reading: "ブイピーエヌ")])
        #expect(try Self.words(text, given).contains { $0.base == base && $0.whole != nil })
    }

    @Test("A given word is no part of another")
    func notWithin() throws {
        let given = GivenWords([.init("VPN", reading: "ブイピーエヌ"), .init("ルーター")])
        #expect(try Self.words("VPNS", given).allSatisfy { $0.whole == nil })
        #expect(try Self.words("ルーターズ", given).allSatisfy { $0.whole == nil })
    }

    @Test("Words lie in the original one after the other", arguments: ["ﾌﾟﾘﾝﾀｰ が でけへん", "か\u{3099}ぞう　と VPN\n設定", "来られんかったら、𠮷野家へ😀行く", "ＡＢＣ１２３", "いただけますか"])
    func order(_ text: String) throws {
        var last = 0
        for word in try Self.words(text) {
            #expect(word.range.lowerBound >= last || word.range.upperBound == last)
            #expect(word.range.upperBound <= text.utf8.count)
            last = max(last, word.range.upperBound)
        }
        #expect(last == text.utf8.count)
    }

    @Test("Without a dictionary the error says where it was looked for")
    func absent() {
        #expect(throws: MorphologyError.noDictionary(["/nowhere"])) { try MorphologicalDictionary(at: "/nowhere") }
    }

    @Test("The digest is that of the files, whenever it is asked for")
    func digest() throws {
        let (one, other) = (try MorphologicalDictionary(), try MorphologicalDictionary())
        #expect(one.digest != nil)
        #expect(one.digest == other.digest)
    }

    @Test("Threads read at once and read the same")
    func threads() async throws {
        let text = "昨日、御社が納品したルーターが壊れました。明日見に来てもらえませんか。"
        let dictionary = try Self.dictionary.get()
        let wanted = try Self.words(text)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let analyzer = try MorphologicalAnalyzer(dictionary)
                    return try (0..<50).allSatisfy { _ in try analyzer.analyze(text) == wanted }
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }
}
