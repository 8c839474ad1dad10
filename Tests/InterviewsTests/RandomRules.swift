import Plans
import Runtime
import Vocabulary

/// SplitMix64 (G. L. Steele et al., Fast splittable pseudorandom number generators, OOPSLA 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Rule sets over a tiny vocabulary, made at random: few enough values that all completions can be looked at.
struct RandomRules {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A rule file; with a list where asked for.
    mutating func text(withList: Bool) -> String {
        var lines = [
            "規約 t { }", "列挙 種 { 甲 ; 乙 ; 丙 }", "列挙 因 { 火 ; 水 }",
            "事実 物 「物」 {",
            "  一 : 真偽 「一」 問 「一」", "  種 : 種 「種」 問 「種」", "  因 : 集合 因 「因」 問 「因」 前提 物.種 = 甲",
            "  数 : 整数 「数」 問 「数」", "  日 : 日付 「日」 問 「日」", "  後 : 真偽 「後」 問 「後」 前提 \(premise())",
            "}",
            "一括確認 組 「組」 問 「組」 { 物.一, 物.後 }",
        ]
        if withList { lines.append("一覧 者 「者」 問 「者」 { 悪 : 真偽 「悪」 問 「悪」 ; 格 : 種 「格」 問 「格」 前提 者.悪 }") }
        if Int.random(in: 0..<3, using: &random) == 0 { lines.append("制約 「制」 { もし \(atom(false)) ならば \(atom(false)) }") }
        lines.append("判定 可否 { 結果 否, 可, 保留 ; \(Bool.random(using: &random) ? "順位 ; " : "")既定 他 }")
        lines.append("第1条 一")
        for number in 1...Int.random(in: 2...5, using: &random) {
            let outcome = ["否", "可", "保留", "他"].randomElement(using: &random) ?? "否"
            let defeat = number > 1 && Int.random(in: 0..<3, using: &random) == 0 ? " 優先 規則 r\(Int.random(in: 1..<number, using: &random))" : ""
            lines.append("規則 r\(number) { もし \(condition(2, withList)) ならば 可否 = \(outcome)\(defeat) }")
        }
        return lines.joined(separator: "\n")
    }

    private mutating func premise() -> String { ["物.一", "物.種 = 乙", "物.数 ≥ 1", "物.種 = 甲 または 物.一"].randomElement(using: &random) ?? "物.一" }

    private mutating func condition(_ depth: Int, _ withList: Bool) -> String {
        guard depth > 0, Int.random(in: 0..<4, using: &random) > 0 else { return atom(withList) }
        let (left, right) = (condition(depth - 1, withList), condition(depth - 1, withList))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return "(\(left)) でない"
        case 1, 2: return "(\(left)) または (\(right))"
        default: return "(\(left)) かつ (\(right))"
        }
    }

    private mutating func atom(_ withList: Bool) -> String {
        var atoms = [
            "物.一", "物.後", "物.種 = 甲", "物.種 が {甲, 丙} のいずれか", "物.種 ≠ 乙", "物.因 に 火 を含む", "物.因 に {火, 水} のすべてを含む", "物.因 に {火, 水} のいずれかを含む", "物.数 ≥ 1",
            "物.数 = 2", "物.数 + 物.数 ≥ 3", "物.日 が 基準日 以前", "物.日 が 未到来", "物.日 + 1日 ≤ 基準日",
        ]
        if withList { atoms += ["者 のいずれかで (者.悪)", "者 のすべてで (者.格 = 甲)", "者 の件数 (者.悪) ≥ 2", "者 のいずれかで (者.格 が 該当なし)"] }
        return atoms.randomElement(using: &random) ?? "物.一"
    }
}

/// All completions of the unknown facts outside lists, with the values that the rules above can tell apart.
struct Completions {
    let plan: Plan
    private let slots: [(fact: Place<Fact>, values: [(Reading, UInt64)])]
    /// The outcome of each completion, a bit; 0 where a constraint does not allow it. Counted with the first slot fastest.
    private let outcomes: [UInt64]

    init(_ plan: Plan, _ frame: FactFrame) {
        self.plan = plan
        let asOf = frame[.asOf].value
        slots = plan.facts.places.dropFirst(2).compactMap { fact in
            let state = frame[fact].state
            func values(_ values: some Sequence<Int64>) -> [(Reading, UInt64)] { values.map { (Reading(.known, $0), 0) } }
            switch plan.facts[fact].type {
            case .set:
                let (yes, no) = state == .known ? (UInt64(bitPattern: frame[fact].value), frame.excluded[fact.value]) : (0, 0)
                guard state != .inapplicable, yes | no != 0b11 else { return nil }
                let all = (0..<4 as Range<UInt64>).filter { $0 & yes == yes && $0 & no == 0 }
                return (fact, all.map { (Reading(.known, Int64(bitPattern: $0)), 0b11 & ~$0) })
            case _ where state != .unknown: return nil
            case .bool: return (fact, values(0...1))
            case .enumeration: return (fact, values(0...2))
            case .integer: return (fact, values([0, 1_000_000, 2_000_000]))
            case .date: return (fact, values([asOf - 1, asOf, asOf + 1]) + [(Reading(.pending), 0)])
            default: return nil
            }
        }
        outcomes = Self.outcomes(plan, frame, slots)
    }

    private static func outcomes(_ plan: Plan, _ frame: FactFrame, _ slots: [(fact: Place<Fact>, values: [(Reading, UInt64)])]) -> [UInt64] {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        return (0..<slots.reduce(1) { $0 * $1.values.count }).map { number in
            var rest = number
            var completed = frame
            var gated: [(Place<Fact>, Reading, UInt64)] = []
            for (fact, values) in slots {
                let (reading, excluded) = values[rest % values.count]
                rest /= values.count
                if plan.premises[fact.value] != nil, frame[fact].state == .unknown { gated.append((fact, reading, excluded)); continue }
                completed.put(fact, reading, excluded, plan)
            }
            evaluator.load(completed)
            // Facts whose premise is false do not apply; here premises look only at facts without one.
            for (fact, reading, excluded) in gated where plan.premises[fact.value].map({ evaluator.truth($0) }) == .yes {
                completed.put(fact, reading, excluded, plan)
            }
            evaluator.load(completed)
            if plan.constraints.contains(where: { evaluator.truth($0.condition) == .no }) { return 0 }
            evaluator.run(Place(0))
            return evaluator.outcomes(of: Place(0)).bits
        }
    }

    /// The outcomes that completions give.
    var possible: UInt64 { outcomes.reduce(0, |) }

    /// Whether some completion's outcome changes with this fact alone.
    func matters(_ fact: Place<Fact>) -> Bool {
        var stride = 1
        for slot in slots {
            let count = slot.values.count
            if slot.fact == fact {
                return outcomes.indices.contains { number in
                    let own = number / stride % count
                    return (0..<count).contains { other in
                        let neighbour = outcomes[number + (other - own) * stride]
                        return neighbour != 0 && outcomes[number] != 0 && neighbour != outcomes[number]
                    }
                }
            }
            stride *= count
        }
        return false
    }
}

extension FactFrame {
    fileprivate mutating func put(_ fact: Place<Fact>, _ reading: Reading, _ excluded: UInt64, _ plan: Plan) {
        if case .set = plan.facts[fact].type {
            set(fact, yes: UInt64(bitPattern: reading.value), no: excluded)
        } else {
            self[fact] = reading
        }
    }
}
