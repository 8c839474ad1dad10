package import Diagnostics
package import Documents

/// What an inquiry says of answers that may be another caller's: those that went with the words of before, or those that were there before any
/// words.
package struct CallerNotice {
    private let language: MessageLanguage

    package init(language: MessageLanguage) { self.language = language }

    /// The notice with the button that sees to it; null where there is nothing to say.
    package func json(_ form: CaseForm) -> JSONValue {
        let (left, early) = (form.left.count, form.early)
        if left > 0 {
            let kept = form.left.pairs.map { JSONValue.object([("name", .string($0.name)), ("value", .string($0.value))]) }
            let words = Wording(
                "お客様の言葉が替わったので、前の言葉のときの答え \(left) 件を外しました。", "The words are others now: \(left) of the answers given with the words of before were taken out.")
            let act = Wording("同じお客様なので戻す", "Same customer: put them back")
            return notice(words, "restore", act, kept: .array(kept))
        }
        if early > 0 {
            let words = Wording("言葉を入れる前の答え \(early) 件も使っています。", "\(early) of the answers given before there were words are used too.")
            return notice(words, "fresh", Wording("別のお客様なので外す", "Another customer: take them out"), kept: .null)
        }
        return .null
    }

    private func notice(_ words: Wording, _ act: String, _ button: Wording, kept: JSONValue) -> JSONValue {
        .object([("words", .string(words(language))), ("act", .string(act)), ("button", .string(button(language))), ("kept", kept)])
    }
}
