import Foundation

/// Where random tests begin: the same in every run, or what KIYAKU_SEED says, to look further.
enum Seeds {
    static let first = ProcessInfo.processInfo.environment["KIYAKU_SEED"].flatMap { UInt64($0) } ?? 0
}
