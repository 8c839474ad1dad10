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
        let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(position.column - 1)))
        let end = file.position(of: Int(range.end))
        let marked =
            end.line == position.line
            ? String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(position.column - 1).prefix(end.column - position.column)))
            : String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(position.column - 1)))
        let number = String(position.line)
        let indent = String(repeating: " ", count: displayWidth(before))
        let marker = String(repeating: "^", count: max(1, displayWidth(marked)))
        return ["  \(number) | \(line)", "  \(String(repeating: " ", count: number.count)) | \(indent)\(marker)"]
    }
}
