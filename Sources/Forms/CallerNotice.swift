package import Diagnostics
import Serialization

/// What an inquiry says of answers that may be another caller's: those that went with the words of before, or those that were there before any
/// words.
package struct CallerNotice {
    private let language: MessageLanguage

    package init(language: MessageLanguage) { self.language = language }

    /// The notice with the button that sees to it; nil where there is nothing to say.
    package func content(_ form: CaseForm) -> InquiryContent.Notice? {
        let (left, early) = (form.left.count, form.early)
        if left > 0 {
            let words = Wording(
                "お客様の言葉が替わったので、前の言葉のときの答え \(left) 件を外しました。", "The words are others now: \(left) of the answers given with the words of before were taken out.")
            let kept = form.left.pairs.map { HiddenField(name: $0.name, value: $0.value) }
            return notice(words, "restore", Wording("同じお客様なので戻す", "Same customer: put them back"), kept)
        }
        if early > 0 {
            let words = Wording("言葉を入れる前の答え \(early) 件も使っています。", "\(early) of the answers given before there were words are used too.")
            return notice(words, "fresh", Wording("別のお客様なので外す", "Another customer: take them out"), [])
        }
        return nil
    }

    private func notice(_ words: Wording, _ act: String, _ button: Wording, _ kept: [HiddenField]) -> InquiryContent.Notice {
        .init(words: words(language), act: act, button: button(language), kept: kept)
    }
}
