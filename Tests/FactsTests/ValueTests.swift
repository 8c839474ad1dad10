import Diagnostics
import Facts
import Runtime
import Testing
import Values
import Vocabulary

@Suite("Values of every type")
struct ValueTests {
    @Test(
        "A value is read by the type of its fact",
        arguments: [
            ("依頼.訪問", "true", 1), ("依頼.訪問", "false", 0), ("依頼.訪問", "\"はい\"", 1), ("依頼.訪問", "\"いいえ\"", 0), ("依頼.訪問", "\"真\"", 1),
            ("依頼.訪問", "\"偽\"", 0), ("依頼.作業", "\"VPN設定\"", 1), ("依頼.作業", "\"ＶＰＮ設定\"", 1), ("依頼.作業", "\"使い方の質問\"", 2),
            ("依頼.作業", "\"vpnの設定\"", 1), ("依頼.作業", "\"IOS\"", 4), ("依頼.作業", "\"iOS\"", 3), ("端末.メモリ", "512", 512_000_000),
            ("端末.メモリ", "14.600000", 14_600_000), ("端末.メモリ", "\"1GB\"", 1_024_000_000), ("端末.メモリ", "\"２ gb\"", 2_048_000_000),
            ("端末.メモリ", "\"1,024 MB\"", 1_024_000_000), ("端末.率", "14.6", 14_600_000), ("端末.率", "1e3", 1_000_000_000),
            ("端末.率", "-0.000001", -1), ("端末.率", "\"０．５\"", 500_000), ("端末.台数", "3", 3_000_000), ("端末.台数", "3.0", 3_000_000),
            ("端末.台数", "\"3台\"", 3_000_000), ("依頼.開始", "\"9:00\"", 540), ("依頼.開始", "\"午後3時半\"", 930), ("依頼.開始", "\"24:00\"", 1440),
        ])
    func value(name: String, literal: String, expected: Int64) throws {
        let sample = try Sample(members: "\"\(name)\": \(literal)")
        #expect(sample.codes.filter { $0 != "K5013" } == [])
        #expect(try sample[name] == Reading(.known, expected))
    }

    @Test(
        "A day is read in every way people write it",
        arguments: [
            ("2026-11-22", "2026-11-22"), ("2026/11/22", "2026-11-22"), ("２０２６年１１月２２日", "2026-11-22"), ("令和6年3月1日", "2024-03-01"),
            ("R6.3.1", "2024-03-01"), ("平成三十一年四月三十日", "2019-04-30"), ("令和元年五月一日", "2019-05-01"), ("昭和64年1月7日", "1989-01-07"),
            ("20260301", "2026-03-01"),
        ])
    func date(text: String, expected: String) throws {
        let sample = try Sample(members: "\"依頼\": {\"受付日\": \"\(text)\"}")
        #expect(sample.codes == [])
        #expect(sample.reading.remarks == [])
        #expect(try sample["依頼.受付日"] == Reading(.known, try day(expected)))
    }

    @Test(
        "A day outside its era is understood, and remarked on",
        arguments: [
            ("平成31年5月1日", "2019-05-01", "令和元年5月1日"), ("昭和64年1月8日", "1989-01-08", "平成元年1月8日"),
            ("令和元年4月30日", "2019-04-30", "平成31年4月30日"), ("H35.1.1", "2023-01-01", "令和5年1月1日"),
        ])
    func era(text: String, expected: String, proper: String) throws {
        let sample = try Sample(members: "\"依頼.受付日\": \"\(text)\"")
        #expect(sample.codes == [])
        #expect(try sample["依頼.受付日"] == Reading(.known, try day(expected)))
        #expect(sample.reading.remarks.map(\.code.rawValue) == ["K5016"])
        #expect(sample.reading.remarks.first?.help.japanese.contains(proper) == true)
        #expect(sample.reading.remarks.first?.code.severity == .advice)
    }

    @Test("The day on which two eras meet belongs to both", arguments: ["明治45年7月30日", "大正元年7月30日", "大正15年12月25日"])
    func eraMeeting(text: String) throws {
        let sample = try Sample(members: "\"依頼.受付日\": \"\(text)\"")
        #expect(sample.codes == [])
        #expect(sample.reading.remarks == [])
    }

    @Test("A month is read in every way people write it", arguments: ["2026-11", "2026/11", "令和8年11月", "R8.11"])
    func month(text: String) throws {
        let sample = try Sample(members: "\"依頼.対象月\": \"\(text)\"")
        #expect(try sample["依頼.対象月"] == Reading(.known, 2026 * 12 + 10))
    }

    @Test("A month outside its era is remarked on as a month")
    func eraMonth() throws {
        let sample = try Sample(members: "\"依頼.対象月\": \"平成31年5月\"")
        #expect(sample.reading.remarks.first?.help.japanese == "令和元年5月 と書いてください")
    }

    @Test(
        "A version keeps the digits of a number literal",
        arguments: [("8.1", "8.1"), ("8.10", "8.10"), ("\"109.0.5414.120\"", "109.0.5414.120"), ("\"Ver. 8.1\"", "8.1")])
    func version(literal: String, expected: String) throws {
        let sample = try Sample(members: "\"端末\": {\"OS\": \(literal)}")
        #expect(try sample["端末.OS"] == Reading(.known, try #require(Version(expected)).packed))
    }

    @Test("A text is kept as it stands, also where it says 不明")
    func text() throws {
        let sample = try Sample(members: "\"端末.覚え\": \"不明 \"")
        #expect(sample.words("端末.覚え") == "不明 ")
        #expect(try sample["端末.覚え"].state == .known)
    }

    @Test(
        "A set says yes, no or nothing of each member",
        arguments: [
            ("[\"ウイルス感染\", \"天災\"]", 0b101, 0), ("[]", 0, 0), ("{\"天災\": true, \"不正アクセス\": false, \"ウイルス感染\": null}", 0b100, 0b010),
            ("{\"のみ\": [\"ウイルスへの感染\"]}", 0b001, 0b110), ("{\"only\": []}", 0, 0b111), ("\"ウイルス感染; 天災\"", 0b101, 0), ("\"天災\"", 0b100, 0),
            ("{\"天災\": \"はい\", \"不正アクセス\": \"不明\"}", 0b100, 0),
        ])
    func set(literal: String, yes: Int64, no: UInt64) throws {
        let sample = try Sample(members: "\"障害\": {\"起因\": \(literal)}")
        #expect(sample.codes == [])
        #expect(try sample["障害.起因"] == Reading(.known, yes))
        #expect(sample.reading.frame.excluded[try sample.place("障害.起因").value] == no)
    }

    @Test(
        "What is given is also put into words",
        arguments: [
            ("依頼.訪問", "true", "はい"), ("依頼.作業", "\"障害復旧\"", "障害の復旧"), ("依頼.受付日", "\"2026-01-02\"", "2026年1月2日"),
            ("端末.メモリ", "\"1GB\"", "1024MB"), ("端末.OS", "\"8.1\"", "8.1"), ("障害.起因", "[\"天災\"]", "天災、他は不明"),
            ("障害.起因", "{\"のみ\": [\"天災\"]}", "天災のみ"), ("障害.起因", "{\"のみ\": []}", "なし"), ("依頼.受付日", "\"未到来\"", "未到来"),
            ("障害.起因", "{\"天災\": true, \"不正アクセス\": false}", "天災、不正アクセスでない、他は不明"), ("依頼.開始", "\"9:5\"", nil),
        ])
    func words(name: String, literal: String, expected: String?) throws {
        #expect(try Sample(members: "\"\(name)\": \(literal)").words(name) == expected)
    }
}
