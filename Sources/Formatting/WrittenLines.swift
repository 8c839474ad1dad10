import Values

/// The lines written so far.
struct WrittenLines {
    private var lines: [String] = []
    /// How many lines lie above the current one.
    var lineCount: Int { lines.count }
    private var line = ""
    /// The columns that the line takes so far.
    private(set) var column = 0
    /// How far the line is indented.
    private(set) var indentation = 0
    /// A comment ended the line: what follows needs a new one.
    private(set) var isClosed = false

    /// The columns that a condition may take before it is broken.
    static let conditionWidth = 100
    /// The columns that any other line may take before it is broken.
    static let lineWidth = 120
    /// The columns that each level moves to the right.
    static let step = 2

    /// Begins a line.
    mutating func open(_ indentation: Int) {
        close()
        self.indentation = indentation
        line = String(repeating: " ", count: indentation)
        column = indentation
    }

    /// Writes on the current line.
    mutating func put(_ text: String) {
        line += text
        column += displayWidth(text)
    }

    /// Ends the current line, if there is one, and leaves a blank one behind it.
    mutating func blank() {
        close()
        if lines.last.map({ !$0.isEmpty }) ?? false { lines.append("") }
    }

    /// Writes comments: one that stood behind something goes behind what stands here now, any other on a line of its own.
    mutating func remark(_ comments: [Comment], _ indentation: Int, keepsBlanks: Bool = false) {
        for comment in comments {
            if comment.isTrailing, !isClosed, column > self.indentation {
                put("  " + comment.text)
            } else {
                if comment.followsBlank, keepsBlanks { blank() }
                open(indentation)
                put(comment.text)
            }
            isClosed = true
        }
    }

    /// All lines, each with its line break.
    mutating func text() -> String {
        close()
        return lines.map { $0 + "\n" }.joined()
    }

    private mutating func close() {
        if column > indentation { lines.append(line) }
        line = ""
        column = 0
        indentation = 0
        isClosed = false
    }
}
