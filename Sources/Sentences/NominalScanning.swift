import Morphology

extension SentenceScanner {
    /// A noun: an argument, a time, or a predicate.
    mutating func nominal() {
        let start = place
        // あと、: besides.
        if words[start].surface == "あと", let next = word(start + 1), !next.partOfSpeech.isParticle, next.partOfSpeech != .auxiliary {
            place += 1
            return
        }
        if let directions = timeEnd(start) { return timePhrase(start, directions.end, directions.directions) }
        let end = compoundEnd(start)
        guard end > start else {
            place += 1
            return
        }
        for word in words[start..<end] { notice(word) }
        place = end
        finish(NounPhrase(words: start..<end, modifiers: modifiers, start: modifiers.first?.lowerBound ?? start))
    }

    /// The end of words that say when.
    func timeEnd(_ start: Int) -> (end: Int, directions: [TimeExpression.Direction])? {
        var end = start
        var directions: [TimeExpression.Direction] = []
        while end < words.count {
            if let direction = TimeWords.direction(words[end]), words[end].partOfSpeech.isNoun {
                directions.append(direction)
                end += 1
            } else if !directions.isEmpty, TimeWords.tails.contains(words[end].surface), words[end].partOfSpeech.isNoun || words[end].partOfSpeech == .prefix {
                end += 1
            } else if !directions.isEmpty, words[end].surface == "の", let next = word(end + 1),
                TimeWords.direction(next) != nil || TimeWords.tails.contains(next.surface) && next.partOfSpeech.isNoun,
                next.surface != "日" || next.whole != nil || word(end + 2)?.partOfSpeech.isParticle == true
            {
                end += 1
            } else if !directions.isEmpty, words[end].partOfSpeech == .openBracket, end + 2 < words.count, words[end + 2].partOfSpeech == .closeBracket,
                words[end + 1].surface.count <= 3
            {
                // 7月13日(月).
                end += 3
            } else {
                break
            }
        }
        return directions.isEmpty ? nil : (end, directions)
    }

    mutating func timePhrase(_ start: Int, _ end: Int, _ directions: [TimeExpression.Direction]) {
        place = end
        let next = word(end)
        let phrase = NounPhrase(words: start..<end, modifiers: modifiers, start: modifiers.first?.lowerBound ?? start)
        if next?.surface == "の", next?.partOfSpeech == .particle(.adnominal) || word(end + 1).map({ isNominal($0) || $0.partOfSpeech == .prefix }) == true {
            modifiers.append(start..<end)
            place += 1
            return
        }
        if ["で", "じゃ"].contains(next?.surface ?? ""),
            EndingReader(words, after: end - 1).negation(at: ["は", "も"].contains(word(end + 1)?.surface ?? "") ? 2 : 1) != nil
        {
            return predicate(phrase)
        }
        if let next,
            next.partOfSpeech == .auxiliary && next.word.conjugation == .copula || next.partOfSpeech == .auxiliary && next.surface == "らしい"
                || next.partOfSpeech == .particle(.ka) || isEnd(end),
            isEnd(end) == false || !modifiers.isEmpty || pending.contains(where: { [.subject, .topic].contains($0.argument.role) }) || !topics.isEmpty
        {
            return predicate(phrase)
        }
        if next == nil, !topics.isEmpty || pending.contains(where: { [.subject].contains($0.argument.role) }) { return predicate(phrase) }
        if let (role, after) = role(at: end) {
            let particle = text(end..<after)
            place = after
            if role == .subject || role == .object {
                pending.append((argument(phrase, role: role), false))
            }
            times.append((time(start..<end, directions, particle), false))
        } else {
            times.append((time(start..<end, directions, nil), false))
        }
        if !modifiers.isEmpty {
            pending.append(
                (
                    argument(
                        NounPhrase(words: modifiers[modifiers.count - 1], modifiers: Array(modifiers.dropLast()), start: modifiers[0].lowerBound), role: .of),
                    false
                ))
        }
        modifiers = []
    }

    /// Nothing but marks and final particles follows.
    func isEnd(_ place: Int) -> Bool {
        var place = place
        while let word = word(place),
            word.partOfSpeech == .particle(.final) || word.partOfSpeech == .space || word.partOfSpeech == .symbol || word.partOfSpeech == .fullStop
        { place += 1 }
        return place >= words.count
    }

