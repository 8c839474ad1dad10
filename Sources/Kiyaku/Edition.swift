import Completions
package import Decisions
package import Detection
package import Diagnostics
package import Documents
package import Extraction
package import Facts
package import Plans
package import Runtime
import Serialization
package import Terms
package import Values
package import Vocabulary

/// One edition of the rules, ready to answer: compiled once, used by any number of cases at a time.
package struct Edition: Sendable {
    package let files: RuleFiles
    /// As compiled.
    package let plan: Plan
    /// The same, with the contract's own words where its document is at hand: what answers are put into words with.
    package private(set) var quoting: Plan
    package let vocabulary: ContractVocabulary
    private let digests: OnDemand<Digests>
    /// Made once: to make them anew for each case is a quarter of its time.
    private let reader: FactReader
    let decider: Decider
    private let extractor: OnDemand<TextReader>
    let router: OnDemand<TextRouter>
    /// The chapters of the contract, where they stand beside the rules.
    let chapters: [ContractSupplements.Chapter]
    private let books: OnDemand<ContractBook>

    /// Compiles the rules, unless they were before.
    ///
    /// - Parameter shelf: where plans are kept that were compiled before.
    /// - Throws: `EditionError` with the errors of the rules.
    package init(_ files: RuleFiles, shelf: PlanShelf? = nil) throws(EditionError) {
        if let plan = shelf?.plan(for: files) {
            self.init(files, plan)
        } else {
            let rules = try CheckedRules(files)
            shelf?.keep(rules.plan, for: files)
            self.init(files, rules.plan)
        }
    }

    /// Rules that were compiled before.
    ///
    /// - Parameter supplements: what stands beside them for who reads the contract.
    package init(_ files: RuleFiles, _ plan: Plan, _ supplements: ContractSupplements = .none) {
        (self.files, self.plan, quoting, vocabulary) = (files, plan, plan, plan.vocabulary)
        // Most answers at the command line say neither.
        digests = OnDemand(count: 1) { _ in Digests(files) }
        (reader, decider) = (FactReader(plan: plan), Decider(plan))
        extractor = OnDemand(count: 1) { _ in TextReader(plan) }
        router = OnDemand(count: 1) { _ in TextRouter(plan) }
        chapters = supplements.chapters
        books = OnDemand(count: 1) { _ in ContractBook(files, plan, supplements) }
    }

    /// Whether a calendar tells facts of the rules.
    package var hasCalendar: Bool { !plan.agreements.isEmpty }

    /// Lets answers quote the contract's document.
    ///
    /// - Returns: the clauses that it words differently from the text that the rules were written for, or does not have; they are not quoted.
    package mutating func quote(_ outline: Outline, _ digests: ClauseDigests) -> [String] { quoting.attach(outline, digests) }

    /// With what stands beside it for who reads the contract.
    package func with(_ supplements: ContractSupplements) -> Edition { Edition(files, plan, supplements) }

    /// The digest of all rule and data files.
    package var digest: String { digests[0].whole }

    /// The digest of the reference data alone.
    package var dataDigest: String { digests[0].data }

    /// The contract to read in; made when it is first opened.
    package var book: ContractBook { books[0] }

    /// Reads a document and decides on it.
    ///
    /// - Parameters:
    ///   - decisions: none for the main one.
    ///   - asOf: the day or instant to judge by, whatever the document says.
    ///   - defaultAsOf: the one to judge by where the document names none.
    package func judge(_ document: DocumentNode, decisions: [Place<Decision>] = [], asOf: Instant? = nil, defaultAsOf: Instant? = nil) -> Judged {
        let reading = reader.read(document, asOf: asOf, defaultAsOf: defaultAsOf)
        guard reading.faults.isEmpty else { return Judged(reading: reading, answers: []) }
        let wanted = decisions.isEmpty ? Array([plan.mainDecision ?? plan.decisions.places.first].compactMap { $0 }) : decisions
        return Judged(reading: reading, answers: answers(reading.frame, wanted))
    }

    /// Decides on facts that were read without a fault.
    package func answers(_ frame: FactFrame, _ decisions: [Place<Decision>]) -> [Answer] {
        guard let first = decisions.first else { return [] }
        var one = Case(decider, first, frame)
        var answers: [Answer] = []
        for decision in decisions {
            if decision != one.decision { one.take(decision, frame) }
            answers.append(one.answer(.all))
        }
        return answers
    }

    /// Reads a document without deciding on it.
    package func read(_ document: DocumentNode, asOf: Instant? = nil, defaultAsOf: Instant? = nil) -> FactReading {
        reader.read(document, asOf: asOf, defaultAsOf: defaultAsOf)
    }

    /// The facts that a text speaks of.
    ///
    /// - Parameters:
    ///   - voice: who writes; guessed without it.
    ///   - asOf: the day from which days are told that are named by how far away they are.
    package func extract(_ text: String, asOf: Instant?, voice: Voice? = nil) -> Extraction {
        extract(text, asOf: asOf.map { Int64($0.date.dayNumber) }, voice: voice)
    }

    /// The same from a day number.
    package func extract(_ text: String, asOf: Int64?, voice: Voice? = nil) -> Extraction {
        extractor[0].extractor.extract(text, asOf: asOf, voice: voice)
    }

    /// How a text is read, predicate by predicate, in words: for authors of phrases.
    package func reading(of text: String, voice: Voice?) -> [String] { extractor[0].extractor.reading(of: text, voice: voice) }

    /// The facts of a text, as `kiyaku extract` gives them.
    package func json(_ extraction: Extraction) -> JSONValue { FoundText(plan).json(extraction) }

    /// What was detected, as `kiyaku detect` gives it.
    package func json(_ finding: EnvironmentDetector.Finding) -> JSONValue { EnvironmentWriter(plan, extractor[0].extractor).json(finding) }

    private final class Digests: Sendable {
        let whole: String
        let data: String

        init(_ files: RuleFiles) { (whole, data) = (files.digest, files.dataDigest) }
    }

    /// The patterns of the vocabulary, compiled once: most editions never read a text.
    private final class TextReader: Sendable {
        let extractor: Extractor

        init(_ plan: Plan) { extractor = Extractor(enumerations: plan.enumerations, facts: plan.facts, words: plan.words, title: plan.title) }
    }

    /// The facts that the vocabulary has for an environment, by their names.
    package func facts(_ environment: Environment) -> [(fact: String, value: String)] { EnvironmentWriter(plan, extractor[0].extractor).facts(environment) }

    /// `kiyaku.decision/1`.
    package func json(_ judged: Judged) -> JSONValue { DecisionJSON(plan, digest: digest).document(judged.answers, judged.reading.frame) }

    /// The decisions of that name: one, or all of them for `all`; nil where there is none.
    package func decisions(named name: String) -> [Place<Decision>]? {
        if name == "all" { return Array(plan.decisions.places) }
        return plan.decisions.places.first { plan.decisions[$0].name == name }.map { [$0] }
    }

    /// What came of a document.
    package struct Judged: Sendable {
        package let reading: FactReading
        /// One for each decision; none where the facts have faults.
        package let answers: [Answer]

        package init(reading: FactReading, answers: [Answer]) {
            self.reading = reading
            self.answers = answers
        }
    }
}

/// Rules that cannot answer.
package struct EditionError: Error, Sendable {
    package let files: RuleFiles
    package let errors: [Diagnostic]

    /// The errors, as `kiyaku lint` shows them.
    package func text(_ language: MessageLanguage) -> String { DiagnosticText(files: files.sources, language: language).render(errors) }
}
