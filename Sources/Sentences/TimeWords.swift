import Morphology

/// Words that say when without a number.
enum TimeWords {
    private static let past: Set<String> = [
        "昨日", "きのう", "一昨日", "おととい", "昨晩", "昨夜", "先日", "先週", "先月", "先々週", "先々月", "去年", "昨年", "一昨年", "おととし", "以前", "前回", "先ほど", "先程", "さっき", "こないだ",
        "過去", "かつて", "昔", "今朝", "夕べ", "ゆうべ", "先般", "前日", "昨年度", "先年", "従来", "既に", "すでに",
    ]
    private static let now: Set<String> = ["今", "いま", "現在", "今日", "きょう", "本日", "今週", "今月", "今年", "本年", "最近", "目下", "ただいま", "今年度", "本年度", "今回"]
    private static let future: Set<String> = [
        "明日", "あした", "あす", "明後日", "あさって", "来週", "来月", "来年", "再来週", "再来月", "再来年", "今度", "今後", "将来", "近々", "次回", "明朝", "明晩", "来春", "来夏", "来年度", "後日", "近日",
        "これから", "まもなく", "もうすぐ", "やがて", "いずれ", "今夜", "今晩",
    ]
    /// They name a time only beside another, or with に: 朝, 午後, 夏.
    private static let other: Set<String> = [
        "朝", "夜", "晩", "夕方", "昼", "午前", "午後", "午前中", "正午", "深夜", "夜中", "未明", "早朝", "昼間", "月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜", "月曜日", "火曜日", "水曜日", "木曜日",
        "金曜日",
        "土曜日", "日曜日", "平日", "週末", "休日", "祝日", "元日", "年末", "年始", "年内", "年明け", "月末", "月初", "期末", "年度末", "翌日", "翌朝", "翌週", "翌月", "翌年", "当日", "同日", "毎日", "毎週",
        "毎月", "毎年",
        "春", "夏", "秋", "冬", "お盆", "連休", "暮れ", "正月", "盆", "上旬", "中旬", "下旬", "当時", "最初", "夏休み", "冬休み",
    ]
    /// After a time they are a part of it.
    static let tails: Set<String> = [
        "頃", "ころ", "ごろ", "以降", "以前", "以後", "前後", "中", "末", "初め", "はじめ", "付", "付け", "過ぎ", "すぎ", "いっぱい", "中旬", "上旬", "下旬", "前", "後", "半ば", "目", "夜", "朝", "朝一",
        "限り", "分", "ぶん", "度", "以内", "間", "ちょうど", "時点", "日",
    ]

    /// Which way a word points; nil where it says no time.
    static func direction(_ word: Morpheme) -> TimeExpression.Direction? {
        if let whole = word.whole {
            guard whole.isTime else { return nil }
            guard whole == .distance else { return .unknown }
            return word.surface.hasSuffix("後") ? .future : .past
        }
        if past.contains(word.base) { return .past }
        if now.contains(word.base) { return .now }
        if future.contains(word.base) { return .future }
        return other.contains(word.base) ? .unknown : nil
    }

    /// Of several words the one that points somewhere.
    static func joined(_ directions: [TimeExpression.Direction]) -> TimeExpression.Direction {
        directions.first { $0 == .past || $0 == .future } ?? directions.first { $0 == .now } ?? .unknown
    }
}
