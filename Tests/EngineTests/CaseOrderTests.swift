import Completions
import Contract
import Decisions
import Documents
import Facts
import Foundation
import Planning
import Plans
import Testing
import Vocabulary

/// Files in another order, clauses in another order, declarations below a clause in another order: every case of Corpus/cases keeps its
/// answer. The contract and the language give no meaning to order (docs/language.md, 6).
@Suite("The order of rule files means nothing to a case")
struct CaseOrderTests {
    /// A case file with its name.
    private static let cases: [(name: String, document: DocumentNode)] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent("Corpus/cases")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        return names.compactMap { name in
            guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return nil }
            let format = DocumentFormat.detect(fileName: name, bytes: [UInt8](bytes))
            return (try? format.read([UInt8](bytes))).map { (name, $0) }
        }
    }()

    /// What rules say of a case, in names: places change when rules change order.
    private struct Named: Equatable {
        let decision: String
        let status: DecisionStatus
        let possible: Set<String>
        let grounds: Set<String>
        let missing: Set<String>
        let isApproximate: Bool

        /// The same; where the search was given up for either, what is left open hangs on the order, but nothing that one is sure of is denied.
        func agrees(_ other: Named) -> Bool {
            guard isApproximate || other.isApproximate else { return self == other }
            return decision == other.decision && !possible.isDisjoint(with: other.possible)
        }

        init(_ answer: Answer, _ plan: Plan) {
            let decision = plan.decisions[answer.decision]
            self.decision = decision.name
            status = answer.status
            isApproximate = answer.isApproximate
            possible = Set(answer.possible.map { $0 == decision.conflict ? "!" : decision.outcomes[$0].name })
            grounds = Set(
                answer.grounds.map { ground in
                    (ground.rule.map { plan.rules[$0].name } ?? ground.clause.map { plan.clauses[$0].id } ?? "-") + (ground.isPrimary ? "" : "?")
                })
            missing = Set(
                answer.missing.map { missing in
                    let subject =
                        switch missing.subject {
                        case .fact(let fact, let record, _): plan.facts[fact].name + (record.map { "#\($0)" } ?? "")
                        case .list(let list): plan.lists[list].name
                        case .event(let fact): "\(plan.facts[fact].name)!"
                        case .reference: "-"
                        }
                    return subject + (missing.decides ? "" : "?")
                })
        }
    }

    /// The answers to all cases, each to the decisions that it expects something of.
    private static func answers(_ plan: Plan) -> [String: [Named]] {
        let decider = Decider(plan)
        let found = cases.map { name, document in
            let file = CaseFile(document, plan: plan)
            return (name, file.expectations.map { Named(decider.answer($0.decision, file.reading.frame, .tested, order: .vocabulary), plan) })
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    private static let before: [String: [Named]] = {
        guard let rules = ShippedRules.read(), let contract = rules.check(rules.texts).contract else { return [:] }
        return answers(Plan(contract))
    }()

    @Test("No case's answer changes", arguments: [20_260_822, 7, 1_898] as [UInt64])
    func cases(seed: UInt64) throws {
        let rules = try #require(ShippedRules.read())
        var dice = Dice(seed: seed)
        let after = rules.check(rules.shuffled(&dice))
        let contract = try #require(after.contract, "seed \(seed)\n\(RuleText.findings(after))")
        let answers = Self.answers(Plan(contract))
        #expect(answers.count >= 200)
        #expect(answers.values.allSatisfy { !$0.isEmpty })
        var (rough, all) = (0, 0)
        for (name, answer) in answers {
            let before = try #require(Self.before[name])
            #expect(zip(answer, before).allSatisfy { $0.agrees($1) } && answer.count == before.count, "seed \(seed), \(name)")
            rough += zip(answer, before).count { $0.isApproximate || $1.isApproximate }
            all += answer.count
        }
        #expect(rough * 10 <= all, "\(rough) of \(all) answers were given up")
    }
}
