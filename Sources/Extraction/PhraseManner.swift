import Sentences
import Vocabulary

/// Whether a predicate is meant as a phrase wants it, and what it leaves open.
enum PhraseManner {
    /// - Parameter noun: the noun that was found, where the phrase is one.
    /// - Returns: nil where it does not say what the phrase looks for.
    static func manner(_ one: Predication, _ pattern: PhrasePattern, noun: SpokenText.Noun?) -> Manner? {
        var manner = Manner()
        if one.certainty == .open, !pattern.head.isOpen {
            // That it is not known whether says neither yes nor no; what is named is named.
            guard pattern.sense == .mentioned, case .enumerationCase = pattern.owner else { return nil }
            manner.doubts.insert(.unsure)
        }
        if [.guessed, .hearsay, .quoted].contains(one.certainty) { manner.doubts.insert(.unsure) }
        if pattern.head.isAbility, noun == nil, !one.moods.contains(.ability) { return nil }
        manner.isDenied = isDenied(one, pattern.head, noun)
        // What is not said to be denied says nothing: 見ています of 見られない.
        if manner.isDenied, noun == nil, pattern.head.polarity == .negative || pattern.phrase.saysNo || pattern.phrase.isFallback { return nil }
        let isSupposed = one.moods.contains(.condition) || one.position == .condition
        switch pattern.sense {
        case .said: return said(one, pattern, noun, isSupposed, manner)
        case .planned:
            let isRefused = one.moods.isEmpty && one.tense == .present && one.polarity == .negative
            guard !one.moods.isDisjoint(with: planning) || one.tense == .future || one.tense == .unstated || isRefused else { return nil }
            if isSupposed { manner.doubts.insert(.supposed) }
            if one.moods.contains(.wish) { manner.doubts.insert(.wished) }
        case .wanted:
            guard isWanted(one, noun) else { return nil }
            manner.isDenied = false
            if isSupposed { return nil }
            if !one.moods.isSubset(of: [.request, .whether]) || one.moods.isEmpty || isLoose(one, pattern) { manner.doubts.insert(.inferred) }
        case .mentioned:
            if isSupposed { manner.doubts.insert(.supposed) }
            if one.moods.contains(.wish) { manner.doubts.insert(.wished) }
            if one.tense == .past, one.moods.isEmpty { manner.doubts.insert(.past) }
            // That something is named does not say that it is asked for.
            manner.doubts.insert(.inferred)
        }
        return manner
    }

    private static let planning: Set<Mood> = [.plan, .wish, .request, .duty, .permission, .whether, .how, .named, .command, .condition]
    private static let wanting: Set<Mood> = [.request, .wish, .command, .whether, .how, .permission, .duty, .named]
    private static let existence: Set<String> = ["ある", "いる"]
    /// What it is to have a thing: whoever has not done it has none.
    private static let having: Set<String> = [
        "ある", "いる", "持つ", "入る", "使う", "申し込む", "申込む", "契約", "加入", "申込", "申込み", "申し込み", "利用", "使用", "導入", "購入",
    ]
    private static let had: Set<Argument.Role> = [.subject, .topic, .also, .bare, .object, .to, .of]

    /// A noun is denied by what is said of it only where that is whether it is so, is there, or is had: 「VPNは契約していません」.
    private static func isDenied(_ one: Predication, _ step: PhrasePattern.Step, _ noun: SpokenText.Noun?) -> Bool {
        guard let noun else { return one.polarity != step.polarity }
        guard one.polarity == .negative else { return false }
        if noun.isPredicate { return true }
        // 「VPNのご契約はしていません」: what is had stands before the noun of having.
        return isHaving(one.lemma) && noun.role.map(had.contains) == true
            || one.lightNouns.contains { having.contains(String($0.drop { $0 == "ご" || $0 == "お" })) }
    }

    /// 「未契約のVPN」: whether something that is not had is what a noun stands for.
    static func isLacking(_ one: Predication, _ noun: SpokenText.Noun) -> Bool {
        guard one.polarity == .negative, one.position == .relative, isHaving(one.lemma) else { return false }
        // Right before it, with no more than a particle between.
        let gap = noun.range.lowerBound - one.range.upperBound
        return (0...6).contains(gap) || one.arguments.contains { $0.role == .head && $0.range.overlaps(noun.range) }
    }

    private static func isHaving(_ lemma: Lemma) -> Bool {
        having.contains(lemma.base.hasSuffix("する") ? String(lemma.base.dropLast(2)) : lemma.base)
    }

    /// What is supposed, wished, asked or to come is not so.
    private static func said(_ one: Predication, _ pattern: PhrasePattern, _ noun: SpokenText.Noun?, _ isSupposed: Bool, _ manner: Manner) -> Manner? {
        var manner = manner
        var moods = one.moods
        if pattern.head.isAbility { moods.remove(.ability) }
        if moods.remove(.how) != nil { manner.doubts.insert(.unsure) }
        guard !isSupposed, moods.isEmpty else { return nil }
        // ご作業: a noun alone does not say who did it.
        if one.tense == .unstated, pattern.head.actor != nil, one.actor == .unstated { return nil }
        if one.tense == .future, one.polarity == .positive, one.lemma.kind == .verb, !existence.contains(one.lemma.base), !pattern.head.isAbility { return nil }
        // 動かしません: it will not be, which says nothing of what has been.
        if case .enumerationCase = pattern.owner, manner.isDenied, one.tense == .present, one.lemma.kind == .verb { return nil }
        if one.tense == .unstated { manner.doubts.insert(.unsure) }
        if one.tense == .past { manner.doubts.insert(.past) }
        return manner
    }

    /// Another word, or a longer one, stands for what the rule says: クライアント設定する for 設定する.
    private static func isLoose(_ one: Predication, _ pattern: PhrasePattern) -> Bool { one.lemma.base != pattern.head.verbs.first?.base }

    private static func isWanted(_ one: Predication, _ noun: SpokenText.Noun?) -> Bool {
        let isAsked = !one.moods.isDisjoint(with: [.whether, .request])
        if one.polarity == .negative {
            // 直してもらえませんか asks; 変えないでほしい does not ask for it.
            return noun == nil || noun?.isPredicate == true ? one.moods.contains(.whether) : isAsked
        }
        return !one.moods.isDisjoint(with: wanting) || one.tense == .unstated
    }
}
