import Plans
import Runtime
import Values
import Vocabulary

/// SplitMix64: the same frames in every run.
struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

extension Inquiry {
    /// A random case; half of them are about the services that 別紙2 speaks of.
    ///
    /// - Parameter unknown: how many of a hundred facts are left out.
    init(_ dice: inout Dice, unknown: Int) {
        func known<Value>(_ value: Value) -> Value? { dice.chance(unknown) ? nil : value }
        let first = CivilDate(year: 2015, month: 1, day: 1)?.dayNumber ?? 0
        asOf = Int64(Int(first) + dice.below(4300))
        service = known(dice.chance(50) ? dice.pick([.onsite, .clientSetup, .clientSupport]) : dice.pick(Service.allCases))
        work = known(dice.pick(Work.allCases))
        outOfScope = known(dice.chance(3))
        // One or two causes; what else it might be is known not to be, or not known.
        var yes: UInt32 = 0
        for _ in 0..<dice.below(3) { yes |= 1 << UInt32(dice.below(24)) }
        let no: UInt32 = 0xFF_FFFF & ~yes
        if !dice.chance(unknown) {
            causes = KnownSet(yes: Causes(rawValue: yes), no: Causes(rawValue: unknown > 0 ? no & UInt32(truncatingIfNeeded: dice.next()) : no))
        }
        let worker: UInt8 = 1 << UInt8(dice.below(6))
        if !dice.chance(unknown) { workers = KnownSet(yes: Workers(rawValue: worker), no: Workers(rawValue: 63 & ~worker)) }
        warrantyLost = known(dice.chance(50))
        moveNoticed = known(dice.chance(50))
        settingsNoticed = known(dice.chance(50))
        involvesTerminal = known(dice.chance(70))
        system = known(dice.pick(System.allCases + [.windows10, .windows10, .windows10, .iOS, .android]))
        switch system {
        case .windows7: release = known(dice.below(2))
        case .windows10:
            (release, edition) = Self.pick([(15, .general), (15, .business), (8, .business), (8, .longTerm), (4, .longTerm), (2, .general)], &dice, unknown)
        case .windows11: (release, edition) = Self.pick([(16, .general), (17, .business), (17, .longTerm)], &dice, unknown)
        default: break
        }
        version = known(Version(dice.pick(["4.3", "5.1", "9", "12.5", "13", "14.8", "15.8", "17.7", "18.5", "26.1", "2.1"]))?.packed ?? 0)
        systemSupported = known(dice.chance(50))
        screenLock = known(dice.chance(50))
        connectsToVPN = known(dice.chance(50))
        isClientVPN = known(dice.chance(50))
        backsUp = known(dice.chance(20))
        freeSpace = known(Int64(dice.below(8)) * 512_000_000)
        slowProcessor = known(dice.chance(10))
        littleMemory = known(dice.chance(10))
        narrowLine = known(dice.chance(10))
        slowUplink = known(dice.chance(10))
        usesBrowser = known(dice.chance(70))
        browser = known(dice.pick(Browser.allCases))
        browserVersion = known(Version(dice.pick(["6", "7.1", "8", "9", "11", "18", "79", "109.0.5414.120", "120", "147", "200"]))?.packed ?? 0)
        saysLatest = known(dice.chance(50))
        browserSupported = known(dice.chance(50))
    }

    private static func pick(_ pairs: [(Int, Edition)], _ dice: inout Dice, _ unknown: Int) -> (Int?, Edition?) {
        let (release, edition) = dice.pick(pairs)
        return (dice.chance(unknown) ? nil : release, dice.chance(unknown) ? nil : edition)
    }
}

/// Writes inquiries down as the engine wants them.
struct Frames {
    let plan: Plan

    private func place(_ name: String) -> Place<Fact> {
        guard let number = plan.facts.firstIndex(where: { $0.name == name }) else { fatalError("the rules have no fact \(name)") }
        return Place(number)
    }

    func frame(_ inquiry: Inquiry) -> FactFrame {
        var frame = FactFrame(plan, asOf: inquiry.asOf, time: 600)
        func set(_ name: String, _ value: Int64?) { if let value { frame[place(name)] = Reading(.known, value) } else { frame[place(name)] = .unknown } }
        func set(_ name: String, _ value: Int?) { set(name, value.map { Int64($0) }) }
        func set(_ name: String, _ value: Bool?) { set(name, value.map { $0 ? 1 : 0 } as Int?) }
        set("依頼.サービス", inquiry.service?.rawValue)
        set("依頼.作業", inquiry.work?.rawValue)
        set("判断.範囲外", inquiry.outOfScope)
        frame.set(place("障害.起因"), yes: UInt64(inquiry.causes.yes.rawValue), no: UInt64(inquiry.causes.no.rawValue))
        frame.set(place("障害.改造や作業の実施者"), yes: UInt64(inquiry.workers.yes.rawValue), no: UInt64(inquiry.workers.no.rawValue))
        set("障害.メーカー保証が不適用", inquiry.warrantyLost)
        set("移動.通知した", inquiry.moveNoticed)
        set("障害.設定変更の通知", inquiry.settingsNoticed)
        // The client services are about terminals, and other services do not ask.
        set("依頼.機器の種類", inquiry.service == .onsite ? inquiry.involvesTerminal : nil)
        set("端末.OS", inquiry.system?.rawValue)
        set("端末.リリース", inquiry.release)
        set("端末.エディション", inquiry.edition?.rawValue)
        set("端末.版", inquiry.version)
        set("端末.開発元サポート中", inquiry.systemSupported)
        set("端末.画面ロック", inquiry.screenLock)
        set("端末.VPNの接続", inquiry.connectsToVPN)
        set("VPN.種類", inquiry.isClientVPN.map { $0 ? 1 : 0 } as Int?)
        set("端末.データバックアップ", inquiry.backsUp)
        set("端末.空き容量", inquiry.freeSpace)
        set("端末.CPU不足", inquiry.slowProcessor)
        set("端末.メモリ不足", inquiry.littleMemory)
        set("端末.回線不適", inquiry.narrowLine)
        set("端末.上り不足", inquiry.slowUplink)
        set("ブラウザ.利用", inquiry.usesBrowser)
        set("ブラウザ.製品", inquiry.browser?.rawValue)
        set("ブラウザ.版", inquiry.browserVersion)
        set("ブラウザ.最新表示", inquiry.saysLatest)
        set("ブラウザ.開発元サポート中", inquiry.browserSupported)
        return frame
    }

    /// The other facts of the vocabulary, as an ordinary case has them, so that every rule of the contract can be judged.
    func complete(_ frame: FactFrame) -> FactFrame {
        var frame = frame
        for (number, fact) in plan.facts.enumerated() where fact.list == nil && frame[Place(number)].state == .unknown {
            switch fact.type {
            case .bool: frame[Place(number)] = Reading(.known, Self.usual.contains(fact.name) ? 1 : 0)
            case .enumeration: frame[Place(number)] = Reading(.known, 0)
            case .set(let of): frame.set(Place(number), yes: 0, no: ~0 >> UInt64(64 - plan.enumerations[of].cases.count))
            default: break
            }
        }
        return frame
    }

    private static let usual: Set<String> = ["依頼.日本国内", "依頼.機器が本サービス提供", "依頼.内容がマニュアルの範囲", "依頼.本サービスに関する内容", "依頼.立会いができる"]
}
