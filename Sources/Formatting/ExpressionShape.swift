import Syntax

/// An expression taken apart: what it is, the names in it, and the expressions in it, all in the order of the file.
struct ExpressionShape {
    /// Everything about the expression but its names and the expressions in it.
    let tag: String
    let names: [Name]
    let children: [ExpressionID]

    /// Takes an expression apart.
    init(_ kind: Expression.Kind) {
        switch kind {
        case .or(let operands): self.init("or", children: operands)
        case .and(let operands): self.init("and", children: operands)
        case .not(let operand): self.init("not", children: [operand])
        case .comparison(let comparison, let left, let right): self.init("comparison \(comparison)", children: [left, right])
        case .state(let state, let value): self.init("state \(state)", children: [value])
        case .status(.clause(let clause), let status): self.init("status \(status) \(clause.id)")
        case .status(.rule(let name), let status): self.init("status \(status)", [name])
        case .interpretation(let name, let reading): self.init("interpretation", [name, reading])
        case .arithmetic(let sign, let left, let right): self.init("arithmetic \(sign)", children: [left, right])
        case .path(let names): self.init("path", names)
        case .literal(let literal): self.init("literal \(literal)")
        case .set(let members, let only): self.init("set \(only)", children: members)
        case .call(let name, let arguments, let column):
            let function = Function(name)
            self.init(function.map { "\($0)" } ?? "call", (function == nil ? [name] : []) + (column.map { [$0] } ?? []), children: arguments)
        case .quantifier(let quantifier, let list, let body): self.init("quantifier \(quantifier)", [list], children: [body])
        case .records(let records, let complete):
            let fields = records.map { $0.map { $0.path.count } }
            self.init(
                "records \(fields) \(complete)", records.flatMap { $0.flatMap(\.path) }, children: records.flatMap { $0.map(\.value) })
        case .missing: self.init("missing")
        }
    }

    private init(_ tag: String, _ names: [Name] = [], children: [ExpressionID] = []) {
        self.tag = tag
        self.names = names
        self.children = children
    }
}

extension SyntaxTree {
    /// An expression as text that says how it is built, and nothing of where it stands.
    func fingerprint(_ id: ExpressionID) -> String {
        let shape = ExpressionShape(self[id].kind)
        let names = shape.names.map { "'\($0.text)'" }.joined(separator: " ")
        return "(\(shape.tag) \(names) \(shape.children.map { fingerprint($0) }.joined(separator: " ")))"
    }

    /// The tokens of the names in an expression.
    func nameTokens(_ id: ExpressionID) -> [Int] {
        let shape = ExpressionShape(self[id].kind)
        return shape.names.map(\.span.first) + shape.children.flatMap { nameTokens($0) }
    }
}
