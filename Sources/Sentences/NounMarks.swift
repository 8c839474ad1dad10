import Morphology

/// What the parts of a noun say of it: 未契約, 設定済み, 対象外, 使用中.
struct NounMarks {
    var ending = Ending()
    /// The words that are left.
    var words: Range<Int>
    var isMarked = false
    /// What is done, not a thing: 設定済み.
    var isVerb = false
}

extension SentenceScanner {
    func marks(_ phrase: NounPhrase) -> NounMarks {
        var marks = NounMarks(words: phrase.words)
        guard phrase.words.count > 1 else { return marks }
        if let first = words[phrase.words].first, first.partOfSpeech == .prefix, ["未", "非", "無", "不"].contains(first.surface) {
            marks.ending.negations += 1
            marks.isMarked = true
            marks.words = (marks.words.lowerBound + 1)..<marks.words.upperBound
        }
        while marks.words.count > 1, let last = words[marks.words].last {
            let isVerbal = words[marks.words.upperBound - 2].partOfSpeech == .noun(.verbal)
            switch last.surface {
            case "済み", "済", "ずみ": marks.ending.isPast = true
            case "外": marks.ending.negations += 1
            case "中" where isVerbal: marks.ending.isOngoing = true
            case "予定" where isVerbal: marks.ending.moods.insert(.plan)
            case "前" where isVerbal: marks.ending.negations += 1
            case "後" where isVerbal: marks.ending.isPast = true
            case "希望" where isVerbal: marks.ending.moods.insert(.request)
            default: return finished(marks)
            }
            marks.isMarked = true
            marks.words = marks.words.lowerBound..<(marks.words.upperBound - 1)
        }
        return finished(marks)
    }

    private func finished(_ marks: NounMarks) -> NounMarks {
        var marks = marks
        marks.isVerb = marks.isMarked && words[marks.words].last?.partOfSpeech == .noun(.verbal)
        return marks
    }

    /// The word that rules name.
    func lemma(_ phrase: NounPhrase, _ marks: NounMarks, kind: Lemma.Kind? = nil) -> Lemma {
        let kind = kind ?? (marks.isVerb ? .verb : .noun)
        // ご確認 is 確認.
        var own = Array(words[marks.words])
        while own.count > 1, let first = own.first, first.partOfSpeech == .prefix, ["ご", "お", "御"].contains(first.surface) { own.removeFirst() }
        let end = kind == .verb ? "する" : ""
        return Lemma(
            kind: kind, base: own.map(\.base).joined() + end,
            reading: own.contains { $0.word.reading.isEmpty } ? "" : own.map(\.word.reading).joined() + (kind == .verb ? "スル" : ""),
            parts: own.map(\.base))
    }
}
