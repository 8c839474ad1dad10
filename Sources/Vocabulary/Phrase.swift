/// Words in base form that speak of a case or a fact (表記 「…」): 「機器を移動する」.
package struct Phrase: Sendable, Hashable {
    /// How the words of a text have to be meant.
    package enum Sense: String, Sendable, Hashable, CaseIterable {
        /// That it is so, or was; a noun alone is only spoken of.
        case said
        /// 頼み: it is asked for, or asked about.
        case wanted
        /// 予定: it is to be.
        case planned
        /// 話題: it is spoken of, in any way.
        case mentioned
    }

    package let words: String
    package let sense: Sense
    /// 偽: the words say no.
    package let saysNo: Bool
    /// 控え: they count only where nothing else is said of the fact.
    package let isFallback: Bool
    /// だれが: who does it is the value.
    package let readsActor: Bool

    package init(_ words: String, sense: Sense = .said, saysNo: Bool = false, isFallback: Bool = false, readsActor: Bool = false) {
        self.words = words
        self.sense = sense
        self.saysNo = saysNo
        self.isFallback = isFallback
        self.readsActor = readsActor
    }
}

/// A word of phrases and what is also said for it (語): 機器 for ルーター and UTM, 移動する for 動かす.
package struct WordGroup: Sendable, Hashable {
    package let word: String
    /// Words, or names of other groups.
    package let members: [String]

    package init(_ word: String, _ members: [String]) {
        self.word = word
        self.members = members
    }
}
