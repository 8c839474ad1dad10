import Diagnostics
import Testing

@Suite("Words in the language of the reader")
struct BilingualTests {
    private struct Writer: Bilingual {
        let language: MessageLanguage
    }

    private let japanese = Writer(language: .japanese)
    private let english = Writer(language: .english)

    @Test("A sentence is said in one language or the other")
    func wording() {
        let wording = Wording("はい", "yes")
        #expect(wording(.japanese) == "はい" && wording(.english) == "yes")
        #expect(japanese.word("はい", "yes") == "はい" && english.word("はい", "yes") == "yes")
    }

    @Test("Languages are called by their codes", arguments: [("ja", MessageLanguage.japanese), ("en", .english)])
    func codes(code: String, language: MessageLanguage) {
        #expect(MessageLanguage(rawValue: code) == language)
    }

    @Test("An aside stands in the brackets of its language, with a space only where that is written")
    func aside() {
        #expect(japanese.aside("推定") == "（推定）")
        #expect(english.aside("assumed") == " (assumed)")
    }

    @Test("Lists and quoted names follow the language; one alone needs nothing between")
    func lists() {
        #expect(japanese.listed(["赤", "青", "緑"]) == "赤・青・緑" && english.listed(["red", "blue", "green"]) == "red, blue, green")
        #expect(japanese.listed(["赤"]) == "赤" && english.listed([]).isEmpty)
        #expect(japanese.quoted(["赤", "青"]) == "「赤」「青」" && english.quoted(["赤", "青"]) == "`赤`, `青`")
        #expect(japanese.quoted([]).isEmpty && english.quoted(["赤"]) == "`赤`")
    }
}
