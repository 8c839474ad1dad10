import Diagnostics
import Syntax
import Values
import Vocabulary

extension Checker {
    /// 語: each word once.
    mutating func declareWords(_ declaration: WordsDeclaration) {
        let name = declaration.name.text
        if let first = declared["語 " + name] {
            return report(ContractDiagnostics.duplicate(range(declaration.name.span), Wording("語", "word"), name, first: first))
        }
        declared["語 " + name] = range(declaration.name.span)
        contract.words.append(WordGroup(name, declaration.members.map(\.text)))
    }
}

extension Checker {
    /// 言い方 may stand before what it is about, and in another file.
    mutating func gatherSayings(_ item: Item) {
        guard case .sayings(let declaration) = item else { return }
        sayings[declaration.name, default: []] += declaration.spellings
    }

    /// What 言い方 is about has to be there.
    mutating func checkSayings(_ item: Item) {
        guard case .sayings(let declaration) = item, factNames[declaration.name] == nil, !isCase(declaration.path) else { return }
        let cases = contract.enumerations.flatMap { enumeration in enumeration.cases.map { enumeration.name + "." + $0.name } }
        let span = TokenSpan(first: declaration.path[0].span.first, last: declaration.path[declaration.path.count - 1].span.last)
        report(
            ContractDiagnostics.unknownName(
                range(span), Wording("事実や列挙の場合", "fact or case of an enumeration"), declaration.name,
                nearest: nearest(to: declaration.name, in: Array(factNames.keys) + cases)))
    }

    private func isCase(_ path: [Name]) -> Bool {
        guard path.count == 2, let place = enumerationNames[path[0].text] else { return false }
        return contract.enumerations[place].code(of: path[1].text) != nil
    }
}

extension SayingsDeclaration {
    fileprivate var name: String { path.map(\.text).joined(separator: ".") }
}

extension [Spelling] {
    /// The regular expressions.
    var patterns: [String] { filter { $0.form == .pattern }.map(\.text.text) }

    /// The words, with how they are meant.
    var phrases: [Phrase] { filter { $0.form == .words }.map(\.phrase) }
}

extension Spelling {
    fileprivate var phrase: Phrase {
        let all = Set(manners.map(\.manner))
        let sense: Phrase.Sense = all.contains(.wanted) ? .wanted : all.contains(.planned) ? .planned : all.contains(.mentioned) ? .mentioned : .said
        return Phrase(text.text, sense: sense, saysNo: all.contains(.no), isFallback: all.contains(.fallback), readsActor: all.contains(.actor))
    }
}
