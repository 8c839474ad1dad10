import Diagnostics
import Syntax
import Testing

@Suite("Tokens lose nothing")
struct LosslessTests {
    @Test("The tokens and the gaps between them are the bytes of the file", arguments: Repository.ruleFiles)
    func reproduces(_ path: String) {
        let file = Repository.source(path)
        let tree = SyntaxTree.parse(file, id: SourceID(0))
        var bytes: [UInt8] = []
        var end = 0
        for token in tree.tokens {
            #expect(Int(token.start) >= end)
            let gap = Array(file.bytes[end..<max(end, Int(token.start))])
            #expect(isTrivia(gap, atStart: end == 0), "\(String(decoding: gap, as: UTF8.self))")
            bytes += gap + file.bytes[Int(token.start)..<Int(token.end)]
            end = Int(token.end)
        }
        #expect(tree.tokens.last?.kind == .endOfFile)
        #expect(bytes == file.bytes)
    }

    /// Whether bytes are white space and comments only.
    private func isTrivia(_ gap: [UInt8], atStart: Bool) -> Bool {
        var text = String(decoding: gap, as: UTF8.self)
        if atStart, text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        return text.split(separator: "\n").allSatisfy { line in
            let rest = line.drop { $0.isWhitespace || $0 == "\u{3000}" }
            return rest.isEmpty || rest.first == "#" || rest.first == "＃"
        }
    }
}