    private static let light: Set<String> = [
        "する", "致す", "いたす", "なさる", "できる", "出来る", "やる", "行う", "行なう", "おこなう", "実施", "頼む", "たのむ", "願う", "お願い", "希望", "依頼", "お頼み", "受ける",
    ]

    /// What follows a noun decides what it is.
    mutating func finish(_ phrase: NounPhrase) {
        let end = phrase.words.upperBound
        guard let next = word(end) else { return predicate(phrase, isBare: true) }
        // 設定する, 設定できる.
        if next.partOfSpeech == .verb || next.partOfSpeech == .dependentVerb,
            ["する", "できる", "出来る", "致す", "いたす", "なさる", "くださる", "下さる", "願う", "頂く", "申し上げる", "願える", "頂ける", "ください"].contains(next.base),
            isVerbal(phrase)
        {
            return verbal(phrase, verb: end)
        }
        switch next.partOfSpeech {
        case .auxiliary:
            if next.word.conjugation == .copula || ["らしい", "ある", "やん", "じゃん", "た"].contains(next.base) { return predicate(phrase) }
        case .particle:
            if next.surface == "の", word(end + 1)?.base == "場合" { return supposed(phrase) }
            if next.surface == "の", !isEnd(end) || word(end + 1)?.surface == "?" {
                if let after = word(end + 1),
                    isNominal(after) || after.partOfSpeech == .prefix || after.partOfSpeech == .openBracket || after.partOfSpeech == .adnominal
                        || after.partOfSpeech == .verb
                        || after.partOfSpeech == .adjective || after.partOfSpeech == .noun(.dependent) || after.partOfSpeech == .adverb
                {
                    markedModifier(phrase)
                    modifiers.append(phrase.words)
                    place = end + 1
                    return
                }
            }
            // 誰か, 何も: nobody in particular is asked about.
            if ["か", "も", "でも"].contains(next.surface), isInterrogative(phrase),
                word(end + 1).map({ $0.partOfSpeech != .fullStop && $0.surface != "?" }) ?? (next.surface != "か")
            {
                asksHow = false
                if next.surface == "か" {
                    place = end + 1
                    if let (role, after) = role(at: place) {
                        place = after
                        return keep(argument(phrase, role: role))
                    }
                    return keep(argument(phrase, role: .bare))
                }
            }
            if next.surface == "か" || next.surface == "かも" || next.surface == "かな" || next.surface == "かい" || next.surface == "っけ"
                || next.partOfSpeech == .particle(.final)
            {
                // 雷か火災: one of several.
                let after = word(end + 1)
                if next.surface != "か" || isEnd(end + 1) || after?.surface == "どう" || after?.surface == "否" || ["は", "が", "も"].contains(after?.surface ?? "")
                    || after?.partOfSpeech == .comma
                    || after?.partOfSpeech == .verb || after?.surface == "と"
                {
                    return predicate(phrase)
                }
                place = end + 1
                return keep(argument(phrase, role: .bare))
            }
            // 原因は雷ではない, 雷で、.
            if next.surface == "で" || next.surface == "じゃ" {
                let offset = ["は", "も"].contains(word(end + 1)?.surface ?? "") ? 2 : 1
                if EndingReader(words, after: end - 1).negation(at: offset) != nil { return predicate(phrase) }
            }
            if next.surface == "と", word(end + 1)?.surface == "の", let noun = word(end + 2) {
                if EndingReader.reports.contains(noun.base), word(end + 3)?.partOfSpeech != .noun(.verbal) { return predicate(phrase) }
                if isNominal(noun) || noun.partOfSpeech == .prefix {
                    modifiers.append(phrase.words)
                    place = end + 2
                    return
                }
            }
            if next.surface == "とか" && isEnd(end + 1) { return predicate(phrase) }
            if ["と", "って"].contains(next.surface), let verb = word(end + 1),
                EndingReader.saying.contains(verb.base) || ["思う", "存じる", "考える", "判断"].contains(verb.base), verb.base != "ある" || next.surface == "と",
                !topics.isEmpty || pending.contains(where: { $0.argument.role == .subject })
            {
                return predicate(phrase)
            }
            if let (role, after) = role(at: end) {
                place = after
                if lightVerb(phrase, role: role, verb: after) { return }
                return keep(argument(phrase, role: role))
            }
        case .noun(.auxiliaryStem): return predicate(phrase)
        case .fullStop, .symbol, .closeBracket, .space:
            if isEnd(end) || next.partOfSpeech == .fullStop || ["?", "!"].contains(next.surface) { return predicate(phrase, isBare: true) }
        case .comma:
            // 「本番機は無事、」 in notes.
            if pending.contains(where: { $0.argument.role == .subject }) || topics.contains(where: { !$0.isInherited }),
                isVerbal(phrase) || words[end - 1].partOfSpeech == .noun(.adjectival)
            {
                return predicate(phrase, isBare: true)
            }
        case .adjective where ["なし", "無し"].contains(next.surface): break
        case .dependentVerb where ["できる", "出来る"].contains(next.base): return verbal(phrase, verb: end)
        default: break
        }
        keep(argument(phrase, role: .bare))
    }

