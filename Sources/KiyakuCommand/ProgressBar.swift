import Diagnostics

/// How far a long run is, on one line of standard error; nothing where no person reads it.
final class ProgressBar {
    private let terminal: Terminal
    private let total: Int?
    private let isShown: Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var last: ContinuousClock.Instant
    private var bytes = 0

    private static let width = 24

    /// - Parameter total: the bytes to read, where they are known.
    init(_ terminal: Terminal, total: Int?, isShown: Bool) {
        self.terminal = terminal
        self.total = total
        self.isShown = isShown
        start = clock.now
        last = start
    }

    /// More bytes are read.
    func read(_ count: Int) { bytes += count }

    /// So many cases are done.
    func advance(_ cases: Int) {
        guard isShown, clock.now - last > .milliseconds(100) else { return }
        last = clock.now
        let seconds = Double((last - start).components.seconds) + Double((last - start).components.attoseconds) / 1e18
        var text = terminal.language == .japanese ? "\(cases) 件" : "\(cases) cases"
        text += terminal.language == .japanese ? "、毎秒 \(Int(Double(cases) / seconds)) 件" : ", \(Int(Double(cases) / seconds)) a second"
        if let total {
            let share = min(1, Double(bytes) / Double(total))
            let full = Int(share * Double(Self.width))
            let left = share > 0 ? Int(seconds / share * (1 - share)) : 0
            text = "[\(String(repeating: "#", count: full))\(String(repeating: ".", count: Self.width - full))] \(Int(share * 100))% " + text
            text += terminal.language == .japanese ? "、残り約 \(left) 秒" : ", about \(left) s left"
        }
        terminal.status(text)
    }

    /// Removes the line.
    func end() { if isShown { terminal.status("") } }
}
