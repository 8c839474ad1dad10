/// The parts of a provision that are cited by their own names.
extension Outline.Part {
    /// Provisos (ただし, 但し), なお-sentences, and first and latter of two sentences.
    static func parts(of text: String, in id: String) -> [Outline.Part] {
        let sentences = sentences(text)
        guard sentences.count > 1 || sentences.first.map({ segment($0) != nil }) == true else { return [] }
        var counts: [String: Int] = [:]
        var parts: [Outline.Part] = []
        let plain = sentences.filter { segment($0) == nil }
        for sentence in sentences {
            guard let name = segment(sentence) ?? (plain.count == 2 ? counts["first"] == nil ? "first" : "latter" : nil) else { continue }
            counts[name, default: 0] += 1
            let count = counts[name] ?? 1
            parts.append(Outline.Part(id: count > 1 ? "\(id).\(name)\(count)" : "\(id).\(name)", text: sentence))
        }
        return parts
    }

    /// What kind of sentence begins so.
    private static func segment(_ sentence: String) -> String? {
        for word in ["ただし", "但し", "但、", "但,"] where sentence.hasPrefix(word) { return "proviso" }
        for word in ["なお、", "なお,", "なお，", "尚、", "尚,", "尚，"] where sentence.hasPrefix(word) { return "nao" }
        return nil
    }

    /// A text cut behind each 。, or ． that is no decimal point, that is not within brackets.
    private static func sentences(_ text: String) -> [String] {
        var result: [String] = []
        var sentence = String.UnicodeScalarView()
        var depth = 0
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            if sentence.isEmpty, isSpace(scalar) { continue }
            sentence.append(scalar)
            switch scalar {
            case "（", "(", "「", "『", "【": depth += 1
            case "）", ")", "」", "』", "】": depth = max(0, depth - 1)
            default: break
            }
            // A bracket that is never closed must not hide the end of the sentence for good.
            let isPoint = scalar == "．" && place > 0 && isHiragana(scalars[place - 1])
            if scalar == "。" || isPoint, depth == 0 || sentence.count > 400 {
                result.append(String(sentence))
                sentence = String.UnicodeScalarView()
                depth = 0
            }
        }
        if !sentence.isEmpty { result.append(String(sentence)) }
        return result
    }
}
