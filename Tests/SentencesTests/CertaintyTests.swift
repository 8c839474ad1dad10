import Sentences
import Testing

/// How surely something is said. Expected readings follow from grammar.
@Suite("Certainty")
struct CertaintyTests {
    static let guesses: [Expectation] = [
        .init("雷で壊れたかもしれません", "壊れる", "guess past"),
        .init("雷で壊れたのかも", "壊れる", "guess past"),
        .init("落としたかもしれない", "落とす", "guess past"),
        .init("たぶん停電です", "停電", "guess"),
        .init("おそらく業者が切りました", "切る", "guess past other"),
        .init("もう届いたでしょう", "届く", "guess past"),
        .init("届いたはずです", "届く", "guess past"),
        .init("壊れたようです", "壊れる", "guess past"),
        .init("壊れたみたいです", "壊れる", "guess past"),
        .init("壊れそうです", "壊れる", "guess"),
        .init("電源が原因だと思います", "原因", "guess"),
        .init("先月届いたと思う", "届く", "guess past"),
        .init("変わっていないと思います", "変わる", "not guess ongoing"),
        .init("故障した気がします", "故障する", "guess past"),
        .init("雷ではないでしょうか", "雷", "guess whether"),
        .init("業者が抜いたのではないか", "抜く", "guess whether past other"),
        .init("落ちたに違いない", "落ちる", "guess past"),
        .init("壊れた可能性があります", "壊れる", "guess past"),
        .init("筐体を開けた形跡あり。", "開ける", "guess past"),
        .init("壊れる恐れがある", "壊れる", "guess"),
    ]

    static let hearsay: [Expectation] = [
        .init("業者が移したらしい", "移す", "hearsay past other"),
        .init("業者が移したらしいです", "移す", "hearsay past other"),
        .init("担当者が変更したそうです", "変更する", "hearsay past other"),
        .init("昨日設定したとのことです", "設定する", "hearsay past"),
        .init("昨日設定したとのこと", "設定する", "hearsay past"),
        .init("お客様は契約していないとのことです", "契約する", "hearsay not ongoing", by: .colleague),
        .init("無料だと聞きました", "無料", "hearsay"),
        .init("無料だと聞いています", "無料", "hearsay"),
        .init("無料だと言われました", "無料", "quote"),
        .init("来月やめると言っていました", "やめる", "quote plan"),
        .init("「壊れていない」と言われました", "壊れる", "not quote ongoing"),
        .init("担当の方が「すぐ直ります」とおっしゃいました", "直る", "quote"),
        .init("息子が壊したって言ってた", "壊す", "quote past other"),
        .init("近所で停電があったって", "ある", "hearsay past"),
        .init("客が落としたとか", "落とす", "hearsay past customer", by: .colleague),
        .init("故障したという噂があります", "故障する", "hearsay past"),
    ]

    static let open: [Expectation] = [
        .init("原因は不明です", "不明", "open"),
        .init("日程は未定です", "未定", "open"),
        .init("いつ届いたか分かりません", "届く", "open how past"),
        .init("契約しているかどうか分かりません", "契約する", "open whether ongoing"),
        .init("誰が変えたのか分からない", "変える", "open how past"),
        .init("壊れたのか、まだ分かりません", "壊れる", "open whether past"),
        .init("日付を覚えていません", "覚える", "not open"),
        .init("まだ日にちが決まっていません", "決まる", "not open pending"),
        .init("入っているかどうか知りません", "入る", "open whether ongoing"),
    ]

    static let stated: [Expectation] = [
        .init("雷で壊れました", "壊れる", "past"),
        .init("業者が移しました", "移す", "past other"),
        .init("昨日届いています", "届く", "ongoing"),
        .init("電源が入りません", "入る", "not present"),
        .init("画面が真っ黒です", "真っ黒", "present"),
        .init("社名が変わりました", "変わる", "past"),
    ]

    @Test("Guessed", arguments: guesses)
    func guessed(_ one: Expectation) throws { try one.check() }

    @Test("Heard, or in someone's words", arguments: hearsay)
    func heard(_ one: Expectation) throws { try one.check() }

    @Test("Not known", arguments: open)
    func unknown(_ one: Expectation) throws { try one.check() }

    @Test("Stated", arguments: stated)
    func plainly(_ one: Expectation) throws { try one.check() }
}
