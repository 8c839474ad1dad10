package import Diagnostics
package import Documents

/// A change after which programs answer in another form: they compute more than before, or better. What an answer comes to stays (`AnswerPart.kept`).
package struct AnswerChange: Sendable, Hashable {
    /// The form of the answers since then.
    package let form: Int64
    /// The day of the change: 2026-11-24.
    package let date: String
    /// What people call it.
    package let name: Wording
    /// What is otherwise since then: one sentence.
    package let what: Wording
    /// Parts that may come to something else since then. None of them is kept.
    package let touches: [AnswerPart]
    /// Keys that answers have since then.
    package let adds: [AnswerPart]

    package init(form: Int64, date: String, name: Wording, what: Wording, touches: [AnswerPart] = [], adds: [AnswerPart] = []) {
        self.form = form
        self.date = date
        self.name = name
        self.what = what
        self.touches = touches
        self.adds = adds
    }
}

/// The forms that answers have had, each with the change that began it (docs/contributing.md says when to add one).
package struct AnswerForms: Sendable {
    /// Those of this program. A record names the form of its answer, and one that names none is of the first.
    package static let program = AnswerForms([
        AnswerChange(
            form: 1, date: "2026-11-24", name: Wording("はじめの形", "the first form"),
            what: Wording("形を書いていない記録の形", "the form of records that name none")),
        AnswerChange(
            form: 2, date: "2026-11-30", name: Wording("形を書く", "the form is named"),
            what: Wording("記録に、判定の形を書く。判定は変わらない", "records name the form of their answer; the answers are as before")),
        AnswerChange(
            form: 3, date: "2026-11-30", name: Wording("読み方と裁量による額と期限", "amounts and deadlines by readings and powers"),
            what: Wording(
                "別の読み方や裁量の行使で変わる額・期限・義務も言い、それだけで変わるものも挙げる",
                "other readings and powers say which amounts, deadlines and duties they change, and are listed where only these change"),
            touches: ["decisions.interpretations", "decisions.discretion"]),
        AnswerChange(
            form: 4, date: "2026-11-30", name: Wording("変えれば変わること", "what would change the answer"),
            what: Wording(
                "どの規則も当てはまらないときも探し、範囲からは人の書く値を選び、ほかにもありうるときはそう言う",
                "looked for where no rule speaks too, with the values that people would write, and honest about whether there are others"),
            touches: ["decisions.would_change", "decisions.would_change_complete"]),
        AnswerChange(
            form: 5, date: "2026-11-30", name: Wording("未到来の出来事", "events still to come"),
            what: Wording("まだ来ていない出来事を、参照データの不足と言わない", "an event that has not come is not called missing reference data"),
            touches: ["decisions.missing"]),
        AnswerChange(
            form: 6, date: "2026-11-30", name: Wording("側と通例", "sides and usual circumstances"),
            what: Wording(
                "側と、側の次に変わる時を言い、側を決める質問を先に尋ね、側が決まれば根拠になりうる条項を挙げる。未決なら、通例で決まることを添える",
                "the side and its next change are said, questions that decide it come first, and where it is certain the clauses that may decide are listed; an open answer says what usual circumstances settle"
            ),
            touches: ["decisions.missing", "decisions.possible_grounds"],
            adds: [
                "decisions.side", "decisions.side_text", "decisions.next_side", "decisions.next_side_change", "decisions.next_side_change_until",
                "decisions.missing.decides_side", "decisions.assuming",
            ]),
        AnswerChange(
            form: 7, date: "2026-11-30", name: Wording("未定の値どうしの比較", "comparisons of values still open"),
            what: Wording(
                "未到来の日や空欄どうしの比べ方が食い違う結果を、ありうるものとして言わない",
                "outcomes that would need comparisons of days still to come or of empty cells to contradict each other are not called possible"),
            touches: [
                "decisions.missing", "decisions.possible", "decisions.possible_grounds", "decisions.interpretations", "decisions.discretion",
                "decisions.next_change", "decisions.next_status", "decisions.next_outcome", "decisions.next_grounds_change", "decisions.next_change_until",
                "decisions.would_change", "decisions.would_change_complete", "decisions.approximate",
            ]),
        AnswerChange(
            form: 8, date: "2026-11-30", name: Wording("だれに尋ねるか", "whose question it is"),
            what: Wording("足りない事実について、だれに尋ねるかを言う", "what is missing says whom to ask"),
            adds: ["decisions.missing.asked_of", "decisions.missing.asked_party"]),
        AnswerChange(
            form: 9, date: "2026-11-30", name: Wording("計算と、規約にない額", "calculations, and amounts that the contract does not state"),
            what: Wording(
                "額・期限・月の計算を段ごとに言い、解釈の案が生じさせる義務や費用を名前で言う",
                "how amounts, deadlines and months were worked out is told step by step, and what duties and charges a reading brings by name"),
            adds: ["decisions.duties.calculation", "obligations.in_force.calculation", "decisions.interpretations.bears"]),
        AnswerChange(
            form: 10, date: "2026-11-30", name: Wording("まとめて尋ねる質問", "questions asked at once"),
            what: Wording(
                "まとめて尋ねる質問を言い、いくつかが分かった後もまとめて順を決める",
                "what is missing says with what it is asked at once, which its order follows where some of a group is known"),
            touches: ["decisions.missing"],
            adds: ["decisions.missing.group"]),
        AnswerChange(
            form: 11, date: "2026-11-30", name: Wording("足りないことと、よくなる変え方", "what is lacking, and changes for the better"),
            what: Wording(
                "既定の断りに足りないことと最後の日を言い、変え方はよくなるものだけを小さい順に、裁量は合わせて使うときも挙げ、途中までしか調べていない所を言う",
                "a refusal by default says what is lacking and until when; changes are for the better, least first; powers count together too; what was cut short is said"
            ),
            touches: ["decisions.would_change", "decisions.would_change_complete", "decisions.discretion"],
            adds: [
                "decisions.lacking", "decisions.lacking_complete", "decisions.next_change_complete", "decisions.next_grounds_change_complete",
                "decisions.interpretations_complete", "decisions.discretion_complete", "decisions.assuming_complete", "decisions.discretion.with",
                "decisions.discretion.leads_to", "decisions.discretion.duties.open", "decisions.would_change.side", "decisions.would_change.side_text",
            ]),
        AnswerChange(
            form: 12, date: "2026-11-30", name: Wording("分からない日と空欄の比較", "an unknown day beside an empty cell"),
            what: Wording(
                "分からない日を参照データの空欄と比べるときは、参照データの不足も言う",
                "where an unknown day is compared with reference data that is silent, the reference data is called missing too"),
            touches: ["decisions.missing"]),
    ])

    /// In the order of their forms: 1, 2, 3…
    package let changes: [AnswerChange]

    package init(_ changes: [AnswerChange]) { self.changes = changes }

    /// The form of the answers that are given now.
    package var current: Int64 { changes.last?.form ?? 1 }

    /// Whether answers of that form were given by this program, or by one before it.
    func know(_ form: Int64) -> Bool { 1...current ~= form }

    /// Whether a key came to answers after a form.
    func added(_ part: AnswerPart, since form: Int64) -> Bool { changes.contains { $0.form > form && $0.adds.contains(part) } }

    /// What may be behind a difference between an answer of a form and one of now.
    func causes(of part: AnswerPart, since form: Int64) -> [AnswerDifference] {
        changes.filter { $0.form > form }.flatMap { change in
            change.touches.filter { $0.holds(part) }.map { AnswerDifference(change: change, part: $0) }
        }
    }
}

/// A part of an answer that comes to something else since a change.
package struct AnswerDifference: Sendable, Hashable {
    package let change: AnswerChange
    package let part: AnswerPart
}

extension AnswerChange {
    /// The change and the parts that differ by it, for programs.
    package func members(_ parts: some Sequence<AnswerPart>) -> [(String, JSONValue)] {
        [
            ("form", .integer(form)), ("name", .string(name.japanese)), ("name_en", .string(name.english)), ("date", .string(date)),
            ("parts", .array(parts.map(\.description).sorted().map { .string($0) })),
        ]
    }

    /// The same for people, without a full stop.
    package func told(_ parts: some Sequence<AnswerPart>) -> Wording {
        let parts = Set(parts.map(\.short)).sorted().joined(separator: ", ")
        return Wording("形 \(form)「\(name.japanese)」（\(date)）による違い: \(parts)", "different by form \(form), \(name.english) (\(date)): \(parts)")
    }
}

extension [AnswerDifference] {
    /// The changes in order, each with the parts that differ by it.
    package var byChange: [(change: AnswerChange, parts: Set<AnswerPart>)] {
        Dictionary(grouping: self, by: \.change).map { ($0, Set($1.map(\.part))) }.sorted { $0.change.form < $1.change.form }
    }
}
