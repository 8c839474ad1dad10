/// The releases of Windows by build number.
///
/// Source: Microsoft, "Windows release information" and "Windows Server release information", as of 2026-08-22.
enum WindowsBuilds {
    struct Release: Hashable, Sendable {
        let product: String
        /// A version (22H2) or a service pack; nil where the product has only one.
        let release: String?
        /// The servers that have the same build.
        let servers: [String]

        init(_ product: String, _ release: String?, servers: [String] = []) {
            self.product = product
            self.release = release
            self.servers = servers
        }
    }

    static let releases: [Int: Release] = [
        2_600: Release("Windows XP", nil),
        6_002: Release("Windows Vista", "SP2", servers: ["Windows Server 2008"]),
        7_600: Release("Windows 7", "SPなし", servers: ["Windows Server 2008 R2"]),
        7_601: Release("Windows 7", "SP1", servers: ["Windows Server 2008 R2"]),
        9_200: Release("Windows 8", nil, servers: ["Windows Server 2012"]),
        9_600: Release("Windows 8.1", nil, servers: ["Windows Server 2012 R2"]),
        10_240: Release("Windows 10", "1507"),
        10_586: Release("Windows 10", "1511"),
        14_393: Release("Windows 10", "1607", servers: ["Windows Server 2016"]),
        15_063: Release("Windows 10", "1703"),
        16_299: Release("Windows 10", "1709"),
        17_134: Release("Windows 10", "1803"),
        17_763: Release("Windows 10", "1809", servers: ["Windows Server 2019"]),
        18_362: Release("Windows 10", "1903"),
        18_363: Release("Windows 10", "1909"),
        19_041: Release("Windows 10", "2004"),
        19_042: Release("Windows 10", "20H2"),
        19_043: Release("Windows 10", "21H1"),
        19_044: Release("Windows 10", "21H2"),
        19_045: Release("Windows 10", "22H2"),
        20_348: Release("Windows Server 2022", nil),
        22_000: Release("Windows 11", "21H2"),
        22_621: Release("Windows 11", "22H2"),
        22_631: Release("Windows 11", "23H2"),
        26_100: Release("Windows 11", "24H2", servers: ["Windows Server 2025"]),
        26_200: Release("Windows 11", "25H2"),
        26_300: Release("Windows 11", "26H2"),
        28_000: Release("Windows 11", "26H1"),
    ]

    /// What the platform version of client hints says (Microsoft, "Detect Windows 11 using User-Agent Client Hints"):
    /// the number before the first dot.
    static func product(platformVersion: String) -> (name: String?, alternatives: [String], releases: [String])? {
        guard let major = Int(platformVersion.prefix { $0 != "." }) else { return nil }
        switch major {
        case 0: return (nil, ["Windows 7", "Windows 8", "Windows 8.1"], [])
        case 1...8: return ("Windows 10", [], [["1507"], ["1511"], ["1607"], ["1703"], ["1709"], ["1803"], ["1809"], ["1903", "1909"]][major - 1])
        case 9..<13: return ("Windows 10", [], ["2004", "20H2", "21H1", "21H2", "22H2"])
        case 13...: return ("Windows 11", [], [])
        default: return nil
        }
    }
}
