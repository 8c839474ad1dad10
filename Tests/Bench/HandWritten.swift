// 別紙2 and 第40条 by hand, under the adopted readings: what the engine is measured against.

/// The rules that can speak, in the order of the contract.
enum Ground: Int, CaseIterable {
    case unlistedSystem, unlistedBrowser, noServicePack, oldIOS, oldAndroid, noScreenLock, processor, memory, disk, line
    case explorer, chrome, firefox, safari, endedSystem, endedBrowser, rt, smart, smartBackup
    case media, environment, misuse, fire, transport, modification, move, settings, software, virus, development, disaster, fault, accident, judgement

    /// The name of the rule.
    var name: String {
        switch self {
        case .unlistedSystem: "表にないOSの依頼"
        case .unlistedBrowser: "表にないブラウザの依頼"
        case .noServicePack: "SPのないWindows7の依頼"
        case .oldIOS: "表の版より前のiOSの依頼"
        case .oldAndroid: "表の版より前のAndroidの依頼"
        case .noScreenLock: "ロックのないAndroidのVPN"
        case .processor: "CPU不足の依頼"
        case .memory: "メモリ不足の依頼"
        case .disk: "空き容量不足の依頼"
        case .line: "回線不足の依頼"
        case .explorer: "表にないIEの依頼"
        case .chrome: "古いChromeの依頼"
        case .firefox: "古いFirefoxの依頼"
        case .safari: "表にないSafariの依頼"
        case .endedSystem: "終了OSの依頼"
        case .endedBrowser: "終了ブラウザの依頼"
        case .rt: "RTの依頼"
        case .smart: "スマートデバイスの依頼"
        case .smartBackup: "スマートデバイスのバックアップ"
        case .media: "指定外の媒体や消耗品"
        case .environment: "使用環境の外"
        case .misuse: "保証の効かない使用"
        case .fire: "火災や水害や異常電流"
        case .transport: "甲による輸送"
        case .modification: "乙やメーカー以外の者の作業"
        case .move: "無断の移動"
        case .settings: "無断の設定変更"
        case .software: "基本ソフト以外の導入"
        case .virus: "ウイルスや不正アクセス"
        case .development: "開発の支援"
        case .disaster: "天災や不測の事故"
        case .fault: "甲の故意や過失"
        case .accident: "火災などの事故"
        case .judgement: "範囲外との判断"
        }
    }
}

struct Answer {
    /// Rules that apply, and rules that may.
    private(set) var grounds: UInt64 = 0
    private(set) var open: UInt64 = 0

    private static let limited: UInt64 = 1 << UInt64(Ground.smart.rawValue)
    private static let excluded: UInt64 = ((1 << UInt64(Ground.media.rawValue)) - 1) & ~limited
    private static let outside: UInt64 = ~excluded & ~limited

    @inline(__always)
    mutating func add(_ ground: Ground, _ truth: Bool?) {
        if truth == true { grounds |= 1 << UInt64(ground.rawValue) }
        if truth == nil { open |= 1 << UInt64(ground.rawValue) }
    }

    /// The outcomes that are possible, best first: outside (0), excluded (1), limited (5), to be talked over (7).
    var outcomes: UInt64 {
        var possible: UInt64 = 0
        for (mask, outcome) in [(Self.outside, 0), (Self.excluded, 1), (Self.limited, 5)] as [(UInt64, UInt64)] {
            if grounds & mask != 0 { return possible | 1 << outcome }
            if open & mask != 0 { possible |= 1 << outcome }
        }
        return possible | 1 << 7
    }
}

@inline(__always)
func both(_ left: Bool?, _ right: @autoclosure () -> Bool?) -> Bool? {
    if left == false { return false }
    let right = right()
    if right == false { return false }
    return left == true && right == true ? true : nil
}

@inline(__always)
func either(_ left: Bool?, _ right: @autoclosure () -> Bool?) -> Bool? {
    if left == true { return true }
    let right = right()
    if right == true { return true }
    return left == false && right == false ? false : nil
}

@inline(__always)
func negated(_ truth: Bool?) -> Bool? { truth.map { !$0 } }

struct HandWritten {
    let data: SupportData

