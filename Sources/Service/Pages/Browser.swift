import Diagnostics
import HTTPTypes
import Hummingbird

/// What a browser says of itself with a request.
struct Browser {
    let request: Request

    /// Whether the reverse proxy was called over TLS: cookies are then for TLS alone.
    var isSecure: Bool { request.headers[.forwardedProto] == "https" }

    /// The name of the session's cookie; over TLS one that no other host can set (RFC 6265bis, 4.1.3.2).
    var sessionCookie: String { isSecure ? "__Host-kiyaku_session" : "kiyaku_session" }

    /// The secret of the session, if there is one.
    var session: String? { request.cookies[sessionCookie]?.value }

    /// The name of the cookie by which what was sent without a session is found again.
    var heldCookie: String { isSecure ? "__Host-kiyaku_held" : "kiyaku_held" }

    /// The secret of what waits for its sender, if there is anything.
    var held: String? { request.cookies[heldCookie]?.value }

    /// By the cookie, else by what the browser prefers.
    var language: MessageLanguage {
        if let chosen = request.cookies["lang"].flatMap({ MessageLanguage(rawValue: $0.value) }) { return chosen }
        let wanted = request.headers[.acceptLanguage] ?? ""
        return wanted.lowercased().hasPrefix("en") ? .english : .japanese
    }

    /// Whether a form comes from a page of ours, as far as the browser tells.
    var isOwn: Bool {
        if let site = request.headers[.fetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin] else { return true }
        return origin.split(separator: "/").last.map(String.init) == request.head.authority
    }

    /// The address of a page for others: as the browser was called.
    func link(_ path: String) -> String? { request.head.authority.map { "\(isSecure ? "https" : "http")://\($0)\(path)" } }

    /// Sets a cookie until the browser is closed, or for so many seconds.
    func cookie(_ name: String, _ value: String, seconds: Int? = nil) -> Cookie {
        Cookie(name: name, value: value, maxAge: seconds, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}

extension Request {
    /// The address that the nearest proxy saw: the last of the list, since what stands before it may be made up.
    var forwardedFor: String? { headers[values: .forwardedFor].last?.split(separator: ",").last.map { String($0.filter { $0 != " " }.prefix(64)) } }
}

extension HTTPField.Name {
    static let forwardedFor = Self("X-Forwarded-For") ?? .server
    static let forwardedProto = Self("X-Forwarded-Proto") ?? .server
    static let fetchSite = Self("Sec-Fetch-Site") ?? .server
    static let origin = Self("Origin") ?? .server
}
