import Morphology

/// Brings the predicates of a sentence into relation: a chain takes its mood from its end, words of others are theirs, 「…人がいない」 denies.
struct Relations {
    private var drafts: [PredicateDraft]
    private let words: [Morpheme]
    private let writer: Writer

    init(_ drafts: [PredicateDraft], _ words: [Morpheme], writer: Writer) {
        self.drafts = drafts
        self.words = words
        self.writer = writer
    }

    /// A question mark ends the sentence.
    private var isQuestion: Bool {
        words.suffix(3).contains { ["?", "？", "?!", "!?"].contains($0.surface) }
    }

    var predications: [Predication] {
        var result: [Predication] = drafts.indices.map { single(drafts[$0], isLast: $0 == drafts.indices.last) }
        for number in result.indices.reversed() {
            guard number + 1 < result.count else { continue }
            cleave(&result, number)
            chain(&result, number)
            embed(&result, number)
        }
        for number in result.indices { deny(&result, number) }
        for number in result.indices {
            result[number].actor = ActorReader(result, drafts, number).actor
            settle(&result, number)
        }
        return result
    }

    /// What a predicate says by itself.
    private func single(_ draft: PredicateDraft, isLast: Bool) -> Predication {
        let ending = draft.ending
        var moods = ending.moods
        var certainty = Certainty.stated
        if ending.isHearsay { certainty = .hearsay }
        if ending.isGuessed || draft.isUnsure { certainty = .guessed }
        if draft.isSupposed, ending.position != .relative, ending.position != .nominal { moods.insert(.condition) }
        var polarity = ending.polarity
        // Only …: しか…ない.
        if draft.arguments.contains(where: { $0.role == .only && !$0.isInherited }), polarity == .negative { polarity = .positive }
        if ending.isDoubleNegation { certainty = .guessed }
        let isAsked = ending.isAsked || ending.isAskedWithin || isLast && ending.position != .quoted && !draft.isInQuotes && isQuestion
        if isAsked, !moods.contains(.request), !moods.contains(.command) {
            moods.insert(draft.asksHow ? .how : .whether)
        } else if draft.asksHow, ending.position == .main, !draft.isBare, !draft.isInQuotes {
            moods.insert(.how)
        }
        if ending.position == .nominal, !ending.isPast, !ending.isAskedWithin { moods.insert(.named) }
        if draft.isInQuotes || ending.position == .quoted, certainty == .stated { certainty = .quoted }
        if Self.open.contains(draft.lemma.base) || Self.unknown.contains(draft.lemma.base) && ending.polarity == .negative { certainty = .open }
        let tense = tense(draft, moods)
        if tense == .future, moods.isEmpty || moods == [.named], !draft.isState, ending.polarity == .positive,
            draft.times.contains(where: { $0.direction == .future })
        {
            moods.insert(.plan)
        }
        return Predication(
            lemma: draft.lemma, range: draft.range, arguments: draft.arguments, polarity: polarity, certainty: certainty, moods: moods, tense: tense,
            diathesis: diathesis(draft),
            actor: .unstated, times: draft.times, adverbs: draft.adverbs, position: draft.isInQuotes && ending.position == .main ? .quoted : ending.position,
            isPending: draft.isStill && polarity == .negative)
    }

    private static let open: Set<String> = ["不明", "未定", "未確定", "未確認", "不詳", "未決定", "確定待ち"]
    /// Denied, what they are said of is not known.
    static let unknown: Set<String> = [
        "分かる", "わかる", "判る", "解る", "知る", "存じる", "決まる", "決める", "確認する", "確定する", "覚える", "思い出す", "存じ上げる", "はっきりする", "決定する", "定まる", "判明する",
    ]

    private func tense(_ draft: PredicateDraft, _ moods: Set<Mood>) -> Tense {
        let ending = draft.ending
        if draft.isBare, draft.lemma.kind == .verb { return .unstated }
        if ending.isPast { return .past }
        if ending.isOngoing { return .ongoing }
        if draft.isState || ending.polarity == .negative && ending.moods.isEmpty { return .present }
        return .future
    }

    private func diathesis(_ draft: PredicateDraft) -> Diathesis {
        let ending = draft.ending
        if ending.isReceived { return .received }
        if ending.isGiven { return .given }
        if ending.isCausative { return .causative }
        return ending.isPassive ? .passive : .active
    }

    /// 工事が終わったのは4月3日です: the day is that of the end.
    private func cleave(_ result: inout [Predication], _ number: Int) {
        let next = result[number + 1]
        guard result[number].position == .nominal, result[number].times.isEmpty, next.lemma.kind == .noun, !next.times.isEmpty, next.polarity == .positive
        else { return }
        result[number].times = next.times
        result[number + 1].times = []
        result[number].moods.remove(.named)
        result[number].moods.formUnion(next.moods)
        if result[number].certainty == .stated { result[number].certainty = next.certainty }
        if result[number].tense == .future, next.moods.isEmpty { result[number].moods.insert(.plan) }
    }