    func decide(_ inquiry: Inquiry) -> Answer {
        var answer = Answer()
        chapter7(inquiry, &answer)
        annex2(inquiry, &answer)
        return answer
    }

    // MARK: 第40条第1項

    @inline(__always)
    private func chapter7(_ inquiry: Inquiry, _ answer: inout Answer) {
        let repairs = either(
            inquiry.work.map { $0 == .repair }, both(inquiry.service.map { $0 == .onsite }, inquiry.work.map { $0 == .visit }))
        if repairs != false {
            let causes = inquiry.causes
            answer.add(.media, both(repairs, causes.hasAny([.otherMedia, .otherSupplies])))
            answer.add(.environment, both(repairs, causes.hasAny(.environment)))
            answer.add(.misuse, both(both(repairs, causes.hasAny(.misuse)), inquiry.warrantyLost))
            answer.add(.fire, both(repairs, causes.hasAny([.fire, .flood, .surge, .lightning])))
            answer.add(.transport, both(repairs, causes.hasAny(.transport)))
            answer.add(
                .modification,
                both(both(repairs, causes.hasAny([.modification, .workByOthers])), inquiry.workers.hasAny([.customer, .thirdParty])))
        }
        let restores = inquiry.work.map { $0 == .restoration }
        if restores != false {
            let causes = inquiry.causes
            answer.add(.move, both(both(restores, causes.hasAny(.move)), negated(inquiry.moveNoticed)))
            answer.add(.settings, both(both(restores, causes.hasAny(.settings)), negated(inquiry.settingsNoticed)))
            answer.add(.software, both(restores, causes.hasAny(.software)))
            answer.add(.virus, both(restores, causes.hasAny([.virus, .intrusion, .attack])))
            answer.add(.disaster, both(restores, causes.hasAny([.lightning, .disaster, .war, .strike, .administration, .accident])))
            answer.add(.fault, both(restores, causes.hasAny([.intent, .negligence, .misuse])))
            answer.add(.accident, both(restores, causes.hasAny([.fire, .flood, .surge])))
        }
        answer.add(.development, inquiry.work.map { $0 == .development })
        answer.add(.judgement, inquiry.outOfScope)
    }

    // MARK: 別紙2

    @inline(__always)
    private func annex2(_ inquiry: Inquiry, _ answer: inout Answer) {
        let asks: Bool? =
            switch inquiry.service {
            case .clientSetup, .clientSupport: true
            case .onsite: inquiry.involvesTerminal
            case nil: nil
            default: false
            }
        let system = inquiry.system
        let android = system.map { $0 == .android }
        answer.add(
            .noScreenLock,
            both(
                both(asksForVPN(inquiry, asks, android), android),
                both(inquiry.version.map { $0 >= data.version4 }, negated(inquiry.screenLock))))
        if asks == false { return }
        let smart = system.map(\.isSmart)
        // What is not asked of owners of smart devices does not apply to them.
        func unlessSmart(_ fact: Bool?) -> Bool? { fact ?? (smart == true ? false : nil) }
        let (slow, little) = (unlessSmart(inquiry.slowProcessor), unlessSmart(inquiry.littleMemory))
        let full = unlessSmart(inquiry.freeSpace.map { $0 < 1_024_000_000 })
        // 別紙2注4 takes the place of these three.
        let exempt = both(both(asks, smart), either(slow, either(little, full)))
        answer.add(.unlistedSystem, both(asks, system.map { !$0.isListed }))
        answer.add(.noServicePack, both(both(asks, system.map { $0 == .windows7 }), inquiry.release.map { $0 == 0 }))
        let apple = system.map { $0 == .iOS || $0 == .iPadOS }
        answer.add(.oldIOS, both(both(asks, apple), inquiry.version.map { $0 < data.version5 }))
        answer.add(.oldAndroid, both(both(asks, android), inquiry.version.map { $0 < data.version2_2 }))
        answer.add(.processor, both(both(asks, slow), negated(exempt)))
        answer.add(.memory, both(both(asks, little), negated(exempt)))
        answer.add(.disk, both(both(asks, full), negated(exempt)))
        answer.add(.line, both(asks, either(inquiry.narrowLine, inquiry.slowUplink)))
        answer.add(.rt, both(asks, system.map { $0 == .rt || $0 == .rt8_1 }))
        let limits = both(both(asks, smart), inquiry.work.map { $0 != .vpnSetup && $0 != .wirelessSetup })
        answer.add(.smart, limits == false ? false : both(limits, allConditionsApply(inquiry, smart)))
        answer.add(.smartBackup, both(both(asks, smart), inquiry.backsUp))
        answer.add(.endedSystem, both(asks, systemEnded(inquiry)))
        if inquiry.usesBrowser != false { browser(inquiry, both(asks, inquiry.usesBrowser), &answer) }
    }

