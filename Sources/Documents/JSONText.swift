extension JSONValue {
    /// RFC 8259 text: on one line, or indented by two spaces. Everything but quotation marks, backslashes and control
    /// characters is written as it is.
    package func text(pretty: Bool = false) -> String {
        var writer = JSONText(pretty: pretty)
        writer.write(self, depth: 0)
        return writer.text
    }
}

/// The text written so far.
struct JSONText {
    /// Whether elements have lines of their own.
    let pretty: Bool
    /// What is written.
    private(set) var text = ""

    /// Nothing written yet.
    init(pretty: Bool) { self.pretty = pretty }

    /// Adds a value; `depth` containers are open.
    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let literal):
            if JSONNumber.isNumber(literal) { text += literal } else { write(literal) }
        case .string(let string): write(string)
        case .array(let elements):
            list("[", "]", elements, depth: depth) { writer, element in writer.write(element, depth: depth + 1) }
        case .object(let members):
            list("{", "}", members, depth: depth) { writer, member in
                writer.write(member.0)
                writer.text += writer.pretty ? ": " : ":"
                writer.write(member.1, depth: depth + 1)
            }
        }
    }

    /// Adds brackets with something between commas.
    private mutating func list<Element>(
        _ open: String, _ close: String, _ elements: [Element], depth: Int,
        each: (inout JSONText, Element) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            newLine(depth + 1)
            each(&self, element)
        }
        if !elements.isEmpty { newLine(depth) }
        text += close
    }

    /// Begins a line, when lines are wanted.
    private mutating func newLine(_ depth: Int) {
        if pretty { text += "\n" + String(repeating: "  ", count: depth) }
    }

    /// Adds a string with its quotation marks (RFC 8259, section 7).
    private mutating func write(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
