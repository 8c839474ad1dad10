import Morphology

/// A predicate with what stands before it, before its relation to the rest of the sentence is known.
struct PredicateDraft {
    var lemma: Lemma
    /// From the first word of the predicate to the one after its endings.
    var words: Range<Int>
    var range: Range<Int>
    var ending: Ending
    var arguments: [Argument] = []
    var times: [TimeExpression] = []
    /// How, in adverbs: 前もって.
    var adverbs: [String] = []
    /// いつ, どう, だれ stands before it.
    var asksHow = false
    /// もし stands before it.
    var isSupposed = false
    /// たぶん stands before it.
    var isUnsure = false
    /// まだ stands before it.
    var isStill = false
    /// In 「」: whose words are not the writer's.
    var isInQuotes = false
    /// A sentence that ends with a noun, without だ.
    var isBare = false
    /// A state by itself: adjectives, nouns, ある.
    var isState: Bool { lemma.kind != .verb || Self.states.contains(lemma.base) }

    private static let states: Set<String> = ["ある", "いる", "要る", "違う", "異なる", "わかる", "分かる", "足りる", "できる", "困る", "かかる", "見える", "聞こえる"]
}
