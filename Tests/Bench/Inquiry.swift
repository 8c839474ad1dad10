// The facts that 別紙2 and 第40条 look at, as a programmer would write them down for this one contract. `nil` is unknown.

enum Service: Int, CaseIterable {
    case hardware, installation, licence, operation, monitoring, helpDesk, survey, onsite, clientSetup, clientSupport, vpn, spare
}

enum Work: Int, CaseIterable {
    case restoration, repair, configuration, question, development, dataRecovery, visit, vpnSetup, wirelessSetup, other
}

enum System: Int, CaseIterable {
    case xp, vista, windows7, windows8, windows8_1, rt, rt8_1, windows10, windows11, server, macOS, iOS, iPadOS, android, chromeOS, linux, other

    var isSmart: Bool { self == .iOS || self == .iPadOS || self == .android }
    var hasReleases: Bool { self == .windows10 || self == .windows11 }
    var isListed: Bool {
        switch self {
        case .xp, .vista, .server, .macOS, .chromeOS, .linux, .other, .windows11: false
        default: true
        }
    }
}

enum Edition: Int, CaseIterable { case general, business, longTerm, longTermIoT }

enum Browser: Int, CaseIterable { case ie, edge, chrome, firefox, safari, other }

struct Causes: OptionSet {
    let rawValue: UInt32
    static let otherMedia = Causes(rawValue: 1 << 0)
    static let otherSupplies = Causes(rawValue: 1 << 1)
    static let environment = Causes(rawValue: 1 << 2)
    static let misuse = Causes(rawValue: 1 << 3)
    static let fire = Causes(rawValue: 1 << 4)
    static let flood = Causes(rawValue: 1 << 5)
    static let surge = Causes(rawValue: 1 << 6)
    static let lightning = Causes(rawValue: 1 << 7)
    static let transport = Causes(rawValue: 1 << 8)
    static let modification = Causes(rawValue: 1 << 9)
    static let workByOthers = Causes(rawValue: 1 << 10)
    static let move = Causes(rawValue: 1 << 11)
    static let settings = Causes(rawValue: 1 << 12)
    static let software = Causes(rawValue: 1 << 13)
    static let virus = Causes(rawValue: 1 << 14)
    static let intrusion = Causes(rawValue: 1 << 15)
    static let attack = Causes(rawValue: 1 << 16)
    static let disaster = Causes(rawValue: 1 << 17)
    static let war = Causes(rawValue: 1 << 18)
    static let strike = Causes(rawValue: 1 << 19)
    static let administration = Causes(rawValue: 1 << 20)
    static let accident = Causes(rawValue: 1 << 21)
    static let intent = Causes(rawValue: 1 << 22)
    static let negligence = Causes(rawValue: 1 << 23)
}

struct Workers: OptionSet {
    let rawValue: UInt8
    static let customer = Workers(rawValue: 1 << 0)
    static let thirdParty = Workers(rawValue: 1 << 5)
}

/// A set of which some members are known to be in, and some to be out.
struct KnownSet<Members: OptionSet> {
    var yes: Members = []
    var no: Members = []

    @inline(__always)
    func hasAny(_ members: Members) -> Bool? { !yes.isDisjoint(with: members) ? true : no.isSuperset(of: members) ? false : nil }
}

struct Inquiry {
    var asOf: Int64
    var service: Service?
    var work: Work?
    var outOfScope: Bool? = false
    var causes = KnownSet<Causes>()
    var workers = KnownSet<Workers>()
    var warrantyLost: Bool?
    var moveNoticed: Bool?
    var settingsNoticed: Bool?
    var involvesTerminal: Bool?
    var system: System?
    var release: Int?
    var edition: Edition?
    var version: Int64?
    var systemSupported: Bool?
    var screenLock: Bool?
    var connectsToVPN: Bool?
    var isClientVPN: Bool?
    var backsUp: Bool?
    /// Megabytes in millionths.
    var freeSpace: Int64?
    var slowProcessor: Bool?
    var littleMemory: Bool?
    var narrowLine: Bool?
    var slowUplink: Bool?
    var usesBrowser: Bool?
    var browser: Browser?
    var browserVersion: Int64?
    var saysLatest: Bool?
    var browserSupported: Bool?
}