    /// Whether a connection from the device to the VPN is what is asked for, whichever the service.
    @inline(__always)
    private func asksForVPN(_ inquiry: Inquiry, _ asks: Bool?, _ android: Bool?) -> Bool? {
        let isPut = both(
            both(android, inquiry.version.map { $0 >= data.version4 }), inquiry.work.map { $0 == .restoration || $0 == .question || $0 == .visit })
        let connects = inquiry.connectsToVPN ?? (isPut == false ? false : nil)
        let fromDevice = both(asks, either(inquiry.work.map { $0 == .vpnSetup }, connects))
        let byService = both(
            both(inquiry.service.map { $0 == .vpn }, inquiry.isClientVPN), inquiry.work.map { $0 == .restoration || $0 == .question })
        return either(fromDevice, byService)
    }

    @inline(__always)
    private func browser(_ inquiry: Inquiry, _ asks: Bool?, _ answer: inout Answer) {
        func uses(_ browser: Browser) -> Bool? { both(asks, inquiry.browser.map { $0 == browser }) }
        func version(_ test: (Int64) -> Bool) -> Bool? { inquiry.browserVersion.map(test) }
        answer.add(.unlistedBrowser, uses(.other))
        answer.add(.explorer, both(uses(.ie), version { $0 < data.version8 || $0 >= data.version12 }))
        answer.add(.safari, both(uses(.safari), version { $0 < data.version6 || $0 >= data.version9 }))
        answer.add(.chrome, both(uses(.chrome), isOld(inquiry, data.chrome)))
        answer.add(.firefox, both(uses(.firefox), isOld(inquiry, data.firefox)))
        answer.add(.endedBrowser, both(asks, browserEnded(inquiry)))
    }

    private func isOld(_ inquiry: Inquiry, _ releases: Releases) -> Bool? {
        if inquiry.asOf <= data.until {
            guard let latest = releases.latest(inquiry.asOf) else { return nil }
            return inquiry.browserVersion.map { $0 < latest }
        }
        guard let latest = releases.latest(data.until) else { return negated(inquiry.saysLatest) == true ? true : nil }
        return either(inquiry.browserVersion.map { $0 < latest }, negated(inquiry.saysLatest))
    }

    // MARK: 別紙2注3

    /// Whether every condition of the tables and the notes applies: true where each fact that one looks at is known, else open. An inquiry never
    /// says of a fact that it does not apply, and where its question is not put no condition looks at it.
    private func allConditionsApply(_ inquiry: Inquiry, _ smart: Bool?) -> Bool? {
        knowsSystem(inquiry, smart) && knowsBrowser(inquiry) ? true : nil
    }

    private func knowsSystem(_ inquiry: Inquiry, _ smart: Bool?) -> Bool {
        guard smart == false || inquiry.version != nil, smart == true || inquiry.freeSpace != nil,
            inquiry.edition != nil || inquiry.system.map({ !$0.hasReleases }) == true
        else { return false }
        return inquiry.systemSupported != nil || isSystemUnclear(inquiry) == false
    }

    private func knowsBrowser(_ inquiry: Inquiry) -> Bool {
        if inquiry.usesBrowser == false { return true }
        guard let browser = inquiry.browser else { return false }
        guard browser == .other || inquiry.browserVersion != nil else { return false }
        if browser == .chrome || browser == .firefox { return inquiry.asOf <= data.until || inquiry.saysLatest != nil }
        return inquiry.browserSupported != nil || isUnclear(browser, inquiry) == false
    }

    /// Whether data does not say if the system has ended.
    private func isSystemUnclear(_ inquiry: Inquiry) -> Bool? {
        guard let system = inquiry.system else { return nil }
        guard system.isSmart else { return false }
        guard let version = inquiry.version else { return nil }
        return (system == .android ? data.android(version) : data.apple(system, version)).flatMap { isUnclear($0, inquiry.asOf) }
    }

