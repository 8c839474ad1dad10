import Interviews
import Values

/// One line of input on a terminal: typed as ever, or moved to with the arrow keys and taken with Enter; Space marks several.
struct PromptLine {
    /// An answer that can be moved to.
    struct Choice: Equatable {
        /// What it is typed as.
        let input: String
        let caption: String
    }

    private let choices: [Choice]
    private let isMultiple: Bool
    private var typed = ""
    /// The choice moved to.
    private var place: Int?
    private var marked: Set<Int> = []

    init(_ choices: [Choice], isMultiple: Bool) {
        self.choices = choices
        self.isMultiple = isMultiple
    }

    /// Reads a line; `nil` at the end of the input, or where the terminal does not hand over its keys.
    static func read(_ prompt: String, _ choices: [Choice], isMultiple: Bool, _ terminal: Terminal) -> String?? {
        TerminalKeys.reading { next -> String? in
            var line = PromptLine(choices, isMultiple: isMultiple)
            while true {
                terminal.prompt("\r\u{1B}[K" + fitted(prompt + line.shown, TerminalKeys.columns - 1))
                switch line.take(next()) {
                case .more: continue
                case .done(let text):
                    terminal.prompt("\r\u{1B}[K" + fitted(prompt + line.shown, TerminalKeys.columns - 1) + "\n")
                    return text
                case .end:
                    terminal.prompt("\n")
                    return nil
                }
            }
        }
    }

    private enum Step {
        case more, end
        case done(String)
    }

    private mutating func take(_ key: Key) -> Step {
        switch key {
        case .enter: return .done(answer)
        case .end: return typed.isEmpty ? .end : .more
        case .interrupt: return .end
        case .up: move(-1)
        case .down: move(1)
        case .escape, .clear: (typed, place, marked) = ("", nil, [])
        case .backspace: if typed.isEmpty { (place, marked) = (nil, []) } else { typed.removeLast() }
        case .character(" ") where isMultiple && typed.isEmpty && place != nil: mark()
        case .character(let character): typed.append(character)
        case .other: break
        }
        return .more
    }

    private mutating func move(_ step: Int) {
        guard !choices.isEmpty, typed.isEmpty else { return }
        guard let old = place else { return place = step > 0 ? 0 : choices.count - 1 }
        place = (old + step + choices.count) % choices.count
    }

    private mutating func mark() {
        guard let place else { return }
        if marked.remove(place) == nil { marked.insert(place) }
    }

    /// What the line says when Enter is pressed.
    private var answer: String {
        if !typed.isEmpty { return typed }
        if !marked.isEmpty { return marked.sorted().map { choices[$0].input }.joined(separator: ",") }
        return place.map { choices[$0].input } ?? ""
    }

    private var shown: String {
        guard typed.isEmpty, let place else { return typed }
        let choice = choices[place]
        let box = isMultiple ? (marked.contains(place) ? "[x] " : "[ ] ") : ""
        let others = marked.isEmpty ? "" : "　（\(marked.sorted().map { choices[$0].input }.joined(separator: ","))）"
        return box + (choice.input == choice.caption ? choice.caption : "\(choice.input)) \(choice.caption)") + others
    }

    /// As much of a text as fits: its end while it is typed.
    private static func fitted(_ text: String, _ columns: Int) -> String {
        guard displayWidth(text) > columns else { return text }
        var (kept, width) = ("", 0)
        for character in text.reversed() {
            let next = displayWidth(String(character))
            guard width + next < columns else { break }
            kept.append(character)
            width += next
        }
        return "…" + String(kept.reversed())
    }
}
