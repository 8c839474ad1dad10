import Completions
import Contract
import Decisions
import Diagnostics
import Foundation
import Kiyaku
import Planning
import Plans
import RuleTesting
import Runtime
import Vocabulary

/// `make bench`: what a decision costs, and whether the engine agrees with a function written by hand for two parts of the contract.
@main
struct Bench {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func main() throws {
        if CommandLine.arguments.contains("--start-up") { return try startUp() }
        if CommandLine.arguments.dropFirst().first == "agents" { return try UserAgentBench.main(CommandLine.arguments.last ?? "") }
        let rules = root.appending(path: "Rules/rns").path

        var files: RuleFiles?
        do throws(RuleFilesError) { files = try RuleFiles.read(rules) } catch { fatalError(error.wording.english) }
        guard let files, let contract = Compilation(files).contract else { fatalError("the rules have errors") }
        let compiling = nanoseconds(per: 1_000_000, runs: 5) { UInt64(Compilation(files).plan?.conditionNodes.count ?? 0) }
        let plan = Plan(contract)
        guard let decision = plan.mainDecision else { fatalError("the rules have no main decision") }

        /// The plan with the rules of 別紙2 and 第40条 alone.
        func restricted(_ contract: CheckedContract) -> Plan {
            var contract = contract
            for (number, rule) in contract.rules.enumerated() {
                let clause = rule.rule.clause.map { contract.clauses[$0.value].id } ?? ""
                if !clause.hasPrefix("app2"), !clause.hasPrefix("40.1") { contract.rules[number].condition = .constant(false) }
            }
            return Plan(contract)
        }
        if CommandLine.arguments.contains("--questions") {
            for weight in [0, 0.05, 0.25, 1, 1_000] { print(weight, try QuestionCount(plan: plan, root: root).summary(.weighed(facts: weight))) }
            return
        }
        if CommandLine.arguments.contains("--each") { return print(try QuestionCount(plan: plan, root: root).summary()) }
        let part = restricted(contract)

        print(
            "rules: \(plan.rules.count), of which \(plan.deciding[decision.value].count) give \(plan.decisions[decision.value].name); nodes: \(plan.conditionNodes.count + plan.valueNodes.count)"
        )
        print("parse, check and plan all rules: \(rounded(compiling)) ms")

        // The two functions must agree before they are compared.
        guard let data = SupportData(plan) else { fatalError("a reference table is missing") }
        let hand = HandWritten(data: data)
        let frames = Frames(plan: plan)
        let places = Ground.allCases.map { ground -> Place<Rule> in
            guard let number = plan.rules.firstIndex(where: { $0.name == ground.name }) else { fatalError("the rules have no rule \(ground.name)") }
            return Place(number)
        }
        let spoken = Set(places)
        let unspoken = part.deciding[decision.value].filter {
            if case .constant = part[part.conditions[$0.value]] { false } else { !spoken.contains($0) }
        }
        if !unspoken.isEmpty { print("not written by hand: \(unspoken.map { part.rules[$0.value].name })") }

        var dice = Dice(20_260_822)
        var agreed = 0
        var compared = 0
        var agreedWhole = 0
        var comparedWhole = 0
        var evaluator = Evaluator(part, FactFrame(part, asOf: 0, time: nil), tracer: NoTracer())
        var whole = Evaluator(plan, FactFrame(plan, asOf: 0, time: nil), tracer: NoTracer())

        func sameGrounds(_ evaluator: borrowing Evaluator<NoTracer>, _ answer: Answer) -> String? {
            for ground in Ground.allCases {
                let truth = evaluator.applies[places[ground.rawValue].value]
                let bit: UInt64 = 1 << UInt64(ground.rawValue)
                let own: Truth = answer.grounds & bit != 0 ? .yes : answer.open & bit != 0 ? .unknown : .no
                if truth != own { return "\(ground.name): engine \(truth), by hand \(own)" }
            }
            return nil
        }

