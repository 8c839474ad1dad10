import Foundation

/// A key as it was pressed.
enum Key: Equatable {
    case character(Character)
    case enter, backspace, clear, up, down, escape
    /// Ctrl-D, and Ctrl-C.
    case end, interrupt
    case other
}

/// How the terminal was before its keys were read one by one. Global, because a signal must find it.
nonisolated(unsafe) private var settings = termios()

/// Reads keys one by one. The terminal is as it was before when `reading` returns, and when a signal ends the program in between.
struct TerminalKeys {
    private static let input = STDIN_FILENO
    private static let signals = [SIGTERM, SIGHUP, SIGQUIT, SIGINT]

    /// Whether a person types and sees what is written.
    static var isAvailable: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Columns of the screen.
    static var columns: Int {
        var size = winsize()
        let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
    }

    /// Runs with each key handed over as it is pressed; `nil` where the terminal does not allow it.
    static func reading<Result>(_ body: (() -> Key) -> Result) -> Result? {
        var isInterrupted = false
        // Ctrl-C ends the program, once the terminal is as it was. With the code of a shell: a signal may be blocked on this thread.
        defer { if isInterrupted { exit(128 + SIGINT) } }
        guard unsafe tcgetattr(input, &settings) == 0 else { return nil }
        var raw = unsafe settings
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        raw.c_iflag &= ~tcflag_t(IXON)
        let old = signals.map { number in
            let handler = signal(number) { number in
                _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &settings)
                signal(number, SIG_DFL)
                raise(number)
            }
            return (number: number, handler: handler)
        }
        guard unsafe tcsetattr(input, TCSANOW, &raw) == 0 else { return nil }
        defer {
            _ = unsafe tcsetattr(input, TCSANOW, &settings)
            for (number, handler) in old { signal(number, handler) }
        }
        return body {
            let key = next()
            if key == .interrupt { isInterrupted = true }
            return key
        }
    }

    /// The next key.
    private static func next() -> Key {
        guard let byte = byte() else { return .end }
        switch byte {
        case 0x03: return .interrupt
        case 0x04: return .end
        case 0x0A, 0x0D: return .enter
        case 0x08, 0x7F: return .backspace
        case 0x15: return .clear
        case 0x1B: return sequence()
        case 0x20...0x7E: return .character(Character(Unicode.Scalar(byte)))
        case 0xC2...0xF4: return character(byte)
        default: return .other
        }
    }

    /// What follows an escape: the arrow keys; on its own it is the key Esc.
    private static func sequence() -> Key {
        guard isReady(), let open = byte() else { return .escape }
        guard open == UInt8(ascii: "[") || open == UInt8(ascii: "O") else { return .other }
        while let byte = byte() {
            guard (0x40...0x7E).contains(byte) else { continue }
            return byte == UInt8(ascii: "A") ? .up : byte == UInt8(ascii: "B") ? .down : .other
        }
        return .end
    }

    private static func character(_ first: UInt8) -> Key {
        var bytes = [first]
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        while bytes.count < count, let byte = byte() { bytes.append(byte) }
        return String(validating: bytes, as: UTF8.self)?.first.map { .character($0) } ?? .other
    }

    private static func byte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = unsafe read(input, &byte, 1)
            if count == 1 { return byte }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    /// Whether more comes at once, as after an arrow key.
    private static func isReady() -> Bool {
        var request = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, 50) == 1
    }
}
