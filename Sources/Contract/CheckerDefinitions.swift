import Diagnostics
import Syntax
import Values
import Vocabulary

/// A definition whose type nobody has asked for yet.
struct PendingDefinition {
    enum Body {
        case expression(ExpressionID)
        case table(TableDeclaration)
    }
    var name: Name
    var label: String?
    var body: Body
    var tree: Int
}

/// How far a definition has come.
enum DefinitionState {
    case waiting, inProgress, failed
    case done(Definition.Body)
}

extension Checker {
    /// The body of a definition, read on first use so that order means nothing; `nil` where it is wrong or goes in a circle.
    mutating func resolve(_ place: Place<Definition>) -> Definition.Body? {
        switch definitionStates[place.value] {
        case .done(let body): return body
        case .failed: return nil
        case .inProgress:
            let start = definitionStack.firstIndex(of: place.value) ?? 0
            let names = (definitionStack[start...] + [place.value]).map { pendingDefinitions[$0].name.text }
            let pending = pendingDefinitions[place.value]
            report(ContractDiagnostics.cyclic(trees[pending.tree].range(pending.name.span), names))
            definitionStates[place.value] = .failed
            return nil
        case .waiting: break
        }
        let pending = pendingDefinitions[place.value]
        guard definitionStack.count < Depth.most.definitions else {
            refuse(place)
            return nil
        }
        let (outerTree, outerScope) = (tree, scope)
        (tree, scope) = (pending.tree, [])
        definitionStates[place.value] = .inProgress
        definitionStack.append(place.value)
        let body: Definition.Body?
        switch pending.body {
        case .expression(let id): body = isCondition(id) ? .condition(condition(id)) : value(id, expecting: nil).map { .value($0.value, $0.type) }
        case .table(let declaration): body = valueTable(declaration)
        }
        definitionStack.removeLast()
        (tree, scope) = (outerTree, outerScope)
        if case .failed = definitionStates[place.value] { return nil }
        if let body {
            definitionDepths[place.value] = depth(body)
            definitionDepths[place.value].definitions += 1
            if definitionDepths[place.value].isTooDeep {
                refuse(place)
                return nil
            }
        }
        definitionStates[place.value] = body.map { .done($0) } ?? .failed
        return body
    }

    /// Whether a definition is too deep hangs on how they use each other, not on the order in which they stand.
    private mutating func refuse(_ place: Place<Definition>) {
        let pending = pendingDefinitions[place.value]
        report(ContractDiagnostics.tooDeep(trees[pending.tree].range(pending.name.span), pending.name.text))
        definitionStates[place.value] = .failed
        definitionDepths[place.value] = Depth(nodes: 1)
    }

    /// Whether an expression is a condition rather than a value, judged by its form and by what its name stands for.
    private mutating func isCondition(_ id: ExpressionID) -> Bool {
        switch expression(id).kind {
        case .or, .and, .not, .comparison, .state, .status, .interpretation, .quantifier(.any, _, _), .quantifier(.all, _, _), .literal(.bool):
            return true
        case .call(let name, _, _): return Function(name) == .isHoliday
        case .path(let names):
            if let fact = factNames[names.text] { return contract.facts[fact].type == .bool }
            if names.count == 1, let place = definitionNames[names[0].text] {
                if case .condition? = resolve(place) { return true }
            }
            return false
        default: return false
        }
    }

    /// Reads all definitions, and puts them into the contract.
    mutating func resolveDefinitions() {
        for number in pendingDefinitions.indices {
            let pending = pendingDefinitions[number]
            let body = resolve(Place(number)) ?? .condition(.constant(false))
            contract.definitions.append(Definition(name: pending.name.text, label: pending.label, body: body))
        }
    }

    /// Notes under which clause a definition stands; all definitions have been read.
    mutating func placeDefinition(_ item: Item, _ clause: Place<Clause>?) {
        let name: Name
        switch item {
        case .definition(let declaration): name = declaration.name
        case .table(let declaration): name = declaration.name
        default: return
        }
        guard let place = definitionNames[name.text], pendingDefinitions[place.value].tree == tree,
            pendingDefinitions[place.value].name.span == name.span
        else { return }
        contract.definitions[place.value].clause = clause
    }
}
