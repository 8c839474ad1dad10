import Documents
import Hummingbird
import Kiyaku
import NIOCore
import Synchronization

/// The API's description of itself.
struct OpenAPIRoutes {
    let state: ServiceState

    func add(to router: Router<ServiceContext>) {
        let shelf = OpenAPIShelf()
        router.get("/openapi.json") { _, _ in
            let bytes = shelf.bytes(state.edition, program: state.settings.program)
            return Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: bytes))
        }
    }
}

/// The document of the edition that was asked for last: it is made once for each.
private final class OpenAPIShelf: Sendable {
    private let kept = Mutex<(digest: String, bytes: ByteBuffer)?>(nil)

    func bytes(_ edition: Edition, program: String) -> ByteBuffer {
        kept.withLock { kept in
            if let kept, kept.digest == edition.digest { return kept.bytes }
            let bytes = ByteBuffer(string: OpenAPIDocument(edition, program: program).json.text() + "\n")
            kept = (edition.digest, bytes)
            return bytes
        }
    }
}
