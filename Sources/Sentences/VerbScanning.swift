import Morphology

extension SentenceScanner {
    /// A verb with its endings.
    mutating func verb() {
        let word = words[place]
        notice(word)
        // お世話になっております: a greeting says nothing.
        if word.base == "なる", let last = pending.last, ["世話", "お世話"].contains(last.argument.head) || ["お世話", "世話"].contains(last.argument.noun) {
            pending.removeLast()
            place = ending(after: place).end
            return
        }
        // いつ taken for い and つ.
        if word.surface == "い", self.word(place + 1)?.surface == "つ", self.word(place + 1)?.partOfSpeech == .auxiliary {
            asksHow = true
            place += 2
            return
        }
        // いい taken for a form of いう.
        if word.surface == "いい", let next = self.word(place + 1),
            next.partOfSpeech == .auxiliary || next.partOfSpeech.isParticle || next.partOfSpeech == .fullStop
        {
            var reader = EndingReader(words, after: place)
            reader.form = .basic
            return add(Lemma(kind: .adjective, base: "いい", reading: "イイ", parts: ["いい"]), place..<(place + 1), reader.read())
        }
        // いえ、: no.
        if word.surface == "いえ", self.word(place + 1)?.partOfSpeech == .comma {
            place += 1
            return
        }
        var reader = EndingReader(words, after: place)
        if word.form == .imperative, !["くれる", "くださる"].contains(word.base) { reader.ending.moods.insert(.command) }
        if ["くださる", "下さる"].contains(word.base),
            word.form == .imperative || ["ください", "下さい"].contains(word.surface) && !["まし", "ます"].contains(self.word(place + 1)?.surface ?? "")
        {
            reader.ending.moods.insert(.request)
        }
        if word.base == "くれる", word.form == .imperative { reader.ending.moods.insert(.request) }
        if ["もらえる", "貰える", "いただける", "頂ける"].contains(word.base) { reader.ending.moods.insert(.ability) }
        if ["願う", "お願い"].contains(word.base) { reader.ending.moods.insert(.request) }
        let ending = reader.read()
        add(lemma(word), place..<(place + 1), ending)
    }

    /// An adjective with its endings; 早く before a verb is an adverb.
    mutating func adjective() {
        let word = words[place]
        let ending = ending(after: place)
        if ["ない", "無い"].contains(word.base) || ["なし", "無し"].contains(word.surface) {
            var ending = ending
            ending.negations += 1
            return add(Lemma(kind: .verb, base: "ある", reading: "アル", parts: ["ある"]), place..<(place + 1), ending)
        }
        if word.form == .euphonic || word.form == .continuative, ending.end == place + 1, let next = self.word(ending.end), next.partOfSpeech != .comma {
            // Unless it is said of a subject: 「天気が悪く雨が」.
            if !pending.contains(where: { $0.argument.role == .subject }) {
                place += 1
                return
            }
        }
        add(Lemma(kind: .adjective, base: word.base, reading: word.baseReading, parts: [word.base]), place..<(place + 1), ending)
    }

    /// A verb as rules name it.
    func lemma(_ word: Morpheme) -> Lemma {
        let base: String
        switch word.base {
        case "有る": base = "ある"
        case "居る", "おる": base = "いる"
        case "ござる", "御座る": base = "ある"
        default: base = word.base
        }
        return Lemma(kind: .verb, base: base, reading: base == word.base ? word.baseReading : base == "ある" ? "アル" : "イル", parts: [base])
    }
}
