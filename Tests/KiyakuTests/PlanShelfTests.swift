import Diagnostics
import Foundation
import Kiyaku
import PlanFiles
import Plans
import Samples
import Testing

@Suite("Plans that were compiled before")
struct PlanShelfTests {
    private static let rules = "規約 見本 { 当事者 甲 }\n判定 可否 { 結果 可 ; 既定 否 }\n"

    private func files(_ text: String = rules, path: String = "a.kiyaku") -> RuleFiles {
        RuleFiles(sources: [SourceFile(path: path, bytes: Array(text.utf8))])
    }

    private func contents(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
    }

    @Test("A plan that was kept is found again as it was, in a folder that only its owner may open")
    func kept() throws {
        try TemporaryFolder.with { folder in
            let shelf = PlanShelf(folder: "\(folder)/shelf", program: "1")
            let plan = try Sample(Self.rules).plan
            #expect(shelf.plan(for: files()) == nil)
            shelf.keep(plan, for: files())
            #expect(shelf.plan(for: files()).map { PlanFile.bytes($0) } == PlanFile.bytes(plan))
            let rights = try FileManager.default.attributesOfItem(atPath: "\(folder)/shelf")[.posixPermissions] as? Int
            #expect(rights == 0o700)
        }
    }

    @Test("Other rules, another name, or another program have none of it")
    func others() throws {
        try TemporaryFolder.with { folder in
            let shelf = PlanShelf(folder: folder, program: "1")
            shelf.keep(try Sample(Self.rules).plan, for: files())
            #expect(shelf.plan(for: files(Self.rules + " ")) == nil && shelf.plan(for: files(path: "b.kiyaku")) == nil)
            #expect(PlanShelf(folder: folder, program: "2").plan(for: files()) == nil)
            #expect(shelf.plan(for: files()) != nil)
        }
    }

    @Test("A plan that is not as it was is not used", arguments: [0, 31, 32, 40, -1])
    func altered(offset: Int) throws {
        try TemporaryFolder.with { folder in
            let shelf = PlanShelf(folder: folder, program: "1")
            shelf.keep(try Sample(Self.rules).plan, for: files())
            let path = try #require(try contents(folder).first)
            var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            bytes[offset < 0 ? bytes.count + offset : offset] ^= 1
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            #expect(shelf.plan(for: files()) == nil)
        }
    }

    @Test("Nor is one that was cut short", arguments: [0, 32, 33, 100])
    func short(count: Int) throws {
        try TemporaryFolder.with { folder in
            let shelf = PlanShelf(folder: folder, program: "1")
            shelf.keep(try Sample(Self.rules).plan, for: files())
            let path = try #require(try contents(folder).first)
            try Data(contentsOf: URL(fileURLWithPath: path)).prefix(count).write(to: URL(fileURLWithPath: path))
            #expect(shelf.plan(for: files()) == nil)
        }
    }

    @Test("The newest 32 stay; what is no plan is left alone")
    func most() throws {
        try TemporaryFolder.with(["notes.txt": "x"]) { folder in
            let shelf = PlanShelf(folder: folder, program: "1")
            let plan = try Sample(Self.rules).plan
            shelf.keep(plan, for: files("0"))
            // Files that are written so fast may bear the same time; this one is surely the oldest.
            let first = try #require(try contents(folder).first { $0.hasSuffix(".plan") })
            try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: first)
            for number in 1..<40 { shelf.keep(plan, for: files("\(number)")) }
            let names = try contents(folder)
            #expect(names.count { $0.hasSuffix(".plan") } == 32 && names.contains("\(folder)/notes.txt"))
            #expect(shelf.plan(for: files("39")) != nil && shelf.plan(for: files("0")) == nil)
        }
    }

    @Test("Where nothing can be kept, nothing is, and nothing breaks")
    func nowhere() throws {
        try TemporaryFolder.with(["file": "x"]) { folder in
            let shelf = PlanShelf(folder: "\(folder)/file/shelf", program: "1")
            shelf.keep(try Sample(Self.rules).plan, for: files())
            #expect(shelf.plan(for: files()) == nil)
        }
    }
}
