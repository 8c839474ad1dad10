import Diagnostics
import Plans
import Values
import Vocabulary

/// Puts a product divided by others into words: `50,000円×14.6%×9日÷365`.
struct QuotientText: Bilingual {
    /// A factor or a divisor in words.
    struct Part {
        let text: String
        let type: FactType
        /// In millionths.
        let constant: Int64?

        fileprivate var isHundred: Bool { constant == 100_000_000 }
        fileprivate var isPercentage: Bool { type == .number(unit: Units.percent) }
    }

    let language: MessageLanguage

    /// - Parameter parts: the factors, the divisors and last the step, which is not told.
    func text(_ quotient: Quotient, _ parts: [Part]) -> String {
        var factors = Array(parts.prefix(Int(quotient.factorCount)))
        var divisors = Array(parts.dropFirst(Int(quotient.factorCount)).prefix(quotient.divisorCount))
        // What is written with % stands in plans as a factor and a divisor of a hundred.
        let percentages = factors.indices.filter { factors[$0].isPercentage }
        for place in percentages + factors.indices.filter({ factors[$0].constant != nil }) {
            guard let hundred = divisors.firstIndex(where: \.isHundred) else { break }
            divisors.remove(at: hundred)
            if !factors[place].isPercentage { factors[place] = Part(text: factors[place].text + "%", type: factors[place].type, constant: nil) }
        }
        return factors.map(\.text).joined(separator: word("×", " × ")) + divisors.map { word("÷", " / ") + $0.text }.joined()
    }

    /// - Parameter step: what it is brought to a multiple of, in words.
    func rounding(_ rounding: Rounding, _ step: String) -> String {
        let how =
            switch rounding {
            case .down: word("切捨て", "rounded down")
            case .up: word("切上げ", "rounded up")
            case .half: word("四捨五入", "rounded half up")
            }
        return word("\(step)単位に\(how)", "\(how) to \(step)")
    }
}
