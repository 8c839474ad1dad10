import Syntax

/// A piece of a declaration that the tree holds, or a mark for how the declaration is built.
enum Part {
    case name(Name)
    case quoted(Quoted)
    case pattern(Quoted)
    case clause(ClauseMention)
    case type(TypeMention)
    case expression(ExpressionID)
    case cell(Cell)
    case recurrence(NormDeclaration.Recurrence)
    /// A word of the language at the head of a table's column: 条項, and in examples also 根拠, 全根拠, 側 and 通例.
    case keywordColumn(Name)
    /// Something without tokens of its own, to tell trees apart.
    case mark(String)

    /// The tokens, none for a mark.
    func span(in tree: SyntaxTree) -> TokenSpan? {
        switch self {
        case .name(let name), .keywordColumn(let name): name.span
        case .quoted(let quoted), .pattern(let quoted): quoted.span
        case .clause(let clause): clause.span
        case .type(let type): type.span
        case .expression(let id): tree[id].span
        case .cell(let cell): cell.span
        case .recurrence(let recurrence): recurrence.span
        case .mark: nil
        }
    }

    /// What the part says, and nothing of where it stands.
    func fingerprint(in tree: SyntaxTree) -> String {
        switch self {
        case .name(let name): "name \(name.text)"
        case .quoted(let quoted): "quoted \(quoted.text)"
        case .pattern(let pattern): "pattern \(pattern.text)"
        case .clause(let clause): "clause \(clause.id)"
        case .type(let type): "type \(Self.fingerprint(type))"
        case .expression(let id): tree.fingerprint(id)
        case .cell(let cell): "cell \(Self.fingerprint(cell, in: tree))"
        case .recurrence(let recurrence): "monthly \(tree.fingerprint(recurrence.from)) \(tree.fingerprint(recurrence.through))"
        case .keywordColumn(let name): "column \(Lexicon.words[name.text].map { $0.japanese } ?? name.text)"
        case .mark(let text): text
        }
    }

    private static func fingerprint(_ type: TypeMention) -> String {
        switch type.kind {
        case .enumeration(let name): "enumeration \(name.text)"
        case .set(let name): "set \(name.text)"
        case .number(let unit): "number \(unit ?? "-")"
        default: "\(type.kind)"
        }
    }

    private static func fingerprint(_ cell: Cell, in tree: SyntaxTree) -> String {
        switch cell.kind {
        case .any: "any"
        case .value(let id): tree.fingerprint(id)
        case .comparison(let comparison, let id): "\(comparison) \(tree.fingerprint(id))"
        case .clauses(let clauses): clauses.map(\.id).joined(separator: ", ")
        }
    }
}
