import Sentences
import Testing

/// What is supposed, wished, asked for, planned or asked. Expected readings follow from grammar.
@Suite("Mood")
struct MoodTests {
    static let conditions: [Expectation] = [
        .init("もしルーターが動かなくなったら無料ですか", "動く", "not if"),
        .init("もしルーターが動かなくなったら無料ですか", "無料", "whether"),
        .init("壊れたら交換してもらえますか", "壊れる", "if"),
        .init("壊れた場合、費用はかかりますか", "壊れる", "if past"),
        .init("解約するなら早い方がいいですか", "解約する", "if"),
        .init("落とせば壊れます", "落とす", "if"),
        .init("電源を切ると消えますか", "切る", "if"),
        .init("移設する場合は連絡します", "移設する", "if"),
        .init("万一水がかかったらどうなりますか", "かかる", "if"),
        .init("届かなければ連絡します", "届く", "not if"),
        .init("電話したら自動音声でした", "電話する", "past"),
        .init("箱を開けたら割れていました", "開ける", "past"),
        .init("故障の場合、費用はいくらですか", "故障する", "if"),
        .init("未入金の場合はどうなりますか", "入金する", "not if"),
        .init("電源を抜くと直ります", "抜く", "if"),
        .init("申込書を送ったとしたら、いつ成立しますか", "成立する", "how"),
    ]

    static let wishes: [Expectation] = [
        .init("来月で解約したいです", "解約する", "wish @来月"),
        .init("機器を移したいと思います", "移す", "wish"),
        .init("機器を移したいと考えております", "移す", "wish"),
        .init("返却したくない", "返却する", "not wish"),
        .init("お客様が増設したいとのことです", "増設する", "hearsay wish", by: .colleague),
        .init("複合機の設定をしてほしいんです", "設定する", "request"),
        .init("誰か寄こしてもらえませんか", "寄こす", "request received"),
        .init("見に来ていただけますか", "来る", "request received"),
        .init("確認していただけませんでしょうか", "確認する", "request received"),
        .init("ご確認ください", "確認する", "request"),
        .init("早く直してください", "直す", "request"),
        .init("設定をお願いします", "設定する", "request"),
        .init("設定をお願いできますか", "設定する", "request"),
        .init("設定を頼みたい", "設定する", "request wish"),
        .init("直してくれませんか", "直す", "request given"),
        .init("直してくれ。", "直す", "request given"),
        .init("早く直して。", "直す", "request"),
        .init("交換を希望します", "交換する", "request"),
        .init("教えていただきたい", "教える", "request received"),
        .init("お許しくださいませ", "くださる", "request"),
        .init("静かにしろ", "する", "order"),
    ]

    static let plans: [Expectation] = [
        .init("明日、自分たちで運びます", "運ぶ", "plan future customer @明日"),
        .init("来週引っ越す予定です", "引っ越す", "plan @来週"),
        .init("五月に移るつもりです", "移る", "plan @五月"),
        .init("新しい機種に替えようと思っています", "替える", "plan"),
        .init("解約することになりました", "解約する", "plan"),
        .init("来年、事務所を移すことにしました", "移す", "plan @来年"),
        .init("明後日に業者が来ます", "来る", "plan other @明後日"),
        .init("入れ替える計画がございます", "入れ替える", "plan"),
        .init("回収予定です", "回収する", "plan"),
    ]

    static let questions: [Expectation] = [
        .init("契約は自動で更新されますか", "更新する", "whether passive"),
        .init("立会いは要りますか", "要る", "whether"),
        .init("いつ届きますか", "届く", "how"),
        .init("費用はいくらかかりますか", "かかる", "how"),
        .init("誰が払うのですか", "払う", "how other"),
        .init("なぜ止まったのでしょうか", "止まる", "how past guess"),
        .init("これは有料?", "有料", "whether"),
        .init("これは有料ですか", "有料", "whether"),
        .init("どうすれば直りますか", "直る", "how"),
        .init("どこに連絡すればいいですか", "連絡する", "how named"),
        .init("土曜も来るの?", "来る", "whether"),
        .init("保証は付いていますか", "付く", "whether ongoing"),
        .init("自分で直してもいいですか", "直す", "may whether customer"),
        .init("電源を切っても構いませんか", "切る", "may whether"),
        .init("外して付け直すのはまずいでしょうか", "外す", "named"),
        .init("外して付け直すのはまずいでしょうか", "まずい", "guess whether"),
        .init("設定してもらうのは無理ですか", "設定する", "named received"),
        .init("土曜でも対応できますか", "対応する", "can whether"),
        .init("更新されているか確認したい", "更新する", "whether ongoing passive"),
        .init("解約すべきですか", "解約する", "duty whether"),
    ]

    @Test("Conditions", arguments: conditions)
    func supposed(_ one: Expectation) throws { try one.check() }

    @Test("Wishes and requests", arguments: wishes)
    func wished(_ one: Expectation) throws { try one.check() }

    @Test("Plans", arguments: plans)
    func planned(_ one: Expectation) throws { try one.check() }

    @Test("Questions", arguments: questions)
    func asked(_ one: Expectation) throws { try one.check() }
}
