package import Morphology

extension Morpheme {
    /// The reading of the base form in katakana: 変え is カエル. Empty where it is not known.
    package var baseReading: String {
        let reading = word.reading
        if reading.isEmpty || surface == base { return reading }
        if word.conjugation == .kuru { return "クル" }
        let (own, whole) = (Array(surface.unicodeScalars), Array(base.unicodeScalars))
        let common = zip(own, whole).prefix { $0 == $1 }.count
        let tail = own.count - common
        let read = Array(reading.unicodeScalars)
        let rest = whole[common...]
        guard tail <= read.count, rest.allSatisfy({ (0x3041...0x3096).contains($0.value) || (0x30A1...0x30FA).contains($0.value) }) else { return "" }
        var result = String.UnicodeScalarView(read[..<(read.count - tail)])
        for scalar in rest { result.append((0x3041...0x3096).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0x60) ?? scalar : scalar) }
        return String(result)
    }
}
