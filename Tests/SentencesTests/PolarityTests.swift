import Sentences
import Testing

/// What is said not to be so. Expected readings follow from grammar.
@Suite("Polarity")
struct PolarityTests {
    static let plain: [Expectation] = [
        .init("設定を変えました", "変える", "past"),
        .init("設定を変えていません", "変える", "not ongoing"),
        .init("設定は変えてないです", "変える", "not ongoing"),
        .init("設定を変えなかった", "変える", "not past"),
        .init("設定を変えませんでした", "変える", "not past"),
        .init("設定は変えておりません", "変える", "not ongoing"),
        .init("設定は変えてはおりません", "変える", "not ongoing"),
        .init("設定変更はしていません", "設定変更する", "not ongoing"),
        .init("設定変更をせずに使っています", "設定変更する", "not"),
        .init("電源を切らずに運びました", "切る", "not"),
        .init("電源を切らないで運びました", "切る", "not"),
        .init("機器を動かしたことはありません", "動かす", "not past"),
        .init("機器を動かしたことはございません", "動かす", "not past"),
        .init("工事を頼んだ覚えはない", "工事する", "not request past"),
        .init("工事を頼んだ覚えはございません", "工事する", "not request past"),
        .init("連絡を受けた記憶がありません", "連絡する", "not past passive"),
        .init("壊れたわけではありません", "壊れる", "not past"),
        .init("壊れたのではありません", "壊れる", "not past"),
        .init("落としたんじゃない", "落とす", "not past"),
        .init("原因は雷ではありません", "雷", "not present"),
        .init("原因は雷じゃないです", "雷", "not present"),
        .init("雷ではなく停電です", "雷", "not"),
        .init("雷ではなく停電です", "停電", "present"),
        .init("まだ契約していません", "契約する", "not ongoing pending"),
        .init("未契約です", "契約する", "not"),
        .init("この機器は対象外です", "対象", "not present"),
        .init("非対応です", "対応する", "not"),
        .init("設定済みです", "設定する", "past"),
        .init("機器は撤去済みです", "撤去する", "past"),
        .init("ただいま工事中です", "工事する", "ongoing"),
        .init("立ち会える人がいません", "立ち会える", "not"),
        .init("操作できる者がおりません", "操作する", "not can"),
        .init("頼んだ者はいません", "頼む", "not past"),
        .init("詳しい人がいません", "詳しい", "not"),
        .init("立会いなしでお願いします", "お願いする", "request"),
        .init("予備の機器はありません", "ある", "not present"),
        .init("予備の機器がない", "ある", "not present"),
        .init("担当者がいない", "いる", "not present"),
        .init("予備の機器があります", "ある", "present"),
        .init("動かなくなりました", "動く", "not past"),
        .init("サイトを見れなくしたい", "見れる", "not wish"),
        .init("電波が弱くないです", "弱い", "not present"),
        .init("電波が弱いです", "弱い", "present"),
        .init("電波は弱くありません", "弱い", "not present"),
        .init("それほど遅くはない", "遅い", "not present"),
        .init("引っ越す予定はありません", "引っ越す", "not plan"),
        .init("やめるつもりはない", "やめる", "not plan"),
        .init("届け出る必要はありません", "届け出る", "not duty"),
        .init("触らないでください", "触る", "not request"),
        .init("忘れていませんか", "忘れる", "not whether ongoing"),
        .init("請求書が届かない", "届く", "not present"),
        .init("期限を見落としていた", "見落とす", "past"),
        .init("壊れるはずがない", "壊れる", "not"),
        .init("聞いていないのに請求が来た", "聞く", "not ongoing"),
        .init("聞いていないのに請求が来た", "来る", "past"),
        .init("何も触っていません", "触る", "not ongoing"),
        .init("誰も変えていません", "変える", "not ongoing other"),
        .init("対応しかねます", "対応する", "not"),
        .init("止まったことは一度もありません", "止まる", "not past"),
        .init("弊社に支店はございません", "ある", "not present"),
    ]

    static let double: [Expectation] = [
        .init("届いていないわけではありません", "届く", "guess ongoing"),
        .init("使えないわけではない", "使える", "guess"),
        .init("動かないこともない", "動く", "guess"),
        .init("分からなくはない", "分かる", "guess"),
        .init("警備員しかいません", "いる", "present"),
        .init("一台しか動きません", "動く", ""),
        .init("解約するしかない", "解約する", "duty"),
        .init("連絡しなければなりません", "連絡する", "duty"),
        .init("連絡しなければいけませんか", "連絡する", "duty whether"),
        .init("届け出ないといけませんか", "届け出る", "duty whether"),
        .init("運ばざるを得ない", "運ぶ", "duty"),
        .init("触ってはいけない", "触る", "not duty"),
        .init("動かしちゃだめです", "動かす", "not duty"),
    ]

    @Test("Denied or not", arguments: plain)
    func denied(_ one: Expectation) throws { try one.check() }

    @Test("Denied twice, only, and must", arguments: double)
    func deniedTwice(_ one: Expectation) throws { try one.check() }
}
