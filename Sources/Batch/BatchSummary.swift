package import Completions
import Decisions
package import Diagnostics
package import Documents
package import Encodings
package import Plans
import Values
package import Vocabulary

/// What came of a file of cases, counted. As large as the rules, however many cases there are.
package struct BatchSummary: Sendable {
    /// One decision over all cases.
    package struct Tally: Sendable {
        package let decision: Place<Decision>
        /// The cases of each outcome, and of each clause among them.
        fileprivate(set) var outcomes: [Int: (cases: Int, clauses: [Place<Clause>: Int])] = [:]
        package fileprivate(set) var undetermined = 0
        package fileprivate(set) var conflict = 0
        /// The cases for which each side is the smallest that is certain.
        fileprivate(set) var sides: [Int: Int] = [:]
        /// The statuses of cases for which no side is certain.
        fileprivate(set) var sideless: Set<DecisionStatus> = []
        /// How many cases wait for each question that could settle them.
        fileprivate(set) var questions: [OpenQuestion: Int] = [:]
    }

    private let plan: Plan
    private let asking: Asking
    package private(set) var tallies: [Tally]
    /// Cases that were judged, and that were refused.
    package private(set) var judged = 0
    package private(set) var refused = 0
    /// Lines in which nothing stands.
    package internal(set) var blanks = 0
    package internal(set) var encoding: RecognisedEncoding?
    /// The first and the last day that cases were judged by.
    private(set) var days: ClosedRange<CivilDate>?
    /// Keys that are no facts and were passed over: the first of them.
    package private(set) var unknownKeys: [String] = []

    private static let mostKeys = 20

    init(_ request: BatchRequest) {
        plan = request.plan
        asking = Asking(plan.title, plan.facts)
        tallies = request.decisions.map { Tally(decision: $0) }
    }

    /// How the cases that are not determined stand.
    package var statuses: [DecisionStatus] {
        tallies.flatMap { tally in
            (tally.conflict > 0 ? [DecisionStatus.conflict] : []) + (tally.undetermined > 0 ? [.undetermined] : [])
        }
    }

    /// How the cases stand for which not even a side is certain.
    package var statusesWithoutSide: [DecisionStatus] { tallies.flatMap(\.sideless) }

    mutating func add<Kept>(_ one: JudgedCase<Kept>) {
        guard one.refusals.isEmpty else { return refused += 1 }
        judged += 1
        if let day = one.asOf?.date { days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day }
        for key in one.unknownKeys where unknownKeys.count < Self.mostKeys && !unknownKeys.contains(key) { unknownKeys.append(key) }
        for (number, answer) in one.answers.enumerated() { tallies[number].add(answer, plan, asking) }
    }

    /// `kiyaku.check/1`'s summary.
    package var json: JSONValue {
        .object([
            ("judged", .integer(Int64(judged))), ("refused", .integer(Int64(refused))), ("blank", .integer(Int64(blanks))),
            ("encoding", encoding.map { .string($0.encoding.rawValue) } ?? .null),
            ("as_of_first", days.map { .string($0.lowerBound.description) } ?? .null),
            ("as_of_last", days.map { .string($0.upperBound.description) } ?? .null), ("decisions", .array(tallies.map { $0.json(plan) })),
        ])
    }
}

extension BatchSummary.Tally {
    fileprivate mutating func add(_ answer: Answer, _ plan: Plan, _ asking: Asking) {
        if let side = answer.side { sides[side, default: 0] += 1 } else { sideless.insert(answer.status) }
        switch answer.status {
        case .conflict: conflict += 1
        case .undetermined:
            undetermined += 1
            // A question about several records of one case counts once.
            let open = answer.missing.filter(\.decides).map { OpenQuestion($0, plan, asking, namesRecord: false) }
            for question in Set(open) { questions[question, default: 0] += 1 }
        case .determined:
            guard let outcome = answer.outcome else { return }
            var entry = outcomes[outcome] ?? (0, [:])
            entry.cases += 1
            for clause in Set(answer.grounds.filter(\.isPrimary).compactMap(\.clause)) { entry.clauses[clause, default: 0] += 1 }
            outcomes[outcome] = entry
        }
    }

    /// The outcomes that came out, in the order of the decision, with their clauses, the most frequent first.
    package func ranked(_ plan: Plan) -> [(outcome: Decision.Outcome, cases: Int, clauses: [(clause: Clause, cases: Int)])] {
        outcomes.sorted { $0.key < $1.key }.map { outcome, entry in
            let clauses = entry.clauses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (plan.clauses[$0.key], $0.value) }
            return (plan.decisions[decision].outcomes[outcome], entry.cases, clauses)
        }
    }

    /// The sides with the cases for which they are certain, those of sides inside them too; none where every outcome is a side by itself.
    package func counted(_ plan: Plan) -> [(side: Side, cases: Int)] {
        let all = plan.decisions[decision].sides
        guard all.contains(where: \.isDeclared) else { return [] }
        return all.map { side in (side, sides.filter { all[$0.key].outcomes.isSubset(of: side.outcomes) }.values.reduce(0, +)) }.filter { $0.cases > 0 }
    }

    /// The questions that most cases wait for, first.
    var rankedQuestions: [(question: OpenQuestion, cases: Int)] {
        questions.sorted { ($1.value, $0.key.text(.japanese)) < ($0.value, $1.key.text(.japanese)) }.map { ($0.key, $0.value) }
    }

    /// What cases wait for, what most wait for first.
    package func awaited(_ language: MessageLanguage) -> [(text: String, cases: Int)] { rankedQuestions.map { ($0.question.text(language), $0.cases) } }

    fileprivate func json(_ plan: Plan) -> JSONValue {
        .object([
            ("decision", .string(plan.decisions[decision].name)), ("undetermined", .integer(Int64(undetermined))),
            ("conflict", .integer(Int64(conflict))),
            (
                "outcomes",
                .array(
                    ranked(plan).map { outcome, cases, clauses in
                        .object([
                            ("outcome", .string(outcome.name)), ("cases", .integer(Int64(cases))),
                            (
                                "clauses",
                                .array(
                                    clauses.map { clause, cases in
                                        .object([("clause", .string(clause.id)), ("cite", .string(clause.citation)), ("cases", .integer(Int64(cases)))])
                                    })
                            ),
                        ])
                    })
            ),
            ("sides", .array(counted(plan).map { .object([("side", .string($0.side.name)), ("cases", .integer(Int64($0.cases)))]) })),
            (
                "missing",
                .array(
                    rankedQuestions.map { question, cases in
                        .object([
                            ("fact", question.fact.map { .string($0) } ?? .null), ("question", .string(question.text(.japanese))),
                            ("asked_of", question.role.map { .string($0.rawValue) } ?? .null), ("cases", .integer(Int64(cases))),
                        ])
                    })
            ),
        ])
    }
}
