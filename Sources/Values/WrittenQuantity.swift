/// Numbers, times and versions as people write them, in either width.
extension FixedDecimal {
    /// Reads `512`, `1,024`, `512MB`, `1 GB`, 5万円, 三十; a unit of the same kind is converted. `nil` where a different unit is written, or
    /// none where `unit` is not given but a unit follows.
    package init?(written text: some StringProtocol, unit: String?) {
        guard let scalars = Self.withoutGrouping(Array(foldWidth(String(text)).unicodeScalars.filter { $0 != " " })) else { return nil }
        let length = scalars.prefix { "0123456789.+-".unicodeScalars.contains($0) }.count
        var rest = length
        var number: FixedDecimal?
        if length > 0 {
            number = FixedDecimal(Self.text(scalars[..<length]))
        } else if let (value, count) = KanjiNumeral.scan(scalars, from: 0) {
            number = FixedDecimal(value)
            rest = count
        }
        if rest < scalars.count, let size = Self.myriads[scalars[rest]], let times = FixedDecimal(size) {
            number = number?.multiplied(by: times)
            rest += 1
        }
        guard let number else { return nil }
        let written = Units.named(Self.text(scalars[rest...]))
        if written.isEmpty {
            self = number
        } else if let unit {
            guard let converted = Units.convert(number, from: written, to: unit) else { return nil }
            self = converted
        } else {
            // Counters only say what is counted.
            guard Self.counters.contains(written) else { return nil }
            self = number
        }
    }

    /// 1,024 without its comma; `nil` where commas do not set off three digits each.
    private static func withoutGrouping(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard scalars.contains(",") else { return scalars }
        let groups = scalars.split(separator: ",", omittingEmptySubsequences: false)
        let areWhole = groups.dropFirst().allSatisfy { group in group.prefix { KanjiNumeral.digit($0) != nil }.count == 3 }
        let areApart = groups.dropLast().dropFirst().allSatisfy { $0.count == 3 }
        guard areWhole, areApart, let first = groups.first?.last, KanjiNumeral.digit(first) != nil else { return nil }
        return scalars.filter { $0 != "," }
    }

    private static let myriads: [Unicode.Scalar: Int] = ["万": 10_000, "億": 100_000_000]
    private static let counters: Set<String> = ["台", "件", "回", "人", "名", "個", "つ", "本", "枚", "社", "か所", "箇所"]

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

extension TimeOfDay {
    /// Reads `9:00`, 9時, 9時30分, 9時半, 午後3時15分, 正午. Either width. `nil` for any other form.
    package init?(written text: some StringProtocol) {
        var written = foldWidth(String(text)).filter { $0 != " " }
        if written == "正午" { written = "12:00" }
        var shift = 0
        if written.hasPrefix("午前") || written.hasPrefix("午後") {
            shift = written.hasPrefix("午後") ? 12 : 0
            written.removeFirst(2)
        }
        let parts = written.split(separator: "時", maxSplits: 1, omittingEmptySubsequences: false)
        var time = TimeOfDay(written)
        if parts.count == 2, let hour = KanjiNumeral.parse(String(parts[0])) {
            var minute: Int?
            switch parts[1] {
            case "": minute = 0
            case "半": minute = 30
            default: minute = parts[1].hasSuffix("分") ? KanjiNumeral.parse(String(parts[1].dropLast())) : nil
            }
            time = minute.flatMap { TimeOfDay(hour: hour, minute: $0) }
        }
        guard let time, shift == 0 || time.hour <= 12 else { return nil }
        // 午後12時 is read as noon: nobody means midnight by it.
        self.init(minutes: Int(time.minutes) + (shift == 12 && time.hour < 12 ? 720 : 0))
    }
}

extension Version {
    /// Reads `8.1`, `v8.1`, `Ver. 8.1`, バージョン8. Either width. `nil` for any other form.
    package init?(written text: some StringProtocol) {
        var written = foldWidth(String(text)).lowercased().filter { $0 != " " }
        for word in ["バージョン", "version", "ver.", "ver", "v.", "v"] where written.hasPrefix(word) {
            written.removeFirst(word.count)
            break
        }
        self.init(written)
    }
}
