import Clauses
import Diagnostics
import Values

/// Reads tokens into declarations. Where the text is wrong it says so once, skips to where it can go on, and goes on.
struct Parser {
    let file: SourceFile
    let id: SourceID
    let tokens: [Token]
    var position = 0
    var items: [Item] = []
    var expressions: [Expression] = []
    var blocks: [Block] = []
    var diagnostics: [Diagnostic] = []
    /// The place of the last finding: a second one at the same token says nothing new.
    private var lastFinding = -1
    var depth = 0
    /// Expressions that are a bare clause or rule, waiting for 「が 成立」.
    var targetMarks: [ExpressionID: Target] = [:]
    /// Tokens that follow the word 解釈 in a condition.
    var interpretationMarks: Set<Int> = []
    /// Words that were passed over because something was wrong there: they may have declared a name.
    private(set) var lostWords: Set<String> = []
    /// Strings and patterns that ran to the end of their line: what should follow them is inside them.
    private let swallowing: Set<UInt32>
    /// Words that begin entries of the declaration being read and would begin a declaration elsewhere.
    var entryKeywords: Set<Keyword> = []
    /// What was wrong with the braces of the declaration being read.
    var blockFault: BlockFault?

    static let deepest = 64

    /// - Parameter findings: the lexer's.
    init(file: SourceFile, id: SourceID, tokens: [Token], findings: [Diagnostic]) {
        self.file = file
        self.id = id
        self.tokens = tokens
        swallowing = Set(
            findings.filter { $0.code == .unterminatedString || $0.code == .unterminatedPattern }.map(\.range.start))
        expressions.reserveCapacity(tokens.count / 2)
    }

    mutating func parseFile() {
        while current.kind != .endOfFile {
            let before = position
            if let item = parseItem() { items.append(item) } else { lose(from: before) }
            if current.kind == .semicolon { advance() }
            if position == before {
                unexpected(Wording("宣言か条項の見出し", "a declaration or a clause header"))
                skip(to: { $0.startsDeclaration($1) })
            }
        }
    }

    // MARK: Looking

    var current: Token { token(position) }

    func token(_ at: Int) -> Token {
        at < tokens.count ? tokens[at] : tokens.last ?? Token(kind: .endOfFile, beginsLine: true, keyword: nil, start: 0, end: 0)
    }

    func at(_ kind: TokenKind) -> Bool { current.kind == kind }

    func at(_ keyword: Keyword) -> Bool { current.kind == .word && current.keyword == keyword }

    func text(_ token: Token) -> String { token.kind == .endOfFile ? "ファイルの終わり" : file.text(token) }

    /// The bytes of a token with full-width letters folded, to compare them with English words.
    func folded(_ token: Token) -> String { foldWidth(file.text(token)) }

    func span(from start: Int) -> TokenSpan { TokenSpan(first: start, last: max(start, position - 1)) }

    func range(_ span: TokenSpan) -> SourceRange {
        SourceRange(file: id, start: Int(token(span.first).start), end: Int(token(span.last).end))
    }

    func range(_ token: Token) -> SourceRange { SourceRange(file: id, start: Int(token.start), end: Int(token.end)) }

    // MARK: Moving

    mutating func advance() { if position < tokens.count - 1 { position += 1 } }

    mutating func take(_ kind: TokenKind) -> Bool {
        guard at(kind) else { return false }
        advance()
        return true
    }

    mutating func take(_ keyword: Keyword) -> Bool {
        guard at(keyword) else { return false }
        advance()
        return true
    }

    /// Whether a token begins a declaration: a declaring keyword or a clause at the beginning of a line.
    func startsDeclaration(_ at: Int) -> Bool {
        let token = token(at)
        guard token.beginsLine else { return false }
        if token.kind == .clauseReference { return true }
        guard token.kind == .word, let keyword = token.keyword, Keyword.declarations.contains(keyword) else { return false }
        // A fact may have the name of a keyword: `版 : 版`; and a case too: `費用 「…」`.
        switch self.token(at + 1).kind {
        case .colon, .equal, .dot: return false
        case .string where !Keyword.labelled.contains(keyword):
            let next = self.token(at + 2)
            return !next.beginsLine && [.leftBrace, .string, .equal, .dot].contains(next.kind)
        default: return true
        }
    }