    /// 故障の場合.
    mutating func supposed(_ phrase: NounPhrase) {
        let marks = marks(phrase)
        var ending = marks.ending
        ending.moods.insert(.condition)
        ending.position = .condition
        ending.end = phrase.words.upperBound + 2
        while let word = word(ending.end), ["は", "に", "も"].contains(word.surface) { ending.end += 1 }
        let extra = phrase.modifiers.map { argument(NounPhrase(words: $0, start: $0.lowerBound), role: .of) }
        attachHead(argument(phrase, role: .bare))
        add(lemma(phrase, marks, kind: isVerbal(phrase) ? .verb : .noun), phrase.words, ending, extra: extra)
    }

    mutating func keep(_ argument: Argument) {
        modifiers = []
        var argument = argument
        attachHead(argument)
        // 御社から来た方: one of theirs.
        if argument.participant == .other, argument.modifiers.isEmpty, ["方", "人", "者", "もん", "子"].contains(argument.head), let number = headed(argument.range),
            let origin = drafts[number].arguments.last(where: { $0.role == .from })?.participant
        {
            argument.participant = origin
        }
        if argument.role == .topic { topics.append(argument) } else { pending.append((argument, false)) }
    }

    /// The relative clause that says more of a noun.
    func headed(_ range: Range<Int>) -> Int? {
        drafts.indices.last { number in drafts[number].arguments.contains { $0.role == .head && $0.range == range } }
    }

    mutating func attachHead(_ argument: Argument) {
        for number in drafts.indices.suffix(2)
        where drafts[number].ending.position == .relative && drafts[number].range.upperBound <= argument.range.lowerBound
            && !drafts[number].arguments.contains(where: { $0.role == .head })
        {
            let between = words.contains {
                $0.range.lowerBound >= drafts[number].range.upperBound && $0.range.upperBound <= argument.range.lowerBound && $0.partOfSpeech != .comma
                    && $0.partOfSpeech != .adnominal && $0.partOfSpeech != .space
            }
            if between { continue }
            drafts[number].arguments.append(
                Argument(
                    role: .head, noun: argument.noun, head: argument.head, modifiers: argument.modifiers, wholes: argument.wholes, range: argument.range,
                    isInherited: false,
                    participant: argument.participant))
        }
    }

    /// 未契約の機器, 契約済みの機器: says something of the noun after it.
    mutating func markedModifier(_ phrase: NounPhrase) {
        let marks = marks(phrase)
        var argument = argument(phrase, role: .bare)
        // 三日前に申し込んだ別会社の回線: nobody says that the company did.
        argument.participant = nil
        attachHead(argument)
        guard marks.isMarked else { return }
        var ending = marks.ending
        ending.position = .relative
        ending.isBeforeNoun = true
        ending.end = phrase.words.upperBound + 1
        add(lemma(phrase, marks), phrase.words, ending)
    }

    /// 「設定をする」: the noun is what is done.
    mutating func lightVerb(_ phrase: NounPhrase, role: Argument.Role, verb: Int) -> Bool {
        guard [.object, .topic, .also, .only, .subject].contains(role), let word = word(verb), Self.light.contains(word.base) else { return false }
        let isNamed = ["する", "致す", "いたす"].contains(word.base) && [.noun(.general), .verb].contains(words[phrase.words].last?.partOfSpeech ?? .symbol)
        guard isVerbal(phrase) || isNamed else { return false }
        if word.base == "受ける", role != .object { return false }
        // が only with できる and 希望.
        if role == .subject, !["できる", "出来る"].contains(word.base) { return false }
        verbal(phrase, verb: verb)
        return true
    }
}
