import Contract
import Decisions
import Diagnostics
import Foundation
import Kiyaku
import PlanFiles
import Plans
import RuleTesting
import Testing

/// Plans that are kept as bytes.
@Suite("Kept plans")
struct PlanFileTests {
    private static let programs = CorpusTests.good.map { Program(file: $0) }

    @Test("A plan comes back as it was, and answers as it did", arguments: programs)
    func sameAnswers(program: Program) throws {
        let compilation = program.compiled()
        let (plan, contract) = (try #require(compilation.plan), try #require(compilation.contract))
        let bytes = PlanFile.bytes(plan)
        let again = try PlanFile.plan(bytes)
        #expect(PlanFile.bytes(again) == bytes)
        let failures = RuleTestRunner(Decider(again)).run(contract.tests).filter { !$0.isPassed }.map(\.label)
        #expect(failures == [])
    }

    @Test("Bytes that end too early are no plan")
    func cutShort() throws {
        let plan = try #require(Self.programs.lazy.compactMap { $0.compiled().plan }.first)
        let bytes = PlanFile.bytes(plan)
        for count in 0..<bytes.count { #expect(throws: PlanFileError.self) { try PlanFile.plan(Array(bytes.prefix(count))) } }
        #expect(throws: PlanFileError.self) { try PlanFile.plan(bytes + [0]) }
    }

    private static func files(_ more: String = "") -> RuleFiles {
        let text = "規約 t { }\n列挙 種 { 甲 ; 乙 }\n事実 物 { 種 : 種 問 「種は」 }\n判定 可否 { 結果 否 ; 既定 可 }\n第1条 一\n規則 甲は否 { もし 物.種 = 甲 ならば 可否 = 否 }\n" + more
        return RuleFiles(sources: [SourceFile(path: "t.kiyaku", bytes: Array(text.utf8))])
    }

    @Test("A kept plan is found for the same files and the same program only, and no more once it is damaged")
    func shelf() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiyaku-plans-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shelf = PlanShelf(folder: folder, program: "1")
        let plan = try #require(Compilation(Self.files()).plan)
        #expect(shelf.plan(for: Self.files()) == nil)
        shelf.keep(plan, for: Self.files())
        #expect(shelf.plan(for: Self.files()).map(PlanFile.bytes) == PlanFile.bytes(plan))
        #expect(shelf.plan(for: Self.files("// 一字")) == nil)
        #expect(PlanShelf(folder: folder, program: "2").plan(for: Self.files()) == nil)
        let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
        let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
        var content = try Data(contentsOf: file)
        content[content.count / 2] ^= 1
        try content.write(to: file)
        #expect(shelf.plan(for: Self.files()) == nil)
    }

    @Test("A shelf does not grow without end")
    func bounded() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiyaku-plans-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let plan = try #require(Compilation(Self.files()).plan)
        for number in 0..<40 { PlanShelf(folder: folder, program: "\(number)").keep(plan, for: Self.files()) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 32)
        #expect(PlanShelf(folder: folder, program: "39").plan(for: Self.files()) != nil)
    }
}
