/// Reads numbers, days, times, amounts and versions before the analysis, which would take them apart.
struct WholeReader {
    let text: NormalizedText

    /// What stands at a place, and where it ends. The letter before is no part of a number.
    func match(at place: Int) -> (end: Int, kind: WholeKind)? {
        guard let first = text.scalar(place) else { return nil }
        if let era = after(["令和", "平成", "昭和"], place) ?? eraInitial(place) { return date(afterYear: era, place) }
        if text.scalar(place - 1).map(KanaForms.isKanji) != true, let part = after(["午前", "午後", "朝", "夜", "夕方"], place) {
            guard let hour = number(part), after(["時"], hour.end) != nil || text.scalar(hour.end) == ":" else { return nil }
            return clock(hour.end)
        }
        guard KanaForms.isDigit(first) || Self.kanji.contains(first) else { return nil }
        guard let number = number(place) else { return nil }
        return number.isKanji ? japanese(number.end, count: number.end - place) : western(place, number)
    }

    private static let kanji = Set("〇一二三四五六七八九十百千".unicodeScalars)
    private static let sizes = Set("百千万億".unicodeScalars)

    /// Letters of a number. Longer runs are none, so that the work stays in proportion to the text.
    private static let longest = 32

    private typealias Number = (end: Int, digits: Int, isKanji: Bool)

    /// 88,000, 30, 三十, 8万8千, 数十 without 数.
    private func number(_ place: Int) -> Number? {
        var (end, digits, kanji) = (place, 0, 0)
        while let scalar = text.scalar(end) {
            guard end - place < Self.longest else { return nil }
            if KanaForms.isDigit(scalar) {
                digits += 1
            } else if Self.kanji.contains(scalar) || Self.sizes.contains(scalar) && end > place {
                kanji += 1
            } else if scalar == ",", digits > 0, (1...3).allSatisfy({ text.scalar(end + $0).map(KanaForms.isDigit) == true }) {
            } else {
                break
            }
            end += 1
        }
        return end == place ? nil : (end, digits, kanji > 0 && digits == 0)
    }

    /// The end of the longest of some words that stands at a place.
    private func after(_ words: [String], _ place: Int) -> Int? {
        var longest: Int?
        for word in words {
            var end = place
            var fits = true
            for scalar in word.unicodeScalars {
                guard text.scalar(end) == scalar else {
                    fits = false
                    break
                }
                end += 1
            }
            if fits, end > longest ?? place { longest = end }
        }
        return longest
    }

    private func digit(_ place: Int) -> Bool { text.scalar(place).map(KanaForms.isDigit) == true }

    private func eraInitial(_ place: Int) -> Int? {
        guard let letter = text.scalar(place), ["R", "H", "S"].contains(letter), text.scalar(place - 1).map(KanaForms.isLatin) != true,
            let year = number(place + 1),
            !year.isKanji, let sign = text.scalar(year.end), [".", "/"].contains(sign), digit(year.end + 1)
        else { return nil }
        return place + 1
    }

    /// After the era: 6年3月1日, 元年, 6.3.1.
    private func date(afterYear place: Int, _ start: Int) -> (end: Int, kind: WholeKind)? {
        guard let year = after(["元"], place) ?? number(place)?.end else { return nil }
        if let month = after(["年"], year) { return (monthAndDay(month) ?? month, .date) }
        guard let sign = text.scalar(year), let month = number(year + 1), text.scalar(month.end) == sign, let day = number(month.end + 1) else { return nil }
        return (day.end, .date)
    }

    /// 3月1日, 3月末, 3月.
    private func monthAndDay(_ place: Int) -> Int? {
        guard let month = number(place), let sign = after(["月"], month.end) else { return nil }
        if let end = after(["末日", "末", "の末", "いっぱい"], sign) { return end }
        if let day = number(sign), let end = after(["日"], day.end) { return end }
        return sign
    }

    private static let distances = ["前", "後", "まえ"]
    private static let spans = [
        "日間", "週間", "か月間", "ヶ月間", "ヵ月間", "カ月間", "年間", "時間", "分間", "か月", "ヶ月", "ヵ月", "カ月", "ケ月", "箇月", "か月半", "時間半", "年", "分", "秒",
    ]
    private static let counted = [
        "台", "件", "名", "人", "回", "通", "枚", "個", "本", "部", "社", "点", "歳", "度", "号", "階", "箇所", "か所", "ヶ所", "カ所", "拠点", "店舗", "軒", "畳", "行", "口", "番", "倍", "つ",
        "割",
        "キロ", "メートル", "センチ", "ギガ", "メガ", "テラ", "ビット",
    ]
    /// Of numbers in kanji only these are counted: 一部, 一般 and 一方 are words.
    private static let countedInKanji = ["台", "件", "名", "回", "通", "枚", "個", "箇所", "か所", "ヶ所", "拠点", "店舗", "軒", "畳", "階", "社", "キロ", "メートル", "ギガ"]