    mutating func skip(to stop: (Parser, Int) -> Bool) {
        let start = position
        while current.kind != .endOfFile, !stop(self, position) { advance() }
        lose(from: start)
    }

    /// Notes the words from a token to here as passed over.
    private mutating func lose(from start: Int) {
        for token in tokens[start..<max(start, position)] {
            switch token.kind {
            case .word: lostWords.insert(foldWidth(file.text(token)))
            case .string, .patternLiteral:
                lostWords.insert(unquoted(token))
                guard swallowing.contains(token.start) else { continue }
                lostWords.formUnion(foldWidth(file.text(token)).split { !$0.isLetter && !$0.isNumber }.map(String.init))
            case .clauseReference: lostWords.insert(ClauseReference.parse(file.text(token))?.id.text ?? "")
            default: break
            }
        }
    }

    // MARK: Findings

    mutating func report(_ diagnostic: Diagnostic) {
        // The lexer has said what is wrong here.
        if at(.invalid) || position > 0 && swallowing.contains(token(position - 1).start) { silence() }
        guard lastFinding != position else { return }
        lastFinding = position
        diagnostics.append(diagnostic)
    }

    /// Nothing that is wrong at this token is news: what led here has its finding.
    mutating func silence() { lastFinding = position }

    mutating func unexpected(_ expected: Wording) {
        report(
            current.kind == .endOfFile
                ? SyntaxDiagnostics.missing(range(current), expected: expected)
                : SyntaxDiagnostics.unexpected(range(current), found: text(current), expected: expected))
    }

    @discardableResult
    mutating func expect(_ kind: TokenKind, _ sign: String) -> Bool {
        if take(kind) { return true }
        unexpected(Wording("「\(sign)」", "`\(sign)`"))
        return false
    }

    // MARK: Blocks

    /// What can be wrong with the braces of a declaration.
    enum BlockFault {
        /// There are none: nothing of it could be read.
        case missing
        /// They are not closed: more of it may have been meant.
        case unclosed
    }

    /// `{ entries }`, entries separated by line breaks or `;`. After a mistake goes on at the next entry.
    mutating func block(_ entry: (inout Parser) -> Bool) {
        let opening = current
        let place = position
        var entries: [TokenSpan] = []
        guard expect(.leftBrace, "{") else {
            blockFault = .missing
            return skip(to: { $0.startsDeclaration($1) })
        }
        while !at(.rightBrace) {
            if current.kind == .endOfFile || startsDeclaration(position) && !keywordMayStartEntry() {
                blockFault = .unclosed
                // A string or a pattern that is not closed holds the brace.
                if !tokens[place..<position].contains(where: { swallowing.contains($0.start) }) {
                    diagnostics.append(SyntaxDiagnostics.unclosed(range(opening), opening: "{", closing: "}"))
                }
                return
            }
            if take(.semicolon) { continue }
            let before = position
            let isFine = entry(&self)
            if !isFine || position == before {
                skipEntry(from: before)
                lose(from: before)
            }
            entries.append(span(from: before))
        }
        blocks.append(Block(opening: place, closing: position, entries: entries))
        advance()
    }

    /// 解釈 and 例 begin entries inside rules and tests; elsewhere they would begin a declaration.
    private func keywordMayStartEntry() -> Bool {
        at(.interpretation) || at(.clause) || token(position + 1).kind == .colon || current.keyword.map(entryKeywords.contains) ?? false
    }

    /// Moves to the next entry: past the braces that open on the way, to a line's beginning, a `;` or the closing brace.
    private mutating func skipEntry(from start: Int) {
        if position == start { advance() }
        var open = 0
        while current.kind != .endOfFile {
            if startsDeclaration(position), open == 0 { return }
            if open == 0, at(.rightBrace) || at(.semicolon) || current.beginsLine { return }
            if at(.leftBrace) { open += 1 }
            if at(.rightBrace) { open -= 1 }
            advance()
        }
    }

    // MARK: Small pieces

    /// A word or a quoted string as a name.
    mutating func name(_ expected: Wording = Wording("名前", "a name")) -> Name? {
        guard at(.word) || at(.string) else {
            unexpected(expected)
            return nil
        }
        let span = TokenSpan(first: position, last: position)
        let text = at(.word) ? foldWidth(file.text(current)) : unquoted(current)
        advance()
        return Name(text: text, span: span)
    }

