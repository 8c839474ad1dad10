import Sentences
import Testing

/// Speech of the regions says what the common language says. Expected readings follow from their grammar.
@Suite("Dialects")
struct DialectTests {
    static let west: [Expectation] = [
        .init("ルーターが動けへんねん", "動ける", "not present"),
        .init("電源が入らへん", "入る", "not present"),
        .init("ネットがつながらへんかった", "つながる", "not past"),
        .init("自分ではでけへん", "できる", "not"),
        .init("うちは触ってへんで", "触る", "not customer"),
        .init("そんなん聞いてまへん", "聞く", "not"),
        .init("業者が抜いたんやろか", "抜く", "guess whether past other"),
        .init("業者が抜いたんやろ", "抜く", "guess past other"),
        .init("雷やねん", "雷", "present"),
        .init("壊れたさかい来てほしいねん", "壊れる", "past"),
        .init("壊れたさかい来てほしいねん", "来る", "request"),
        .init("業者に外してもろた", "外す", "past received other"),
        .init("紙はもろてません", "もらう", "not"),
        .init("おたくが設定変えはった", "変える", "past provider"),
        .init("払わなあきまへんか", "払う", "duty whether"),
        .init("払わなあかん", "払う", "duty"),
        .init("足りまっか", "足りる", "whether"),
        .init("機械はまだ来とらん", "来る", "not ongoing pending"),
        .init("わしは触っとらん", "触る", "not ongoing customer"),
        .init("壊れとるけぇ見てくれ", "壊れる", "ongoing"),
        .init("動かんようになった", "動く", "not past"),
        .init("来られんかったらどうなりますか", "来る", "not if can"),
        .init("雷じゃろう", "雷", "guess"),
        .init("知らんけど落ちとった", "落ちる", "past"),
    ]

    static let south: [Expectation] = [
        .init("おいは触っちょらん", "触る", "not ongoing customer"),
        .init("電源ば切ったばい", "切る", "past"),
        .init("動かんけん見てください", "動く", "not"),
        .init("動かんけん見てください", "見る", "request"),
        .init("つながらんとです", "つながる", "not"),
        .init("申込書ば送ってくれんね", "送る", "request given"),
        .init("もう一台付けたかけん、教えてください", "付ける", "wish"),
        .init("止まっとるたい", "止まる", "ongoing"),
    ]

    static let north: [Expectation] = [
        .init("雷だべか", "雷", "guess whether"),
        .init("壊れたんだべ", "壊れる", "guess past"),
        .init("うんともすんとも言わねぇ", "言う", "not"),
        .init("電源が入らねえ", "入る", "not"),
    ]

    static let written: [Expectation] = [
        .init("ﾙｰﾀｰｶﾞ ｳｺﾞｷﾏｾﾝ", "うごく", "not"),
        .init("ﾋｯｺｼ ｷﾞｮｳｼｬ ｶﾞ ﾙｰﾀｰ ｦ ｵﾄｼﾏｼﾀ", "おとす", "past"),
        .init("ﾌﾟﾘﾝﾀｰ が動きません", "動く", "not present"),
        .init("か゛ぞうが届きました", "届く", "past"),
        .init("iOSは12てす", "12", "present"),
        .init("見て下さい", "見る", "request"),
        .init("ＶＰＮがつながりません", "つながる", "not present"),
    ]

    @Test("The west", arguments: west)
    func western(_ one: Expectation) throws { try one.check() }

    @Test("The south", arguments: south)
    func southern(_ one: Expectation) throws { try one.check() }

    @Test("The north", arguments: north)
    func northern(_ one: Expectation) throws { try one.check() }

    @Test("Other letters", arguments: written)
    func otherLetters(_ one: Expectation) throws { try one.check() }
}
