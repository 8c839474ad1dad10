/// Why a JSON, YAML or CSV document was not read. Data for programs; the words are in `english` and `japanese`.
package struct DocumentError: Error, Hashable, Sendable {
    /// Stable names; the raw value goes into reports.
    package enum Kind: String, Sendable, CaseIterable {
        /// Something stands where something else is needed.
        case unexpectedByte = "unexpected-byte"
        /// The document ends too early.
        case unexpectedEnd = "unexpected-end"
        /// There is nothing but blanks and comments.
        case empty
        /// A quotation mark is missing at the end of a text.
        case unterminatedString = "unterminated-string"
        /// A control character stands unescaped in a string.
        case controlCharacter = "control-character"
        /// A backslash is followed by something that is no escape.
        case badEscape = "bad-escape"
        /// Half of a UTF-16 surrogate pair.
        case loneSurrogate = "lone-surrogate"
        /// A number is not in JSON's grammar, or has no finite decimal value.
        case badNumber = "bad-number"
        /// Nested deeper than `DocumentLimits.depth`.
        case tooDeep = "too-deep"
        /// More bytes, rows or fields than a limit allows.
        case tooLarge = "too-large"
        /// More combining marks in a row than `StreamSafeText.most`.
        case tooManyMarks = "too-many-marks"
        /// A key, or a CSV header, is there twice.
        case duplicateKey = "duplicate-key"
        /// The bytes are not UTF-8.
        case invalidUTF8 = "invalid-utf8"
        /// Something follows the document.
        case trailingContent = "trailing-content"
        /// YAML: `&name` is not accepted.
        case anchorNotAllowed = "anchor-not-allowed"
        /// YAML: `*name` is not accepted.
        case aliasNotAllowed = "alias-not-allowed"
        /// YAML: `!tag` is not accepted, except `!!str`.
        case tagNotAllowed = "tag-not-allowed"
        /// YAML: a second document follows.
        case multipleDocuments = "multiple-documents"
        /// YAML: a list or mapping is used as a key, or a key begins with `?`.
        case keyNotScalar = "key-not-scalar"
        /// YAML's own syntax is broken; `found` is libyaml's reason, in English.
        case yamlSyntax = "yaml-syntax"
        /// CSV: a row has more or fewer fields than the header.
        case fieldCount = "field-count"
    }

    /// Where it was noticed.
    package let position: DocumentPosition
    /// What is wrong.
    package let kind: Kind
    /// What stands there: a piece of the document, a count, or libyaml's reason; empty at the end of the document.
    package let found: String
    /// What is needed: literal tokens or the words value, string, key, digit, end, joined by " | "; or a limit.
    package let expected: String

    /// An error from its parts.
    package init(_ kind: Kind, at position: DocumentPosition, found: String = "", expected: String = "") {
        self.kind = kind
        self.position = position
        self.found = found
        self.expected = expected
    }
}

extension DocumentError: CustomStringConvertible {
    /// "line:column: kind: " and the English message.
    package var description: String { "\(position.line):\(position.column): \(kind.rawValue): \(english)" }
}
