import Yams

/// What scalars mean in the core schema (YAML 1.2.2, section 10.3).
enum YAMLScalar {
    /// The value of a scalar. Throws `tagNotAllowed`, `badNumber`, `tooLarge`.
    static func value(
        of scalar: Yams.Node.Scalar, at position: DocumentPosition, limits: DocumentLimits
    ) throws(DocumentError) -> DocumentValue {
        let tag = scalar.tag.rawValue
        // Yams gives quoted scalars the tag of strings.
        if tag == Tag.Name.str.rawValue || tag == "!" { return .string(scalar.string) }
        guard tag.isEmpty else { throw DocumentError(.tagNotAllowed, at: position, found: tag) }
        guard scalar.style == .plain else { return .string(scalar.string) }
        switch scalar.string {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        switch number(scalar.string) {
        case .text: return .string(scalar.string)
        case .notDecimal: throw DocumentError(.badNumber, at: position, found: scalar.string, expected: "digit")
        case .literal(let literal):
            guard literal.utf8.count <= limits.numberBytes else {
                throw DocumentError(
                    .tooLarge, at: position, found: "\(literal.utf8.count) digits", expected: "\(limits.numberBytes)")
            }
            return .number(literal)
        }
    }

    /// What plain text is as a number.
    enum Number: Equatable {
        /// None.
        case text
        /// Infinity, NaN, or a hexadecimal or octal number of more than 64 bits.
        case notDecimal
        /// A number, in JSON's grammar.
        case literal(String)
    }

    /// Reads plain text as a number.
    static func number(_ text: String) -> Number {
        var rest = Substring(text)
        let negative = rest.first == "-"
        if negative || rest.first == "+" { rest = rest.dropFirst() }
        if [".inf", ".Inf", ".INF"].contains(rest) { return .notDecimal }
        if [".nan", ".NaN", ".NAN"].contains(text) { return .notDecimal }
        if let based = based(text) { return based }
        let (whole, afterWhole) = digits(rest)
        var (fraction, tail) = (Substring(), afterWhole)
        if tail.first == "." { (fraction, tail) = digits(tail.dropFirst()) }
        guard !whole.isEmpty || !fraction.isEmpty else { return .text }
        var power = ""
        if tail.first == "e" || tail.first == "E" {
            tail = tail.dropFirst()
            var sign = ""
            if let first = tail.first, first == "+" || first == "-" {
                sign = String(first)
                tail = tail.dropFirst()
            }
            let (exponent, end) = digits(tail)
            guard !exponent.isEmpty else { return .text }
            power = "e" + sign + exponent
            tail = end
        }
        guard tail.isEmpty else { return .text }
        let trimmed = whole.drop { $0 == "0" }
        let sign = negative ? "-" : ""
        return .literal(sign + (trimmed.isEmpty ? "0" : trimmed) + (fraction.isEmpty ? "" : "." + fraction) + power)
    }

    /// `0x1F` and `0o17` as decimals; nil for anything else.
    private static func based(_ text: String) -> Number? {
        let hexadecimal = text.hasPrefix("0x")
        guard hexadecimal || text.hasPrefix("0o") else { return nil }
        let digits = text.dropFirst(2)
        let allowed = hexadecimal ? "0123456789abcdefABCDEF" : "01234567"
        guard !digits.isEmpty, digits.unicodeScalars.allSatisfy({ allowed.unicodeScalars.contains($0) }) else {
            return nil
        }
        return UInt64(digits, radix: hexadecimal ? 16 : 8).map { .literal(String($0)) } ?? .notDecimal
    }

    /// The ASCII digits at the front, and the rest.
    private static func digits(_ text: Substring) -> (Substring, Substring) {
        let front = text.prefix { $0 >= "0" && $0 <= "9" && $0.isASCII }
        return (front, text[front.endIndex...])
    }
}
