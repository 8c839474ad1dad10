import Values

/// Writes findings for people to read in a terminal.
package struct DiagnosticText: Sendable {
    private let files: [SourceFile]
    private let language: MessageLanguage

    package init(files: [SourceFile], language: MessageLanguage) {
        self.files = files
        self.language = language
    }

    /// One finding: place, message, the line with a marker under it, help.
    package func render(_ diagnostic: Diagnostic) -> String {
        var lines = [
            "\(place(diagnostic.range)): \(name(diagnostic.severity))[\(diagnostic.code.rawValue)] \(diagnostic.message(language))"
        ]
        lines += excerpt(diagnostic.range)
        for label in diagnostic.labels {
            lines.append("  \(place(label.range)): \(label.wording(language))")
            lines += excerpt(label.range)
        }
        lines.append((language == .japanese ? "  対処: " : "  help: ") + diagnostic.help(language))
        return lines.joined(separator: "\n")
    }

    /// All findings, a blank line between them.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(render).joined(separator: "\n\n")
    }

    /// `path:line:column` of the beginning of a range.
    package func place(_ range: SourceRange) -> String {
        guard let file = file(range.file) else { return "?" }
        let position = file.position(of: Int(range.start))
        return "\(file.path):\(position.line):\(position.column)"
    }

    private func file(_ id: SourceID) -> SourceFile? {
        Int(id.index) < files.count ? files[Int(id.index)] : nil
    }

    private func name(_ severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .japanese): "誤り"
        case (.warning, .japanese): "警告"
        case (.advice, .japanese): "助言"
        default: severity.rawValue
        }
    }

    private func excerpt(_ range: SourceRange) -> [String] {
        guard let file = file(range.file) else { return [] }
        let position = file.position(of: Int(range.start))
        let line = file.line(position.line)
        guard line.utf8.count <= 400 else { return [] }
        let end = file.position(of: Int(range.end))
        let before = Self.spread(line.unicodeScalars.prefix(position.column - 1))
        let marked = Self.spread(end.line == position.line ? line.unicodeScalars.prefix(end.column - 1) : line.unicodeScalars[...])
        let number = String(position.line)
        let indent = String(repeating: " ", count: displayWidth(before))
        let marker = String(repeating: "^", count: max(1, displayWidth(marked) - displayWidth(before)))
        return ["  \(number) | \(Self.spread(line.unicodeScalars[...]))", "  \(String(repeating: " ", count: number.count)) | \(indent)\(marker)"]
    }

    /// The beginning of a line with its tabs as spaces up to the next stop, every four columns: how far a terminal goes hangs on what it
    /// prints before the line.
    private static func spread(_ scalars: Substring.UnicodeScalarView) -> String {
        let parts = String(scalars).split(separator: "\t", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(parts.first.map(String.init) ?? "") { text, part in
            text + String(repeating: " ", count: 4 - displayWidth(text) % 4) + part
        }
    }
}
