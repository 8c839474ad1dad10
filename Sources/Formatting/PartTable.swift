import Diagnostics
import Syntax
import Values

/// The parts and blocks of a file by their first tokens.
struct PartTable {
    private let tree: SyntaxTree
    private var parts: [Int: Part] = [:]
    private var blocks: [Int: Block] = [:]

    /// Looks up what each token begins.
    init(_ tree: SyntaxTree) {
        self.tree = tree
        for part in PartCollector.parts(of: tree) {
            if let span = part.span(in: tree) { parts[span.first] = part }
        }
        for block in tree.blocks { blocks[block.opening] = block }
    }

    /// The part that begins at a token and the last token of it. Parentheses around a whole condition belong to it.
    func part(at index: Int) -> (part: Part, last: Int)? {
        if let part = parts[index], let span = part.span(in: tree) { return (part, span.last) }
        var inner = index
        while tree.tokens[inner].kind == .leftParenthesis {
            inner += 1
            if case .expression(let id)? = parts[inner] { return (.expression(id), tree[id].span.last + inner - index) }
        }
        return nil
    }

    /// The block that opens at a token.
    func block(openingAt index: Int) -> Block? { blocks[index] }

    /// The lexicon that most keywords are written in; Japanese when there are as many of both.
    var prevailingLexicon: Lexicon {
        var names: Set<Int> = []
        for part in parts.values {
            switch part {
            case .name(let name): names.insert(name.span.first)
            case .expression(let id): names.formUnion(tree.nameTokens(id))
            case .cell(let cell): names.formUnion(nameTokens(cell))
            case .recurrence(let recurrence): names.formUnion([recurrence.from, recurrence.through].flatMap { tree.nameTokens($0) })
            case .type(let type):
                if case .enumeration(let name) = type.kind { names.insert(name.span.first) }
                if case .set(let name) = type.kind { names.insert(name.span.first) }
            case .quoted, .pattern, .clause, .keywordColumn, .mark: break
            }
        }
        var (japanese, english) = (0, 0)
        for (index, token) in tree.tokens.enumerated() where token.keyword != nil && !names.contains(index) {
            let first = tree.file.text(token).unicodeScalars.first.map { foldWidth($0) }
            if first?.isASCII == true { english += 1 } else { japanese += 1 }
        }
        return english > japanese ? .english : .japanese
    }

    private func nameTokens(_ cell: Cell) -> [Int] {
        switch cell.kind {
        case .value(let id), .comparison(_, let id): tree.nameTokens(id)
        case .any, .clauses: []
        }
    }
}
