import Detection
import Diagnostics
import Synchronization

/// Tells the environments of devices. The rules for user agents are read when the first one comes; where there are none they are looked for
/// again with the next.
final class EnvironmentController: Sendable {
    private let load: @Sendable () throws(ServiceFault) -> UserAgentRules
    private let detector = Mutex<EnvironmentDetector?>(nil)

    init(_ load: @escaping @Sendable () throws(ServiceFault) -> UserAgentRules) { self.load = load }

    /// - Throws: `ServiceFault` where the text is a user agent and there are no rules to read it.
    func detect(_ text: String, hints: ClientHints) throws -> EnvironmentDetector.Finding? {
        // What Windows says of itself needs no rules.
        var plain = EnvironmentDetector(nil)
        if let finding = plain.detect(text, hints: hints) { return finding }
        return try detector.withLock { detector in
            if detector == nil { detector = EnvironmentDetector(try load()) }
            return detector?.detect(text, hints: hints)
        }
    }
}
