import Syntax

/// Collects the parts of declarations.
struct PartCollector {
    /// In the order of the tree.
    var parts: [Part] = []

    /// The parts of all declarations of a file.
    static func parts(of tree: SyntaxTree) -> [Part] {
        var collector = PartCollector()
        for item in tree.items { collector.add(item) }
        return collector.parts
    }

    // MARK: Single parts. One that is missing leaves a mark, so that its neighbours are not mistaken for it.

    mutating func mark(_ text: String) { parts.append(.mark(text)) }

    mutating func add(_ name: Name?) { parts.append(name.map { .name($0) } ?? .mark("no name")) }

    mutating func add(_ quoted: Quoted?) { parts.append(quoted.map { .quoted($0) } ?? .mark("no string")) }

    mutating func add(_ clause: ClauseMention?) { parts.append(clause.map { .clause($0) } ?? .mark("no clause")) }

    mutating func add(_ type: TypeMention?) { parts.append(type.map { .type($0) } ?? .mark("no type")) }

    mutating func add(_ expression: ExpressionID?) { parts.append(expression.map { .expression($0) } ?? .mark("no expression")) }

    // MARK: Several parts

    mutating func add(path: [Name]) {
        mark("path \(path.count)")
        for name in path { add(name) }
    }

    mutating func add(labelled: [(name: Name, label: Quoted?)]) {
        mark("labelled \(labelled.count)")
        for (name, label) in labelled {
            add(name)
            add(label)
        }
    }

    mutating func add(typed: [(name: Name, type: TypeMention)]) {
        mark("typed \(typed.count)")
        for (name, type) in typed {
            add(name)
            add(type)
        }
    }

    mutating func add(spellings: [Spelling]) {
        mark("spellings \(spellings.count)")
        for spelling in spellings {
            mark("manners \(spelling.manners.map(\.manner.rawValue).joined(separator: " "))")
            parts.append(spelling.form == .pattern ? .pattern(spelling.text) : .quoted(spelling.text))
        }
    }

    mutating func add(clauses: [ClauseMention]) {
        mark("clauses \(clauses.count)")
        parts += clauses.map { .clause($0) }
    }

    mutating func add(precedences: [Precedence], readings: [(interpretation: Name, reading: Name)]) {
        for precedence in precedences {
            mark("precedence \(precedence.form) \(precedence.targets.count)")
            for target in precedence.targets { add(target: target) }
        }
        mark("readings \(readings.count)")
        for (interpretation, reading) in readings {
            add(interpretation)
            add(reading)
        }
    }

    mutating func add(target: Target) {
        switch target {
        case .clause(let clause): add(clause)
        case .rule(let name): add(name)
        }
    }

    mutating func add(rows: [TableDeclaration.Row]) {
        for row in rows {
            mark("row \(row.cells.count) \(row.outputs.count)")
            parts += (row.cells + row.outputs).map { .cell($0) }
        }
    }
}
