package import Detection
package import Diagnostics
package import Documents
import Foundation

/// uap-core's rules, as they are installed beside the program.
package enum UserAgentFile {
    /// Why there are none.
    package enum Fault: Error, Sendable {
        case missing
        case unreadable(path: String, DocumentError)
    }

    /// - Parameter path: nil for where the installation has them.
    package static func read(_ path: String? = nil) throws(Fault) -> UserAgentRules {
        let path = path ?? Installation.userAgentRules
        guard let bytes = FileManager.default.contents(atPath: path) else { throw .missing }
        do throws(DocumentError) {
            return try UserAgentRules([UInt8](bytes))
        } catch {
            throw .unreadable(path: path, error)
        }
    }
}

extension UserAgentFile.Fault {
    /// What is wrong and what to do.
    package var wording: Wording {
        switch self {
        case .missing:
            Wording(
                "ユーザーエージェントを読むには uap-core が要ります。apt-get install uap-core で入れるか、KIYAKU_UAP に regexes.yaml の場所を書いてください",
                "user agents are read with uap-core; install it with apt-get install uap-core, or name its regexes.yaml in KIYAKU_UAP")
        case .unreadable(let path, let error):
            Wording(
                "「\(path)」を uap-core の規則として読めません（\(error.position.line) 行目: \(error.japanese)）",
                "`\(path)` cannot be read as uap-core's rules (line \(error.position.line): \(error.english))")
        }
    }
}
