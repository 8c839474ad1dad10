import Diagnostics
import Formatting
import Foundation
import Syntax
import Testing

@Suite("Properties")
struct PropertyTests {
    @Test("White space, line breaks and full-width signs do not matter", arguments: Samples.all.indices, 1...2)
    func perturbed(index: Int, seed: Int) throws {
        let canonical = try #require(Samples.canonical[.japanese])[index]
        var dice = Dice(state: UInt64(seed * 1_000 + index))
        let messy = perturb(canonical, &dice)
        #expect(messy != canonical)
        #expect(try formatted(messy) == canonical)
    }

    @Test("Comments anywhere are kept in order, and the result is final", arguments: Samples.all.indices, 1...1)
    func comments(index: Int, seed: Int) throws {
        var dice = Dice(state: UInt64(seed * 1_000 + index))
        for lexicon in Lexicon.allCases {
            let (text, count) = remark(try #require(Samples.canonical[lexicon])[index], &dice)
            #expect(!tree(text).diagnostics.hasErrors)
            let once = try formatted(text, lexicon)
            #expect(try formatted(once, lexicon) == once)
            let marks = once.components(separatedBy: "#注").dropFirst().map { $0.prefix { $0.isNumber } }
            #expect(marks == (0..<count).map { "\($0)"[...] })
        }
    }

    /// Puts comments between some of the tokens, the number of each in it.
    private func remark(_ text: String, _ dice: inout Dice) -> (String, count: Int) {
        let tree = tree(text)
        var result = ""
        var count = 0
        var end = 0
        for (token, next) in zip(tree.tokens, tree.tokens.dropFirst()) {
            result += tree.file.text(end, Int(token.end))
            end = Int(token.end)
            // Rows of tables, headers of clauses and units end with their lines, and IDs have no gaps.
            let fixed: Set<TokenKind> = [.bar, .doubleBar, .dot]
            let isFree =
                !fixed.contains(next.kind) && !fixed.union([.clauseReference, .colon]).contains(token.kind) && token.keyword != .number
                && next.keyword != .sole
            if isFree, dice.isSix(of: 60) {
                result += Bool.random(using: &dice) ? " #注\(count)\n" : "\n\n#注\(count)\n"
                count += 1
            }
        }
        return (result + tree.file.text(end, tree.file.bytes.count), count)
    }

    /// The same text as a careless author would type it.
    private func perturb(_ text: String, _ dice: inout Dice) -> String {
        let tree = tree(text)
        var result = ""
        var end = 0
        for token in tree.tokens {
            result += space(tree.file.text(end, Int(token.start)), &dice)
            result += dice.isSix(of: 2) ? tree.file.text(token) : wide(token, tree.file.text(token), &dice)
            end = Int(token.end)
        }
        return result
    }

    private func space(_ gap: String, _ dice: inout Dice) -> String {
        guard !gap.contains("#"), !gap.isEmpty else { return gap }
        let blank = (0..<Int.random(in: 1...3, using: &dice)).map { _ in [" ", "　", "\t"].randomElement(using: &dice) ?? " " }.joined()
        let breaks = gap.filter { $0 == "\n" }.count
        guard breaks > 0 else { return blank }
        return blank + String(repeating: "\n", count: breaks > 1 ? Int.random(in: 2...5, using: &dice) : 1) + blank
    }

    private func wide(_ token: Token, _ text: String, _ dice: inout Dice) -> String {
        switch token.kind {
        case .word, .string, .patternLiteral, .invalid, .endOfFile:
            return token.keyword == .when || token.keyword == .and ? widened(text) { _ in true } : text
        case .clauseReference: return widened(text) { ("0"..."9").contains($0) }
        case .comma: return ["，", "、", ","].randomElement(using: &dice) ?? text
        case .notEqual: return ["!=", "！＝"].randomElement(using: &dice) ?? text
        case .lessOrEqual: return ["<=", "≦", "＜＝"].randomElement(using: &dice) ?? text
        case .greaterOrEqual: return [">=", "≧"].randomElement(using: &dice) ?? text
        case .minus: return ["−", "－"].randomElement(using: &dice) ?? text
        case .times: return ["*", "＊"].randomElement(using: &dice) ?? text
        default: return widened(text) { _ in true }
        }
    }

    private func widened(_ text: String, _ isIncluded: (Unicode.Scalar) -> Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isASCII = (0x21...0x7E).contains(scalar.value)
            result.append(isASCII && isIncluded(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
        }
        return String(result)
    }
}
