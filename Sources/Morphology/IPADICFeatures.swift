/// Reads IPADIC's features: 品詞,細分類1,細分類2,細分類3,活用型,活用形,原形,読み,発音.
enum IPADICFeatures {
    /// - Parameter surface: stands in for the base form of an unknown word.
    static func word(_ features: String, surface: String) -> DictionaryWord {
        let parts = features.split(separator: ",", omittingEmptySubsequences: false)
        func part(_ number: Int) -> Substring { number < parts.count && parts[number] != "*" ? parts[number] : "" }
        let base = part(6)
        return DictionaryWord(
            partOfSpeech: partOfSpeech(part(0), part(1), part(2)), base: base.isEmpty ? surface : String(base), conjugation: conjugation(part(4)),
            form: form(part(5)), reading: String(part(7)))
    }

    private static func partOfSpeech(_ first: Substring, _ second: Substring, _ third: Substring) -> PartOfSpeech {
        switch first {
        case "名詞": .noun(noun(second, third))
        case "動詞": second == "非自立" ? .dependentVerb : second == "接尾" ? .verbSuffix : .verb
        case "形容詞": second == "自立" ? .adjective : .dependentAdjective
        case "助動詞": .auxiliary
        case "助詞": .particle(particle(second, third))
        case "副詞": .adverb
        case "連体詞": .adnominal
        case "接続詞": .conjunction
        case "感動詞", "フィラー": .interjection
        case "接頭詞": .prefix
        case "記号": symbol(second)
        default: .symbol
        }
    }

    private static func symbol(_ second: Substring) -> PartOfSpeech {
        switch second {
        case "句点": .fullStop
        case "読点": .comma
        case "括弧開": .openBracket
        case "括弧閉": .closeBracket
        case "空白": .space
        default: .symbol
        }
    }

    private static func noun(_ second: Substring, _ third: Substring) -> PartOfSpeech.Noun {
        switch second {
        case "サ変接続": .verbal
        case "形容動詞語幹", "ナイ形容詞語幹": .adjectival
        case "副詞可能": .adverbial
        case "数": .number
        case "代名詞": .pronoun
        case "固有名詞":
            switch third {
            case "人名": .person
            case "組織": .organization
            case "地域": .place
            default: .proper
            }
        case "非自立": third == "助動詞語幹" ? .auxiliaryStem : .dependent
        case "特殊": .auxiliaryStem
        case "接尾":
            switch third {
            case "サ変接続": .verbal
            case "助数詞", "副詞可能": .counter
            case "助動詞語幹": .auxiliaryStem
            default: .suffix
            }
        default: .general
        }
    }

    private static func particle(_ second: Substring, _ third: Substring) -> PartOfSpeech.Particle {
        switch second {
        case "格助詞": third == "引用" ? .quoting : .caseMarking
        case "係助詞": .binding
        case "接続助詞": .conjunctive
        case "終助詞": .final
        case "副助詞": .adverbial
        case "連体化": .adnominal
        case "並立助詞": .parallel
        case "副助詞／並立助詞／終助詞": .ka
        default: .other
        }
    }

    private static func conjugation(_ name: Substring) -> Conjugation? {
        if name.isEmpty { return nil }
        if name.hasPrefix("五段") || name.hasPrefix("四段") { return .godan }
        if name.hasPrefix("一段") { return .ichidan }
        if name.hasPrefix("サ変") { return .suru }
        if name.hasPrefix("カ変") { return .kuru }
        if name.hasPrefix("形容詞") { return .adjective }
        switch name {
        case "特殊・タ": return .past
        case "特殊・ダ", "特殊・ジャ", "特殊・ヤ", "特殊・デス": return .copula
        case "特殊・マス": return .polite
        case "特殊・ナイ", "特殊・ヌ": return .negative
        case "特殊・タイ": return .desiderative
        default: return .other
        }
    }

    private static func form(_ name: Substring) -> ConjugationForm? {
        switch name {
        case "": nil
        case "未然形", "未然ヌ接続", "未然レル接続", "未然特殊": .irrealis
        case "未然ウ接続": .volitional
        case "連用形", "連用ニ接続", "連用ゴザイ接続": .continuative
        case "連用タ接続", "連用テ接続", "連用デ接続": .euphonic
        case "基本形", "音便基本形", "文語基本形", "現代基本形", "基本形-促音便": .basic
        case "体言接続", "体言接続特殊", "体言接続特殊２": .attributive
        case "仮定形", "仮定縮約１", "仮定縮約２": .conditional
        case "命令ｅ", "命令ｉ", "命令ｒｏ", "命令ｙｏ": .imperative
        default: .other
        }
    }
}