    /// て takes time and mood from what it leads to.
    private func chain(_ result: inout [Predication], _ number: Int) {
        happened(&result, number)
        guard result[number].position == .chained || drafts[number].ending.isBefore else { return }
        let next = result[number + 1]
        if drafts[number].ending.isBefore {
            // 変えてから使えない: it has happened, unless what follows has not.
            let isToCome =
                !next.moods.isDisjoint(with: [.wish, .request, .plan, .condition])
                || next.tense == .future && next.polarity == .positive && next.position == .main && !next.moods.contains(.whether)
            result[number].tense = isToCome ? .future : .past
            if isToCome { result[number].moods.formUnion(next.moods.intersection([.wish, .request, .plan, .condition])) }
            return
        }
        if result[number].moods.isEmpty || result[number].moods == [.named] {
            result[number].moods.formUnion(next.moods.intersection([.wish, .request, .plan, .condition, .command, .duty, .permission]))
            if result[number].tense != .ongoing { result[number].moods.formUnion(next.moods.intersection([.named])) }
            if next.position == .main || next.position == .chained, result[number].polarity == .positive {
                result[number].moods.formUnion(next.moods.intersection([.whether]))
            }
        }
        if result[number].tense != .past, result[number].tense != .ongoing, !(result[number].tense == .present && result[number].polarity == .negative) {
            switch next.tense {
            case .past, .unstated: result[number].tense = next.tense == .past ? .past : result[number].tense
            case .present, .ongoing: result[number].tense = next.moods.isEmpty || next.moods == [.how] ? .past : next.tense
            case .future: result[number].tense = .future
            }
        }
        if result[number].certainty == .stated, next.certainty != .open { result[number].certainty = next.certainty }
    }

    /// 電話したら自動音声だった: it was done, and then.
    private func happened(_ result: inout [Predication], _ number: Int) {
        guard drafts[number].ending.isWhen, result[number].position == .condition, !drafts[number].isSupposed, !drafts[number].ending.moods.contains(.named)
        else { return }
        let main = result[(number + 1)...].first { $0.position == .main || $0.position == .contrast || $0.position == .reason }
        guard let main, main.tense == .past || main.tense == .unstated, main.moods.isEmpty || main.moods == [.how] else { return }
        result[number].moods.remove(.condition)
        result[number].position = .temporal
        result[number].tense = .past
    }

    /// What is said, thought, asked or reported.
    private func embed(_ result: inout [Predication], _ number: Int) {
        let next = result[number + 1]
        if drafts[number].ending.isAskedWithin {
            // …か分からない.
            if next.certainty == .open { result[number].certainty = .open }
            return
        }
        // 「…」と聞いた, …と聞いている.
        if result[number].position == .quoted, ["聞く", "きく", "伺う", "うかがう"].contains(next.lemma.base), result[number].certainty == .quoted {
            result[number].certainty = .hearsay
        }
        if result[number].position == .quoted, next.lemma.base == "疑う" { result[number].certainty = .guessed }
        // Within a condition, a wish or a question all is supposed.
        if result[number].position == .quoted, next.moods.contains(.condition) { result[number].moods.insert(.condition) }
        if result[number].position == .temporal, !drafts[number].ending.isBefore, !drafts[number].ending.isAfter, next.tense != .past, next.tense != .ongoing,
            drafts[number].ending.isPast == false,
            next.moods.contains(.whether) || next.moods.contains(.how) || next.moods.contains(.request) || result[number].moods.contains(.condition)
        {
            result[number].moods.insert(.condition)
        }
    }

    /// 立ち会える人がいない, 頼んだ者はいない.
    private func deny(_ result: inout [Predication], _ number: Int) {
        guard result[number].position == .relative, let head = result[number].arguments.last(where: { $0.role == .head }), number + 1 < result.count else {
            return
        }
        let next = result[number + 1]
        guard ["ある", "いる"].contains(next.lemma.base), next.polarity == .negative,
            next.arguments.contains(where: { $0.range == head.range && [.subject, .topic, .also].contains($0.role) })
        else { return }
        result[number].polarity = result[number].polarity == .negative ? .positive : .negative
        if next.certainty != .stated { result[number].certainty = next.certainty }
        result[number].moods.formUnion(next.moods)
    }

    /// A passive that nobody does, in the plain form, may be ability or politeness.
    private func settle(_ result: inout [Predication], _ number: Int) {
        let one = result[number]
        guard one.diathesis == .passive, one.actor == .unstated else { return }
        let subject = one.arguments.last { [.subject, .topic].contains($0.role) && !$0.isInherited }
        if drafts[number].ending.mayBeAbility {
            let isThing = subject.map { $0.role == .subject && $0.participant == nil } ?? false
            guard one.tense == .future || one.tense == .present || one.polarity == .negative, !isThing || one.lemma.base == "来る" else { return }
            result[number].diathesis = .active
            result[number].moods.insert(.ability)
        } else if let someone = subject?.participant, someone == .provider || !one.arguments.contains(where: { $0.role == .object }),
            someone != (writer == .caller ? .customer : .provider)
        {
            // 営業の方が来られた, 説明された: polite.
            result[number].diathesis = .active
            result[number].actor = .named(someone)
        }
    }
}