        for number in 0..<(CommandLine.arguments.contains("--few") ? 10 : 20_000) {
            let inquiry = Inquiry(&dice, unknown: [0, 0, 10, 30][number % 4])
            let frame = frames.frame(inquiry)
            let answer = hand.decide(inquiry)
            evaluator.load(frame)
            evaluator.run(decision)
            compared += 1
            let difference = sameGrounds(evaluator, answer)
            if difference == nil, evaluator.outcomes(of: decision).bits == answer.outcomes {
                agreed += 1
            } else if compared - agreed < 6 {
                print("differs: \(difference ?? "outcome") \(inquiry)")
            }
            // Under the whole contract: where no other rule can speak or defeat.
            whole.load(frames.complete(frame))
            whole.run(decision)
            let others = plan.deciding[decision.value].filter { !spoken.contains($0) }
            if number % 4 < 2, others.allSatisfy({ whole.applies[$0.value] == .no && whole.holds[$0.value] == .no }) {
                comparedWhole += 1
                if whole.outcomes(of: decision).bits == answer.outcomes { agreedWhole += 1 }
            }
        }
        print(
            "engine and hand-written function agree on \(agreed) of \(compared) cases (別紙2 and 第40条 alone), \(agreedWhole) of \(comparedWhole) (whole contract, nothing else speaking)"
        )

        // MARK: ns per decision

        var inquiries: [Inquiry] = []
        while inquiries.count < 64 {
            let inquiry = Inquiry(&dice, unknown: 0)
            if Decider(plan).solver.violations(frames.frame(inquiry)).isEmpty { inquiries.append(inquiry) }
        }
        let cases = inquiries.map { frames.complete(frames.frame($0)) }
        let rounds = CommandLine.arguments.contains("--few") ? 2 : 2_000

        func engine(_ evaluator: inout Evaluator<NoTracer>) -> Double {
            nanoseconds(per: rounds * cases.count) {
                var sum: UInt64 = 0
                for _ in 0..<rounds {
                    for frame in cases {
                        evaluator.load(frame)
                        evaluator.run(decision)
                        sum &+= evaluator.outcomes(of: decision).bits
                    }
                }
                return sum
            }
        }
        let byHand = nanoseconds(per: rounds * cases.count) {
            var sum: UInt64 = 0
            for _ in 0..<rounds {
                for inquiry in inquiries {
                    let answer = hand.decide(inquiry)
                    sum &+= answer.outcomes &+ answer.grounds
                }
            }
            return sum
        }
        let samePart = engine(&evaluator)
        let everything = CommandLine.arguments.contains("--few") ? 0 : engine(&whole)
        print("hand-written, 別紙2 and 第40条:   \(rounded(byHand)) ns per decision")
        print("engine, the same rules:           \(rounded(samePart)) ns, \(rounded(samePart / byHand))× (at most 15×)")
        print("engine, the whole contract:       \(rounded(everything)) ns, \(rounded(everything / byHand))×")

        if CommandLine.arguments.contains("--evaluate") { return }
        let decider = Decider(plan)
        let reports = nanoseconds(per: cases.count, runs: 3) { cases.reduce(0) { $0 &+ UInt64(decider.answer(decision, $1).grounds.count) } }
        print("with explanation, facts known:    \(rounded(reports / 1e6, 3)) ms per decision")
        let openCases = (0..<32).map { _ in frames.frame(Inquiry(&dice, unknown: 30)) }
        let openReports = nanoseconds(per: openCases.count, runs: 2) { openCases.reduce(0) { $0 &+ UInt64(decider.answer(decision, $1).possible.count) } }
        print("with explanation, facts missing:  \(rounded(openReports / 1e6, 3)) ms per decision")
        let testing = nanoseconds(per: 1, runs: 1) { UInt64(RuleTestRunner(decider).run(contract.tests).count(where: \.isPassed)) }
        let results = RuleTestRunner(decider).run(contract.tests)
        print("tests of the rules: \(results.count(where: \.isPassed)) of \(results.count) pass in \(rounded(testing / 1e6, 0)) ms")

        // MARK: Many cases

        if let speed = try FleetSpeed(root: root).measure() {
            print(
                "check: \(rounded(speed.checked, 0)) rows a second on \(ProcessInfo.processInfo.activeProcessorCount) cores; reading and writing alone \(rounded(speed.copied, 0)), \(rounded(speed.copied / speed.checked))×"
            )
        }

        print(try QuestionCount(plan: plan, root: root).summary())

        try startUp()
    }

    private static func startUp() throws {
        if let times = try StartUp(root: root).measure(runs: 25) {
            print(
                "start-up to first answer: \(rounded(times.ours)) ms against \(rounded(times.empty)) ms for an empty program with Foundation, \(rounded(times.ours / times.empty))× (at most 4×); the first start with rules, which compiles them all: \(rounded(times.first)) ms, \(rounded(times.first / times.empty))×"
            )
        } else {
            print("start-up: build the program first (make bench does)")
        }
    }
}
