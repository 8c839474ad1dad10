import Detection
import Foundation
import Kiyaku

/// `KiyakuBench agents FILE`: user agents per second, for Tests/Agents/compare.py.
enum UserAgentBench {
    static func main(_ file: String) throws {
        guard let bytes = FileManager.default.contents(atPath: Installation.userAgentRules) else { fatalError("uap-core is not installed") }
        var parser = UserAgentParser(try UserAgentRules([UInt8](bytes)))
        let agents = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for agent in agents.prefix(2_000) { _ = parser.parse(agent) }
        let clock = ContinuousClock()
        var found = 0
        let took = clock.measure { for agent in agents where parser.parse(agent).browser != nil { found += 1 } }
        print(Double(agents.count) / (took / .seconds(1)))
        if found == 0 { fatalError("nothing was found") }
    }
}