    mutating func quotedIfAny() -> Quoted? {
        guard at(.string) else { return nil }
        let quoted = Quoted(text: unquoted(current), span: TokenSpan(first: position, last: position))
        advance()
        return quoted
    }

    mutating func quoted(_ expected: Wording) -> Quoted? {
        if let quoted = quotedIfAny() { return quoted }
        unexpected(expected)
        return nil
    }

    /// What follows 表記: how it is meant, then patterns or words, with commas between them.
    mutating func spellings() -> [Spelling] {
        var manners: [SpellingManner] = []
        while at(.word), let manner = current.keyword.flatMap({ Spelling.manners[$0] }) {
            manners.append(SpellingManner(manner: manner, span: TokenSpan(first: position, last: position)))
            advance()
        }
        var spellings: [Spelling] = []
        repeat {
            if let words = quotedIfAny() {
                spellings.append(Spelling(form: .words, text: words, manners: manners))
                continue
            }
            guard at(.patternLiteral) else {
                unexpected(Wording("「言葉」か正規表現 /…/", "words in quotes or a pattern /…/"))
                break
            }
            let text = file.text(current).dropFirst().dropLast(file.text(current).hasSuffix("/") ? 1 : 0)
            let span = TokenSpan(first: position, last: position)
            spellings.append(Spelling(form: .pattern, text: Quoted(text: Self.slashesUnescaped(text), span: span), manners: manners))
            advance()
        } while at(.comma) && [.patternLiteral, .string].contains(token(position + 1).kind) && take(.comma)
        return spellings
    }

    private static func slashesUnescaped(_ text: Substring) -> String {
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped, scalar != "/" { result.append("\\") }
            isEscaped = scalar == "\\" && !isEscaped
            if !isEscaped { result.append(scalar) }
        }
        if isEscaped { result.append("\\") }
        return String(result)
    }

    /// The words `a.b.c`.
    mutating func path() -> [Name]? {
        guard let first = name() else { return nil }
        var names = [first]
        while at(.dot), token(position + 1).kind == .word || token(position + 1).kind == .string {
            advance()
            guard let next = name() else { break }
            names.append(next)
        }
        return names
    }

    private func unquoted(_ token: Token) -> String {
        let text = file.text(token)
        guard let first = text.unicodeScalars.first else { return "" }
        let closing: Unicode.Scalar = first == "「" ? "」" : "\""
        var inner = text.unicodeScalars.dropFirst()
        if let last = inner.last, last == closing || foldWidth(last) == closing { inner = inner.dropLast() }
        guard first != "「" else { return String(String.UnicodeScalarView(inner)) }
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in inner {
            if isEscaped {
                result.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// A clause in any spelling, also as a bare ID.
    mutating func clauseMention() -> ClauseMention? {
        let start = position
        guard at(.clauseReference) || at(.numberLiteral) || at(.word) else {
            unexpected(Wording("条番号", "a clause reference"))
            return nil
        }
        advance()
        while at(.dot), token(position + 1).kind == .word || token(position + 1).kind == .numberLiteral {
            advance()
            advance()
        }
        let span = span(from: start)
        let written = file.text(range(span))
        guard let reference = ClauseReference.parse(written) else {
            diagnostics.append(SyntaxDiagnostics.malformedClause(range(span), found: written))
            return nil
        }
        return ClauseMention(id: reference.id.text, span: span)
    }

    /// `item, item, …`
    mutating func commaSeparated<Element>(_ element: (inout Parser) -> Element?) -> [Element] {
        var elements: [Element] = []
        repeat {
            guard let one = element(&self) else { break }
            elements.append(one)
        } while take(.comma)
        return elements
    }
}

extension Keyword {
    /// The words that begin a declaration.
    package static let declarations: Set<Keyword> = [
        .contract, .clause, .words, .sayings, .enumeration, .facts, .list, .group, .constraint, .define, .usual, .decision, .rule, .duty, .prohibition,
        .power, .disclaimer, .charge, .table, .reference, .businessCalendar, .interpretation, .test, .invariant, .nonoperative,
    ]

    /// The words that later chapters will use.
    static let reserved: Set<Keyword> = [.digest, .supplementary, .amendment, .businessDay]

    /// The declarations that have a text in the place of a name.
    static let labelled: Set<Keyword> = [.constraint, .invariant, .test, .nonoperative]
}
