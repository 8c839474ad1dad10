import Digests
import Foundation
import Hummingbird
import NIOCore

/// What is known of a request while it is answered.
struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The moment of the request: the clock is read once for each.
    var moment = ServiceSettings.Moment(timestamp: "", today: nil)
    /// Who calls; nil before it is known.
    var caller: Caller?

    /// The session of a person in a browser; nil for programs.
    var session: Sessions.Session?

    /// By which the log, the record and the reply know the request.
    let requestID: String

    /// From where the request comes; behind a proxy of ours, what the proxy says.
    var address: String

    /// Whose address it is, as limits count it.
    var network: String { AddressKey.key(address) }

    init(source: Source) {
        address = source.channel.remoteAddress?.ipAddress ?? ""
        coreContext = .init(source: source)
        requestID = randomBytes(8).hexadecimal
    }

    /// A part of the path, decoded.
    func parameter(_ name: String) -> String? { parameters.get(name)?.removingPercentEncoding }

    /// The caller of a page that is not open to everyone.
    func signedIn() throws -> Caller {
        guard let caller else { throw Problem.entrance }
        return caller
    }

    /// The caller, if the right is theirs.
    func caller(_ right: AccessRole.Right) throws -> Caller {
        guard let caller else { throw Problem.signIn }
        guard caller.may(right) else { throw Problem.forbidden }
        return caller
    }
}
