import Diagnostics
import Syntax
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