    private func isUnclear(_ browser: Browser, _ inquiry: Inquiry) -> Bool? {
        switch browser {
        case .chrome, .firefox, .other: return false
        case .safari: return inquiry.browserVersion.flatMap { data.safari($0) }.flatMap { isUnclear($0, inquiry.asOf) }
        case .edge:
            guard let version = inquiry.browserVersion, let system = inquiry.system else { return nil }
            return data.edge(isOld: version < data.version79, system).flatMap { isUnclear($0, inquiry.asOf) }
        case .ie:
            guard let version = inquiry.browserVersion, let system = inquiry.system else { return nil }
            return data.explorer(version, system).map { $0.state == .noData }
        }
    }

    private func isUnclear(_ support: Support, _ asOf: Int64) -> Bool? {
        switch support.state {
        case .ended, .followsSystem: false
        case .continues: support.checked.map { $0 < asOf }
        case .endedUnknown: support.checked.map { $0 >= asOf }
        case .noData: true
        }
    }

    // MARK: 別紙2注1

    private func systemEnded(_ inquiry: Inquiry) -> Bool? {
        guard let system = inquiry.system else { return nil }
        switch system {
        case .windows10, .windows11:
            guard let release = inquiry.release, let edition = inquiry.edition else { return nil }
            return data.windows(system, release, edition).map { $0 < inquiry.asOf }
        case .windows7:
            guard let release = inquiry.release else { return nil }
            return data.windows(system, release, .general).map { $0 < inquiry.asOf }
        case .xp, .vista, .windows8, .windows8_1, .rt, .rt8_1: return data.windows(system, 0, .general).map { $0 < inquiry.asOf }
        case .iOS, .iPadOS, .android:
            guard let version = inquiry.version else { return nil }
            guard let support = system == .android ? data.android(version) : data.apple(system, version) else { return nil }
            return hasEnded(support, inquiry.asOf, inquiry.systemSupported)
        default: return false
        }
    }

    private func browserEnded(_ inquiry: Inquiry) -> Bool? {
        if let browser = inquiry.browser { return hasEnded(browser, inquiry) }
        for browser in [Browser.ie, .edge, .safari] where hasEnded(browser, inquiry) != false { return nil }
        return false
    }

    private func hasEnded(_ browser: Browser, _ inquiry: Inquiry) -> Bool? {
        switch browser {
        case .chrome, .firefox, .other: return false
        case .safari:
            guard let version = inquiry.browserVersion, let support = data.safari(version) else { return nil }
            return hasEnded(support, inquiry.asOf, inquiry.browserSupported)
        case .edge:
            guard let version = inquiry.browserVersion, let system = inquiry.system else { return nil }
            guard let support = data.edge(isOld: version < data.version79, system) else { return nil }
            return hasEnded(support, inquiry.asOf, inquiry.browserSupported)
        case .ie:
            let longTerm = inquiry.system.flatMap { $0.hasReleases ? inquiry.edition.map { $0 == .longTerm || $0 == .longTermIoT } : false }
            guard let version = inquiry.browserVersion, let system = inquiry.system, let support = data.explorer(version, system) else {
                return longTerm == true && systemEnded(inquiry) == false && inquiry.browserSupported == true ? false : nil
            }
            switch support.state {
            case .ended:
                return either(both(negated(longTerm), support.end.map { $0 < inquiry.asOf }), both(longTerm, systemEnded(inquiry)))
            case .followsSystem: return systemEnded(inquiry)
            case .noData: return negated(inquiry.browserSupported)
            default: return false
            }
        }
    }

    /// Ended on a day that is known, or data is silent and someone has found that it ended.
    private func hasEnded(_ support: Support, _ asOf: Int64, _ found: Bool?) -> Bool? {
        switch support.state {
        case .ended: support.end.map { $0 < asOf }
        case .continues: both(support.checked.map { $0 < asOf }, negated(found))
        case .endedUnknown: either(support.checked.map { $0 < asOf }, both(support.checked.map { $0 >= asOf }, negated(found)))
        case .noData: negated(found)
        case .followsSystem: false
        }
    }
}
