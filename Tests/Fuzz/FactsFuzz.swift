import Contract
import Decisions
import Diagnostics
import Facts
import Planning
import Plans
import Syntax
import Vocabulary

/// A vocabulary with every type of fact.
private let rules = """
    規約 t { 当事者 甲, 乙 ; 主判定 主 }
    列挙 色 { 赤 「赤い」 ; 「青 い」 ; 黄 }
    事実 物 「物」 {
      一 : 真偽 「一」 問 「一」 ; 種 : 色 「種」 問 「種」 前提 物.一 ; 因 : 集合 色 「因」 問 「因」 ; 数 : 整数 「数」 問 「数」
      容 : 数 MB 「容」 問 「容」 ; 日 : 日付 「日」 問 「日」 ; 期 : 年月 「期」 問 「期」 ; 刻 : 時刻 「刻」 問 「刻」 ; 機 : 版 「機」 問 「機」
      名 : 文字 「名」 問 「名」 個人情報 ; 裁 : 真偽 「裁」 問 「裁」 裁量 乙 ; 認 : 真偽 「認」 問 「認」 認定 乙
    }
    一覧 者 「者」 問 「者」 { 悪 : 真偽 「悪」 問 「悪」 ; 因 : 集合 色 「因」 問 「因」 }
    制約 「一」 { もし 物.一 ならば 物.数 ≥ 1 }
    判定 主 { 結果 否, 可 ; 既定 他 }
    第1条 一 「」
    規則 r { もし 物.一 かつ 者 のいずれかで (者.悪) または 物.日 + 1か月 ≥ 基準日 ならば 主 = 否 }
    """

private let plan: Plan? = {
    let file = SourceFile(path: "fuzz.kiyaku", bytes: Array(rules.utf8))
    return CheckedContract.check([.parse(file, id: SourceID(0))], data: [:]).contract.map { Plan($0) }
}()

/// Any bytes as facts in JSON or YAML, by the first byte: nothing may trap, and what is read must be judged.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let plan, count > 0 else { return plan == nil ? -1 : 0 }
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    let isJSON = bytes[0] == UInt8(ascii: "{") || bytes[0] & 1 == 0
    let reading = FactReader(plan: plan).read(isJSON ? bytes : Array(bytes.dropFirst()), fileName: isJSON ? "fuzz.json" : "fuzz.yaml")
    for fault in reading.faults { _ = fault.text(in: "fuzz", .japanese) }
    _ = Decider(plan, budget: 2_000).answer(Place(0), reading.frame)
    return 0
}
