import HTTPTypes
import Hummingbird

/// The routes of the service, to tell a wrong method from a wrong place.
struct KnownRoutes: Sendable {
    private let routes: [(parts: [Substring], method: HTTPRequest.Method)]

    init(_ routes: [(method: String, path: String)]) {
        self.routes = routes.compactMap { route in HTTPRequest.Method(route.method).map { (route.path.split(separator: "/"), $0) } }
    }

    /// With which methods there is something at a path; none where there is nothing.
    func methods(at path: String) -> [HTTPRequest.Method] {
        let parts = path.split(separator: "/")
        var found: [HTTPRequest.Method] = []
        for route in routes where route.parts.count == parts.count && !found.contains(route.method) {
            if zip(route.parts, parts).allSatisfy({ Self.isParameter($0) || $0 == $1 }) { found.append(route.method) }
        }
        // What can be got can be asked for without its body (RFC 9110, 9.3.2).
        if found.contains(.get) { found.append(.head) }
        return found.sorted { $0.rawValue < $1.rawValue }
    }

    private static func isParameter(_ part: Substring) -> Bool { part.hasPrefix(":") || part.hasPrefix("{") }
}