    private func japanese(_ end: Int, count: Int) -> (end: Int, kind: WholeKind)? {
        if let month = after(["月"], end), text.scalar(month) != "曜" {
            return (monthAndDay(end - count) ?? month, .date)
        }
        if let amount = after(["円"], end) { return (amount, .amount) }
        if let hour = after(["時"], end), after(["時間"], end) == nil { return clock(end) ?? (hour, .clock) }
        // 十分 is enough.
        if count > 1 || after(["分"], end) == nil, let found = span(end, day: "日") { return found }
        if let counted = after(Self.countedInKanji, end) { return (counted, .quantity) }
        return nil
    }

    /// 三日, 三日間, 三日前, 2週間後.
    private func span(_ end: Int, day: String) -> (end: Int, kind: WholeKind)? {
        if let day = after([day], end) {
            if let distance = after(Self.distances, day) { return (distance, .distance) }
            if let days = after(["間"], day) { return (after(Self.distances, days) ?? days, after(Self.distances, days) == nil ? .duration : .distance) }
            // 三日も, 三日ほど: so long; 三日に, 三日の: on that day.
            return (day, after(["も", "ほど", "くらい", "ぐらい", "以内", "以上", "たっ", "経"], day) == nil ? .date : .duration)
        }
        guard let unit = after(Self.spans, end) else { return nil }
        if let distance = after(Self.distances, unit) { return (distance, .distance) }
        return (unit, .duration)
    }

    /// From the sign after the hour.
    private func clock(_ hour: Int) -> (end: Int, kind: WholeKind)? {
        if text.scalar(hour) == ":", let minutes = number(hour + 1), !minutes.isKanji, minutes.end - hour == 3 { return (minutes.end, .clock) }
        guard let end = after(["時"], hour), after(["時間"], hour) == nil else { return nil }
        if let half = after(["半"], end) { return (half, .clock) }
        if let minutes = number(end), let sign = after(["分"], minutes.end) { return (sign, .clock) }
        return (end, .clock)
    }

    private func western(_ place: Int, _ number: Number) -> (end: Int, kind: WholeKind)? {
        // A digit within a name stays with it: MS120, 22H2 is read from its start.
        if let before = text.scalar(place - 1), KanaForms.isLatin(before) || KanaForms.isDigit(before) || before == "." { return nil }
        let end = number.end
        if let year = after(["年"], end), number.digits == 4 { return (monthAndDay(year) ?? year, .date) }
        if after(["月"], end) != nil, after(["月曜"], end) == nil { return (monthAndDay(place) ?? end, .date) }
        if let sign = text.scalar(end), ["/", "-", "."].contains(sign), digit(end + 1), let found = dotted(end, sign) { return found }
        if let clock = clock(end) { return clock }
        if let amount = after(["円"], end) { return (amount, .amount) }
        if let percent = after(["%", "パーセント"], end) { return (percent, .percent) }
        if let found = span(end, day: "日") { return found }
        if let counted = after(Self.counted, end) { return (counted, .quantity) }
        let unit = text.letters[min(end, text.letters.count)...].prefix { KanaForms.isLatin($0.scalar) || KanaForms.isDigit($0.scalar) }
        if unit.isEmpty { return (end, .number) }
        let name = text.text(end..<(end + unit.count)).lowercased()
        if ["km", "m", "cm", "mm", "gb", "mb", "kb", "tb", "mbps", "gbps", "kbps", "ghz", "mhz", "bit", "min", "h"].contains(name) {
            return (end + unit.count, .quantity)
        }
        return unit.count <= 4 && name.unicodeScalars.contains(where: KanaForms.isDigit) ? (end + unit.count, .version) : (end, .number)
    }

    /// 2026/3/1, 3/1, 15.8, 1-2.
    private func dotted(_ place: Int, _ sign: Unicode.Scalar) -> (end: Int, kind: WholeKind)? {
        var parts = 1
        var end = place
        while text.scalar(end) == sign, digit(end + 1), let part = number(end + 1), !part.isKanji {
            end = part.end
            parts += 1
        }
        let isYearFirst = parts == 3
        switch sign {
        case "/": return parts <= 3 ? (end, .date) : nil
        case "-": return isYearFirst ? (end, .date) : nil
        default:
            if let percent = after(["%", "パーセント"], end) { return (percent, .percent) }
            if parts == 2, let counted = after(Self.counted + ["km", "m", "GB", "MB", "TB", "Mbps", "Gbps"], end) { return (counted, .quantity) }
            return (end, .version)
        }
    }
}
