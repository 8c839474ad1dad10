import Diagnostics
import Documents
import Facts
import Plans
import Runtime
import Testing
import Vocabulary

@Suite("Columns of a table")
struct ColumnTests {
    private struct Row {
        let reading: FactReading
        let plan: Plan
        var words: [String] { reading.given.map { "\(plan.facts[$0.fact].name) \($0.record.map { "[\($0)] " } ?? "")\($0.text)" } }
        var codes: [String] { reading.faults.map(\.code.rawValue) }
        var columns: [Int] { reading.faults.map(\.position.column) }
    }

    private func read(_ header: [String], _ cells: [String]) throws -> Row {
        let plan = try plan()
        let reader = FactReader(plan: plan)
        let columns = FactColumns(CSVRow(line: 1, fields: ["基準日"] + header), reader)
        #expect(columns.faults == [])
        return Row(reading: reader.read(columns.document(CSVRow(line: 2, fields: ["2026-11-22"] + cells))), plan: plan)
    }

    @Test("Records of a list have numbers; one without any value is not there")
    func lists() throws {
        let header = ["関係者[2].氏名", "関係者[1].氏名", "関係者［１］．年齢", "関係者[3].氏名", "関係者.全員"]
        let row = try read(header, ["乙田", "甲野", "40", "", "はい"])
        #expect(row.words == ["関係者.氏名 [0] 甲野", "関係者.年齢 [0] 40", "関係者.氏名 [1] 乙田"])
        #expect(row.reading.frame.lists[0].recordCount == 2)
        #expect(row.reading.frame.lists[0].isComplete)
        #expect(try read(header, ["", "甲野", "", "", ""]).reading.frame.lists[0].isComplete == false)
        #expect(try read(header, ["", "", "", "", "はい"]).reading.frame.lists[0].recordCount == 0)
    }

    @Test("A discretion has its record in columns of its own")
    func wrapped() throws {
        let header = ["判断.範囲外", "判断.範囲外.by", "判断.範囲外.at", "判断.範囲外.理由"]
        #expect(try read(header, ["はい", "乙 受付", "2026-11-20", "機器の外"]).words == ["判断.範囲外 はい"])
        #expect(try read(header, ["はい", "乙 受付", "", "機器の外"]).codes == ["K5008"])
        #expect(try read(header, ["", "", "", ""]).words == [])
    }

    @Test(
        "Members of a set stand in one cell: some, only some, none",
        arguments: [
            ("ウイルス感染", "ウイルスへの感染、他は不明"), ("ウイルス感染;天災", "ウイルスへの感染・天災、他は不明"), ("ウイルス感染、天災", "ウイルスへの感染・天災、他は不明"),
            ("天災のみ", "天災のみ"), ("ウイルスへの感染；天災 のみ", "ウイルスへの感染・天災のみ"), ("なし", "なし"),
        ])
    func sets(cell: String, words: String) throws { #expect(try read(["障害.起因"], [cell]).words == ["障害.起因 \(words)"]) }

    @Test("Or in a column each")
    func members() throws {
        let row = try read(["障害.起因.天災", "障害.起因.不正アクセス", "障害.起因.ウイルス感染"], ["はい", "いいえ", ""])
        #expect(row.words == ["障害.起因 天災、不正アクセスでない、他は不明"])
    }

    @Test("A fault names its column")
    func faults() throws {
        let row = try read(["依頼.作業", "端末.台数", "関係者[1].年齢"], ["なぞ", "たくさん", "x"])
        #expect(row.codes == ["K5004", "K5003", "K5003"])
        #expect(row.columns == [2, 3, 4])
        #expect(row.reading.faults.allSatisfy { $0.position.line == 2 })
    }

    @Test(
        "A column that is no fact is a fault, with the nearest name",
        arguments: [
            ("依頼.作行", "依頼.作業"), ("作業", "依頼.作業"), ("関係者.氏名", "関係者[1].氏名"), ("関係者[0].氏名", nil), ("管理番号", nil), ("関係者[1]", nil),
            ("基準曰", "基準日"), ("", nil),
        ] as [(String, String?)])
    func unknown(name: String, nearest: String?) throws {
        let reader = FactReader(plan: try plan())
        let columns = FactColumns(CSVRow(line: 1, fields: ["依頼.訪問", name]), reader)
        #expect(columns.faults.map(\.code.rawValue) == ["K5002"])
        #expect(columns.faults.map(\.position.column) == [2])
        if let nearest { #expect(columns.faults.first?.suggestion == nearest) }
    }

    @Test("Where such columns are carried along, one that begins like a fact is a fault all the same")
    func carried() throws {
        let reader = FactReader(plan: try plan())
        let columns = FactColumns(CSVRow(line: 1, fields: ["管理番号", "依頼.作業", "依頼.さぎょう", "依頼．作業"]), reader, carriesUnknown: true)
        #expect(columns.carried == [0])
        #expect(columns.faults.map(\.code.rawValue) == ["K5002", "K5011"])
        #expect(columns.faults.map(\.position.column) == [3, 4])
    }
}
