import Sentences
import Testing

/// Who did it, as far as the words say. Expected readings follow from grammar.
@Suite("Actor")
struct ActorTests {
    static let callers: [Expectation] = [
        .init("御社が設定を変えてからおかしい", "変える", "past provider"),
        .init("御社が設定を変えてからおかしい", "おかしい", "present nobody"),
        .init("当社で機器を移しました", "移す", "past customer"),
        .init("うちが設定を変えました", "変える", "past customer"),
        .init("おたくが設定を変えた", "変える", "past provider"),
        .init("そちらが切ったんです", "切る", "past provider"),
        .init("貴社が交換しました", "交換する", "past provider"),
        .init("私が落としました", "落とす", "past customer"),
        .init("弊社の社員が落としました", "落とす", "past customer"),
        .init("御社の作業員が外しました", "外す", "past provider"),
        .init("御社の営業さんが約束しました", "約束する", "past provider"),
        .init("うちの若い者が触りました", "触る", "past customer"),
        .init("業者が線を抜いた", "抜く", "past other"),
        .init("配線業者が線を抜いた", "抜く", "past other"),
        .init("引っ越し屋さんが運びました", "運ぶ", "past other"),
        .init("メーカーが交換した", "交換する", "past other"),
        .init("誰かが電源を切った", "切る", "past other"),
        .init("設定を変えました", "変える", "past nobody"),
        .init("電源が切れました", "切れる", "past nobody"),
        .init("ルーターが落ちました", "落ちる", "past nobody"),
        .init("うちはルーターが動きません", "動く", "not present nobody"),
        .init("うちのルーターが動きません", "動く", "not present nobody"),
        .init("業者に外されました", "外す", "past passive other"),
        .init("御社によって設定が変更された", "変更する", "past passive provider"),
        .init("設定が変更されました", "変更する", "past passive nobody"),
        .init("御社に設定してもらいました", "設定する", "past received provider"),
        .init("設定してもらいました", "設定する", "past received nobody"),
        .init("業者に移してもらった", "移す", "past received other"),
        .init("御社の方が設定してくれました", "設定する", "past given provider"),
        .init("設定してくださいました", "設定する", "past given nobody"),
        .init("設定していただきました", "設定する", "past received nobody"),
        .init("御社からもらった図面があります", "もらう", "past nobody"),
        .init("三日前に申し込んだ別会社の回線を取り消したい", "申し込む", "past nobody"),
        .init("設定を変えた業者に聞きました", "変える", "past other"),
        .init("御社が納品したルーターが壊れました", "納品する", "past provider"),
        .init("御社が納品したルーターが壊れました", "壊れる", "past nobody"),
        .init("御社から来た人が外しました", "外す", "past provider"),
        .init("当社は移設の連絡をしていません", "連絡する", "not ongoing customer"),
        .init("うちは見ていただけです", "見る", "past customer"),
        .init("自分で設定しました", "設定する", "past customer"),
        .init("こちらで電源を切りました", "切る", "past customer"),
        .init("うちは電話して、そのまま待ちました", "待つ", "past customer"),
        .init("お客様ご自身で交換するのですか", "交換する", "whether other"),
        .init("御社から連絡がありました", "ある", "past"),
        .init("弟が勝手に初期化しました", "初期化する", "past other"),
        .init("社長がケーブルを抜きました", "抜く", "past other"),
    ]

    static let colleagues: [Expectation] = [
        .init("お客様が機器を落としました", "落とす", "past customer", by: .colleague),
        .init("客が落とした", "落とす", "past customer", by: .colleague),
        .init("当社が設定を変えました", "変える", "past provider", by: .colleague),
        .init("うちの作業員が外した", "外す", "past provider", by: .colleague),
        .init("先方が契約を解除した", "解除する", "past customer", by: .colleague),
        .init("委託先が交換しました", "交換する", "past other", by: .colleague),
        .init("客は「うちで動かした」と言っている", "動かす", "quote past customer", by: .colleague),
        .init("客曰く「おたくが壊した」", "壊す", "quote past provider", by: .colleague),
        .init("お客様の社員が触ったとのこと", "触る", "hearsay past customer", by: .colleague),
        .init("「うちでは動かしていない」と言われました", "動かす", "not quote ongoing nobody"),
    ]

    @Test("As a caller writes", arguments: callers)
    func caller(_ one: Expectation) throws { try one.check() }

    @Test("As a colleague notes", arguments: colleagues)
    func colleague(_ one: Expectation) throws { try one.check() }
}
