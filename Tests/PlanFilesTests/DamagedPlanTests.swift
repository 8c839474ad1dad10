import PlanFiles
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Bytes that are no plan")
struct DamagedPlanTests {
    private static func plan() throws -> Plan {
        try Sample("規約 見 { }\n列挙 種 { 赤 ; 青 }\n事実 物 { 色 : 種 「色」 問 「色」 }\n判定 可否 { 結果 否 ; 既定 可 }\n第1条 「一」\n規則 r { もし 物.色 = 赤 ならば 可否 = 否 }").plan
    }

    /// What reading some bytes comes to.
    private func fault(_ bytes: [UInt8]) -> String? {
        do throws(PlanFileError) {
            _ = try PlanFile.plan(bytes)
            return nil
        } catch {
            switch error {
            case .malformed: return "malformed"
            case .unsound(let fault): return fault.description
            }
        }
    }

    @Test("Bytes that end too early or too late are refused, wherever they end")
    func length() throws {
        let bytes = PlanFile.bytes(try Self.plan())
        #expect(fault(bytes) == nil)
        #expect((0..<bytes.count).allSatisfy { fault(Array(bytes.prefix($0))) == "malformed" })
        #expect(fault(bytes + [0]) == "malformed" && fault(bytes + bytes) == "malformed")
    }

    @Test("A length below nothing or beyond the end is refused before anything is kept for it")
    func counts() throws {
        let bytes = PlanFile.bytes(try Self.plan())
        // The name of the contract comes first: three bytes of UTF-8, its length doubled because of the sign.
        try #require(Array(bytes.prefix(4)) == [6] + Array("見".utf8))
        let most: [UInt8] = [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]
        for length in [[1], [0xFE, 0xFF, 0x7F], most, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]] as [[UInt8]] {
            #expect(fault(length + bytes.dropFirst()) == "malformed")
        }
    }

    @Test("A number does not go on for more than ten bytes")
    func endless() {
        #expect(fault([UInt8](repeating: 0x80, count: 11)) == "malformed")
        #expect(fault([UInt8](repeating: 0xFF, count: 100_000)) == "malformed")
        #expect(fault([]) == "malformed")
    }

    @Test("What is there or not is one or nothing, and no other number", arguments: [UInt8(1), 3, 4, 100])
    func flags(flag: UInt8) throws {
        var bytes = PlanFile.bytes(try Self.plan())
        // Behind the name stands whether there is a title.
        try #require(bytes[4] == 0)
        bytes[4] = flag
        #expect(fault(bytes) == "malformed")
    }

    /// Plans that must not be run, as their parts contradict each other.
    private static let faults: [@Sendable (inout Plan) -> Void] = [
        { $0.facts.removeLast() }, { $0.conditions[0] = ConditionID(9) }, { $0.premises.removeLast() }, { $0.evaluationOrder.reverse() },
        { $0.enumerations = [] },
        { $0.caseSets = [CaseSet([1])] }, { $0.conditionNodes[0] = .not(ConditionID(0)) },
        { $0.rules[0] = Rule(name: "r", clause: Place(0), decision: Place(0), outcome: 2) },
        { $0.valueNodes.append(.calendar(.addDays, ValueID(0), count: 1)) },
        { $0.conditionNodes.append(.and(Operands(start: Int(Int32.max), count: Int(Int32.max)))) },
    ]

    @Test("A plan whose parts contradict each other is refused as unsound", arguments: faults.indices)
    func unsound(number: Int) throws {
        var plan = try Self.plan()
        Self.faults[number](&plan)
        let found = try #require(fault(PlanFile.bytes(plan)))
        #expect(found != "malformed" && !found.isEmpty)
    }

    @Test("A row of another width than its table is refused")
    func rows() throws {
        var plan = try Self.plan()
        // Wider than the table only in the file: the count of the columns is written before the rows.
        plan.tables = [
            ReferenceTable(
                name: "表の名", label: nil, keys: [], isLatest: false, columns: [.init(name: "列", type: .date)], until: nil,
                rows: [.init(keys: [], values: [7], provenance: .init(row: "", source: nil, retrieved: nil, certainty: nil, note: nil))])
        ]
        let bytes = PlanFile.bytes(plan)
        #expect(fault(bytes) == nil)
        let row: [UInt8] = [0, 2, 2, 14, 0, 0, 0, 0, 0]
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: row) })
        #expect(fault(Array(bytes[..<place]) + [0, 0, 0, 0, 0, 0, 0] + bytes[(place + row.count)...]) == "malformed")
    }

    @Test("Whatever byte is another, the bytes are refused or are a plan that passes the check")
    func everyByte() throws {
        let bytes = PlanFile.bytes(try Self.plan())
        var refused = 0
        for place in bytes.indices {
            for change in [1, 2, 0x7F, 0x80] as [UInt8] {
                var damaged = bytes
                damaged[place] ^= change
                guard let plan = try? PlanFile.plan(damaged) else {
                    refused += 1
                    continue
                }
                try PlanCheck(plan).run()
                for decision in plan.decisions.places { #expect(plan.program(decision).steps.count <= plan.evaluationOrder.count) }
            }
        }
        #expect(refused > bytes.count)
    }
}
