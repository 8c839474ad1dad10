import Syntax
import Testing

@Suite("The two lexicons")
struct LexiconTests {
    @Test("A spelling belongs to one keyword, but for those that the grammar tells apart by where they stand")
    func spellings() {
        // 版 is the edition and a type, 年月 a type and a function; 「の件数」 and such are told apart by what follows.
        let japanese = Dictionary(grouping: Keyword.allCases, by: \.japanese).filter { $0.value.count > 1 }
        #expect(Set(japanese.keys) == ["版", "年月"])
        let english = Dictionary(grouping: Keyword.allCases, by: \.english).filter { $0.value.count > 1 }
        #expect(Set(english.keys) == ["includes"])
    }

    @Test("A word of either lexicon is found as its keyword", arguments: Keyword.allCases)
    func found(keyword: Keyword) {
        let shared: Set<Keyword> = [.version, .monthOf, .locative]
        for lexicon in Lexicon.allCases {
            let spelling = lexicon.spell(keyword)
            // What English says in several words is put together by the parser.
            if spelling.contains(" ") { continue }
            #expect(Lexicon.words[spelling] == keyword || shared.contains(keyword))
        }
    }

    @Test(
        "The words that the manual gives for the same meaning are the same keyword",
        arguments: [("ではない", "でない"), ("但し", "ただし"), ("超える", "超"), ("にかかわらず", "かかわらず")])
    func others(other: String, word: String) {
        #expect(Lexicon.words[other] != nil && Lexicon.words[other] == Lexicon.words[word])
    }

    @Test("A function has one name in each lexicon, and another name is no function")
    func functions() {
        for function in Function.allCases {
            for lexicon in Lexicon.allCases {
                #expect(Function(Name(text: lexicon.spell(function.keyword), span: TokenSpan(first: 0, last: 0))) == function)
            }
        }
        #expect(Function(Name(text: "サポート終了", span: TokenSpan(first: 0, last: 0))) == nil)
    }

    @Test(
        "Words of reserved chapters cannot be used yet, neither at the top nor inside, and what follows is read",
        arguments: ["指紋", "附則", "改正", "営業日", "amendment"])
    func reserved(word: String) {
        let top = SyntaxReading("\(word) 「…」\n定義 a = 1")
        #expect(top.places == ["K1014 \(word)"] && top.declared == ["a"])
        let inside = SyntaxReading("規則 r {\n  \(word) 「…」\n  ならば 判 = 可\n}\n")
        #expect(inside.places == ["K1014 \(word)"] && inside.declared == ["r"])
    }
}
