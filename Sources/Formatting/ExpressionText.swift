import Syntax

extension Speller {
    /// An expression on one line, in parentheses when it binds less tightly than its place needs.
    func flat(_ id: ExpressionID, atLeast rank: Rank = .or) -> String {
        let kind = tree[id].kind
        return Rank(kind) < rank ? "(\(flat(kind)))" : flat(kind)
    }

    private func flat(_ kind: Expression.Kind) -> String {
        switch kind {
        case .or(let operands): return operands.map { flat($0, atLeast: .operand) }.joined(separator: " \(word(.or)) ")
        case .and(let operands): return operands.map { flat($0, atLeast: .operand) }.joined(separator: " \(word(.and)) ")
        case .not(let operand):
            let text = flat(operand, atLeast: .not)
            return lexicon == .japanese ? "\(text) \(word(.not))" : "\(word(.not)) \(text)"
        case .comparison(let comparison, let left, let right):
            return self.comparison(comparison, flat(left, atLeast: .sum), right)
        case .state(let state, let value):
            return "\(flat(value, atLeast: .sum)) \(word(.subject)) \(word(state == .pending ? .pending : .inapplicable))"
        case .status(let target, let status):
            let subject = lexicon == .japanese ? " \(word(.subject))" : ""
            return "\(self.target(target))\(subject) \(word(status == .holds ? .holds : .applies))"
        case .interpretation(let name, let reading): return "\(word(.interpretation)) \(self.name(name)) = \(self.name(reading))"
        case .arithmetic(let sign, let left, let right):
            if sign == .times || sign == .dividedBy {
                return "\(flat(left, atLeast: .product)) \(sign == .times ? "×" : "÷") \(flat(right, atLeast: .primary))"
            }
            return "\(flat(left, atLeast: .sum)) \(sign == .plus ? "+" : "-") \(flat(right, atLeast: .product))"
        case .path(let names): return path(names)
        case .literal(let literal): return self.literal(literal)
        case .set(let members, let only):
            let set = "{\(members.map { flat($0, atLeast: .primary) }.joined(separator: ", "))}"
            return only ? "\(word(.only)) \(set)" : set
        case .call(let name, let arguments, let column):
            return "\(function(name))(\(arguments.map { flat($0) }.joined(separator: ", ")))" + (column.map { ".\(self.name($0))" } ?? "")
        case .quantifier(let quantifier, let list, let body):
            return quantified(quantifier, list) + (quantifier == .sum ? " \(flat(body, atLeast: .primary))" : " (\(flat(body)))")
        case .records(let records, let complete):
            return (records.isEmpty ? "{}" : records.map { record($0) }.joined(separator: ", ")) + (complete ? " \(word(.complete))" : "")
        case .missing: return ""
        }
    }

    /// 一覧 のいずれかで, or any 一覧.
    func quantified(_ quantifier: Quantifier, _ list: Name) -> String {
        let keyword: Keyword =
            switch quantifier {
            case .any: .someOf
            case .all: .allOf
            case .count: .countOf
            case .sum: .sumOf
            }
        return lexicon == .japanese ? "\(name(list)) \(word(keyword))" : "\(word(keyword)) \(name(list))"
    }

    /// One record of a list, in a test.
    func record(_ fields: [Assignment]) -> String {
        fields.isEmpty ? "{}" : "{ \(fields.map { "\(path($0.path)) = \(flat($0.value, atLeast: .primary))" }.joined(separator: " ; ")) }"
    }

    private func target(_ target: Target) -> String {
        switch target {
        case .clause(let clause): self.clause(clause)
        case .rule(let name): "\(word(.rule)) \(self.name(name))"
        }
    }

    private func function(_ name: Name) -> String {
        Function(name).map { word($0.keyword) } ?? self.name(name)
    }

    private func literal(_ literal: Literal) -> String {
        switch literal {
        case .bool(let value): word(value ? .yes : .no)
        case .number(let digits, let unit): digits + (unit ?? "")
        case .date(let text), .month(let text), .time(let text): text
        case .string(let text): "「\(text)」"
        case .unknown: word(.unknown)
        case .pending: word(.pending)
        case .inapplicable: word(.inapplicable)
        case .asOf: word(.asOf)
        case .asOfTime: word(.asOfTime)
        }
    }
}
