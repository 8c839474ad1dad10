import Completions
import Diagnostics
import Facts
import Kiyaku
import Proofs
import Records
import Serialization
import Values
import Vocabulary

/// The content of one record's page: what was asked, and the answer with its grounds, by the rules of then.
struct RecordDetail: Bilingual {
    private let log: RecordLog
    private let entry: RecordEntry
    /// The rules that the answer was given by, or those of now for an erasure.
    private let edition: Edition
    let language: MessageLanguage
    private let showsPersonal: Bool

    /// - Parameters:
    ///   - current: the rules of now, which need not be read again where they are those of then.
    ///   - showsPersonal: whether the reader may see the facts that the vocabulary declares personal.
    init(_ log: RecordLog, _ number: Int64, current: Edition, language: MessageLanguage, showsPersonal: Bool) throws(RecordFault) {
        self.log = log
        entry = try log.entry(number)
        let digest = entry.text("rules_digest") ?? current.digest
        edition = digest == current.digest ? current : try log.files.editions.edition(digest, for: number)
        self.language = language
        self.showsPersonal = showsPersonal
    }

    /// - Parameters:
    ///   - link: the address of a page for others.
    ///   - replay: what came of giving the answer again, and how that is said; nil where nobody asked.
    func content(link: (String) -> String?, replay: (isSame: Bool, text: Wording)?) throws(RecordFault) -> RecordDetailContent {
        let number = entry.number
        let facts = try log.facts(of: entry, edition.plan)
        let erasure = try log.erasure(of: number)
        let given = Set(facts?.given.map(\.fact) ?? [])
        let hidden: Set<Place<Fact>> = showsPersonal ? [] : given.filter { edition.vocabulary.facts[$0].isPersonal }
        func neighbour(_ other: Int64) -> PageLink? {
            guard other > 0, (try? log.entry(other)) != nil else { return nil }
            return PageLink(text: "\(other)", href: "/records/\(other)")
        }
        return RecordDetailContent(
            number: "\(number)", at: RecordMoment(entry.text("at")).text, by: entry.text("by"), request: entry.text("request"),
            program: entry.text("program"), contract: edition.vocabulary.title.title ?? edition.vocabulary.title.name, edition: entry.text("edition"),
            rulesDigest: entry.text("rules_digest"), digest: "sha256:" + entry.hash, asOf: entry.text("as_of"), erased: erasure.map(told),
            facts: facts.map { list($0, hidden) } ?? [], maskedNote: hidden.isEmpty ? nil : word("個人情報は伏せてあります", "personal facts are hidden"),
            answers: entry.isAnswer ? answers(facts, hidden, link("/records/\(number)")) : [],
            replay: entry.isAnswer
                ? .init(action: "/records/\(number)/replay", result: replay.map { .init(isSame: $0.isSame, text: $0.text(language)) }) : nil,
            previous: neighbour(number - 1), next: neighbour(number + 1), json: "/records/\(number)/json",
            erasure: entry.erased.map { erased in
                .init(numbers: word("記録 \(erased) の事実を消去しました", "the facts of record \(erased) were erased"), reason: entry.text("reason") ?? "")
            })
    }

    private func told(_ erasure: RecordEntry) -> String {
        let (at, reason) = (RecordMoment(erasure.text("at")).short, erasure.text("reason") ?? "")
        return word("\(at) に事実を消去しました（\(reason)、記録 \(erasure.number)）", "the facts were erased at \(at) (\(reason), record \(erasure.number))")
    }

    // MARK: The facts

    private func list(_ reading: FactReading, _ hidden: Set<Place<Fact>>) -> [RecordDetailContent.Fact] {
        reading.given.map { given in
            let fact = edition.vocabulary.facts[given.fact]
            let isHidden = hidden.contains(given.fact)
            let label = given.record.map { "\(fact.caption) [\($0 + 1)]" } ?? fact.caption
            let source = [given.provenance.source, given.provenance.by, given.provenance.reason].compactMap(\.self).joined(separator: word("、", ", "))
            return .init(label: label, value: isHidden ? nil : given.text, source: isHidden || source.isEmpty ? nil : source)
        }
    }

    // MARK: The answers

    /// The answers with all their grounds; where the facts were erased, what they came to.
    private func answers(_ reading: FactReading?, _ hidden: Set<Place<Fact>>, _ link: String?) -> [AnswerContent] {
        let view = AnswerView(edition.plan, language: language) { ContractPaths.clause($0) }
        let results = entry.results
        let decisions = results.compactMap { edition.decisions(named: $0.decision)?.first }
        guard let reading, reading.faults.isEmpty, decisions.count == results.count else {
            return results.enumerated().map { number, result in
                view.content(
                    result.decidedStatus, of: result.decision, outcome: result.outcome, side: result.side.name, ground: result.clause,
                    asOf: entry.text("as_of") ?? "", number: number)
            }
        }
        let kept = AnswerView.Kept(number: entry.number, href: nil, link: link)
        return edition.answers(reading.frame, decisions).enumerated().map { number, answer in
            view.content(answer, Proof(edition.plan, answer, origins: origins(reading)), kept: kept, number: number, without: hidden)
        }
    }

    private func origins(_ reading: FactReading) -> [Place<Fact>: String] {
        Dictionary(reading.given.compactMap { given in given.provenance.source.map { (given.fact, $0) } }) { first, _ in first }
    }
}

extension RecordDraft.Result {
    /// The status; what is not one is open.
    var decidedStatus: DecisionStatus { DecisionStatus(rawValue: status) ?? .undetermined }
}
