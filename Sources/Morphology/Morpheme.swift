/// A word of a text as the dictionary knows it.
package struct Morpheme: Sendable, Hashable {
    /// The word in the form that was analysed: one width, usual kana.
    package let surface: String
    /// Where it stands, in UTF-8 bytes of the original text.
    package let range: Range<Int>
    package let word: DictionaryWord
    /// What kind of number, day or given word it was read as beforehand, whole.
    package let whole: WholeKind?
    /// The dictionary does not have it.
    package let isUnknown: Bool

    package var partOfSpeech: PartOfSpeech { word.partOfSpeech }
    /// The form that stands in dictionaries; of unknown words the surface.
    package var base: String { word.base }
    package var form: ConjugationForm? { word.form }
}

/// What the dictionary says of a word.
package struct DictionaryWord: Sendable, Hashable {
    package let partOfSpeech: PartOfSpeech
    package let base: String
    /// How it conjugates; nil for words that do not.
    package let conjugation: Conjugation?
    package let form: ConjugationForm?
    /// The reading of the surface in katakana; empty where none is known.
    package let reading: String
}

/// Parts of speech, as far as sentences need to tell them apart (IPADIC's system, after 学校文法).
package enum PartOfSpeech: Sendable, Hashable {
    case noun(Noun)
    /// 動詞 自立, 非自立 (補助動詞), 接尾 (れる, せる).
    case verb, dependentVerb, verbSuffix
    /// 形容詞 自立, 非自立・接尾 (ほしい, にくい).
    case adjective, dependentAdjective
    case auxiliary
    case particle(Particle)
    case adverb, adnominal, conjunction, interjection, prefix
    case fullStop, comma, openBracket, closeBracket, space, symbol

    package enum Noun: Sendable, Hashable {
        case general
        /// サ変接続: with する it is a verb.
        case verbal
        /// 形容動詞語幹, ナイ形容詞語幹.
        case adjectival
        /// 副詞可能: 昨日, 全部.
        case adverbial
        case number, pronoun, person, organization, place, proper
        /// 非自立: こと, の, わけ, はず.
        case dependent
        /// そう, よう, みたい: the stem of an auxiliary.
        case auxiliaryStem
        case suffix
        /// 接尾 that make a time or a count: 日, 台.
        case counter
    }

    package enum Particle: Sendable, Hashable {
        /// 格助詞.
        case caseMarking
        /// 引用 と.
        case quoting
        /// 係助詞 は, も, しか.
        case binding
        /// 接続助詞.
        case conjunctive
        /// 終助詞.
        case final
        /// 副助詞 だけ, まで.
        case adverbial
        /// 連体化 の.
        case adnominal
        /// 並立助詞.
        case parallel
        /// か, which may be any.
        case ka
        case other
    }

    package var isNoun: Bool { if case .noun = self { true } else { false } }
    package var isParticle: Bool { if case .particle = self { true } else { false } }
}

/// How a word conjugates.
package enum Conjugation: Sendable, Hashable {
    case godan, ichidan, suru, kuru, adjective
    /// た.
    case past
    /// だ, じゃ, や, です and their kind.
    case copula
    /// ます.
    case polite
    /// ない, ぬ.
    case negative
    /// たい.
    case desiderative
    case other
}

/// The forms that a word conjugates to (活用形).
package enum ConjugationForm: Sendable, Hashable {
    /// 未然形.
    case irrealis
    /// 未然ウ接続: before う.
    case volitional
    /// 連用形.
    case continuative
    /// 連用タ接続, 連用テ接続: before た and て.
    case euphonic
    /// 基本形.
    case basic
    /// 体言接続: before nouns.
    case attributive
    /// 仮定形.
    case conditional
    case imperative
    case other
}

/// What was read before the analysis and kept whole.
package enum WholeKind: Sendable, Hashable {
    /// 12月13日, 令和6年3月1日, `2026/3/1`, 10月末.
    case date
    /// 9:00, 午後3時.
    case clock
    /// 3日前, 2週間後.
    case distance
    /// 三日間, 2時間半.
    case duration
    /// 88,000円.
    case amount
    /// 15.8, 22H2.
    case version
    case percent
    /// 3台, 12km.
    case quantity
    case number
    /// A word that the caller gave, by its number.
    case given(Int)

    package var isTime: Bool {
        switch self {
        case .date, .clock, .distance, .duration: true
        case .amount, .version, .percent, .quantity, .number, .given: false
        }
    }
}
