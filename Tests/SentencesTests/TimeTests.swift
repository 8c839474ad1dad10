import Sentences
import Testing

/// Each time belongs to one predicate. Expected readings follow from grammar.
@Suite("When")
struct TimeTests {
    static let bound: [Expectation] = [
        .init("先週の金曜に解約の通知を書留で送りました", "送る", "past @先週の金曜"),
        .init("昨日届いた機器が今日止まりました", "届く", "past @昨日"),
        .init("昨日届いた機器が今日止まりました", "止まる", "past @今日"),
        .init("昨日、御社が納品したルーターが壊れました", "壊れる", "past @昨日"),
        .init("昨日、御社が納品したルーターが壊れました", "納品する", "past @-"),
        .init("3月1日に契約して、4月5日に解約しました", "契約する", "past @3月1日"),
        .init("3月1日に契約して、4月5日に解約しました", "解約する", "past @4月5日"),
        .init("停電の日は12月13日です", "12月13日", "present @12月13日"),
        .init("契約日は令和6年3月1日です", "令和6年3月1日", "present @令和6年3月1日"),
        .init("10月末で解約したいです", "解約する", "wish @10月末"),
        .init("午後3時に来てください", "来る", "request @午後3時"),
        .init("今夜9時に電話します", "電話する", "plan @今夜9時"),
        .init("3日前に壊れました", "壊れる", "past @3日前"),
        .init("二週間前に申し込みました", "申し込む", "past @二週間前"),
        .init("来月の5日に引っ越します", "引っ越す", "plan @来月の5日"),
        .init("先月25日に頼んだ変更がまだ反映されていません", "頼む", "past @先月25日"),
        .init("先月25日に頼んだ変更がまだ反映されていません", "反映する", "not ongoing passive pending @-"),
        .init("3月19日の設定作業は立会いが要りますか", "要る", "whether @-"),
        .init("昨年契約したプランを来年変えたい", "契約する", "past @昨年"),
        .init("昨年契約したプランを来年変えたい", "変える", "wish @来年"),
        .init("2026/3/1に届きました", "届く", "past @2026/3/1"),
        .init("５月２日に電話しました", "電話する", "past @５月２日"),
        .init("去年の暮れに機械を置いた", "置く", "past @去年の暮れ"),
        .init("この前教えてもらいました", "教える", "past received @この前"),
        .init("7月13日(月)に移しました", "移す", "past @7月13日(月)"),
        .init("9:00に止まった", "止まる", "past @9:00"),
        .init("届く前に解約しました", "解約する", "past"),
        .init("まだ届きません", "届く", "not pending"),
        .init("まだ使っています", "使う", "ongoing"),
    ]

    @Test("Bound to its own predicate", arguments: bound)
    func own(_ one: Expectation) throws { try one.check() }

    @Test("No time is given to two predicates", arguments: bound.map(\.text))
    func once(_ text: String) throws {
        let ranges = try Reading.read(text).flatMap(\.times).map(\.range)
        #expect(ranges.count == Set(ranges).count)
    }

    @Test(
        "Days and weekdays point where they say",
        arguments: [("昨日", TimeExpression.Direction.past), ("明日", .future), ("3日前", .past), ("2週間後", .future), ("本日", .now), ("3月1日", .unknown)])
    func directions(_ word: String, _ direction: TimeExpression.Direction) throws {
        let times = try Reading.read("\(word)に連絡する").flatMap(\.times)
        #expect(times.map(\.direction) == [direction])
    }
}
