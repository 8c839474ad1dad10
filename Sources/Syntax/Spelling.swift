/// 表記: a regular expression, or words in base form, that find something in free text.
package struct Spelling: Sendable {
    package enum Form: Sendable { case pattern, words }

    /// How the words of a text have to be meant, and what they then say.
    package enum Manner: String, Sendable, CaseIterable {
        /// 頼み: asked for.
        case wanted
        /// 予定: planned.
        case planned
        /// 話題: spoken of in any way.
        case mentioned
        /// 控え: counts only where nothing else is said.
        case fallback
        /// だれが: who did it is the value.
        case actor
        /// 偽: the words say no.
        case no
    }

    package var form: Form
    /// The pattern without its slashes, or the words.
    package var text: Quoted
    package var manners: [SpellingManner]

    /// The keywords that stand between 表記 and the words.
    package static let manners: [Keyword: Manner] = [
        .wanted: .wanted, .planned: .planned, .mentioned: .mentioned, .fallback: .fallback, .actor: .actor, .no: .no,
    ]
}

/// How a spelling is meant, as written. Several spellings behind one 表記 share it.
package struct SpellingManner: Sendable {
    package var manner: Spelling.Manner
    package var span: TokenSpan
}

/// 語: a word of phrases, and the words that are also said for it.
package struct WordsDeclaration: Sendable {
    package var name: Name
    package var members: [Quoted]
    package var span: TokenSpan
}

/// 言い方: how a fact or a case is said, apart from its declaration.
package struct SayingsDeclaration: Sendable {
    /// A fact, or an enumeration with one of its cases.
    package var path: [Name]
    package var spellings: [Spelling]
    package var span: TokenSpan
}

extension SyntaxTree {
    /// All 表記 and 言い方 of cases and facts, in their order.
    package var spellings: [Spelling] {
        items.flatMap { item -> [Spelling] in
            switch item {
            case .enumeration(let declaration): declaration.cases.flatMap(\.spellings)
            case .facts(let declaration): declaration.facts.flatMap(\.spellings)
            case .sayings(let declaration): declaration.spellings
            default: []
            }
        }
    }
}
