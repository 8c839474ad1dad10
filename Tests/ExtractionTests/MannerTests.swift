import Extraction
import Testing

@Suite("Words that deny or doubt")
struct MannerTests {
    @Test(
        "A denied member of a set is known to be out",
        arguments: [
            "火災ではない", "火災じゃない", "火災でなく水を", "火災ではありません", "火災が原因ではない", "火災のせいではありません", "火災の被害はない",
            "火災とは違う", "火災は受けていません", "火災の可能性はない", "火災ではなかった", "火災なし", "火災じゃなくて別の理由", "火災は受けておらず", "火災の心配はない",
        ])
    func denied(text: String) { #expect(Sample.summary(text) == ["障害.起因 -1"]) }

    @Test(
        "What is said to be so is said plainly, though denials stand elsewhere in the sentence",
        arguments: [
            "火災です", "火災で電源が入らない", "火災から復帰していない", "火災が起きた。盗難ではない", "火災になってしまい、もう使えません", "火災がなくなった", "火災、これではない", "火災で申し込みたい",
        ])
    func affirmed(text: String) { #expect(Sample.summary(text) == ["障害.起因 +1"]) }

    @Test(
        "A guess is no certainty",
        arguments: [
            "火災らしい", "火災かも", "火災かもしれない", "たぶん火災", "多分、火災です", "もしかして火災", "火災でしょうか", "火災ですか", "火災ではないか", "火災ではないでしょうか",
            "火災じゃないかと", "火災の疑い", "火災だと思います", "火災か", "火災のせいか止まった", "火災っぽい", "火災かどうか分かりません", "火災で壊れたのかもしれません",
        ])
    func unsure(text: String) { #expect(Sample.summary(text) == ["障害.起因 +1 (unsure)"]) }

    @Test("A guess that something is not so", arguments: ["火災ではなさそう", "火災ではないかもしれない", "火災ではないと思います", "たぶん火災ではない", "火災ではないようです", "火災の可能性は低い"])
    func unsurelyDenied(text: String) { #expect(Sample.summary(text) == ["障害.起因 -1 (unsure)"]) }

    @Test("A reason is no guess")
    func reason() { #expect(Sample.summary("火災ではないから") == ["障害.起因 -1"]) }

    @Test("Words that are joined are denied together")
    func joined() { #expect(Sample.summary("火災や水害ではない") == ["障害.起因 -1", "障害.起因 -2"]) }

    @Test("Of two that may be, neither is said plainly")
    func either() { #expect(Sample.summary("火災か水害です") == ["障害.起因 +1 (unsure)", "障害.起因 +2 (unsure)"]) }

    @Test("A denial belongs to the nearest words only")
    func nearest() { #expect(Sample.summary("火災で水害ではない") == ["障害.起因 +1", "障害.起因 -2"]) }

    @Test("A denied case of a single value is listed with doubt, and is no rival of what is said instead")
    func deniedCase() { #expect(Sample.summary("修理ではなく復旧") == ["依頼.作業 2 (denied)", "依頼.作業 0"]) }

    @Test("A denied yes/no fact is no")
    func deniedBool() {
        #expect(Sample.summary("祝日ではない") == ["日.祝日 0"])
        #expect(Sample.summary("祝日です") == ["日.祝日 1"])
    }

    @Test("What is both said and denied is doubted both times")
    func contradiction() { #expect(Sample.summary("火災です。火災ではない") == ["障害.起因 +1 (rivals)", "障害.起因 -1 (rivals)"]) }
}
