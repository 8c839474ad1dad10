import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What `make load` measures the service against: it decodes the facts, encodes an answer, and does nothing else.
///
/// The answers are those of the service, a line each, decoded once; which one belongs to a request stands in its header.
@main
struct BareHandler {
    static func main() async throws {
        let lines = try Data(contentsOf: URL(filePath: CommandLine.arguments.last ?? "")).split(separator: UInt8(ascii: "\n"))
        let answers = try lines.map { try JSONDecoder().decode(Answer.self, from: $0) }
        guard let header = HTTPField.Name("X-Case") else { return }
        let router = Router()
        router.post("/v1/decisions") { request, context -> Answer in
            _ = try await request.decode(as: Inquiry.self, context: context)
            guard let number = request.headers[header].flatMap({ Int($0) }), answers.indices.contains(number) else { throw HTTPError(.badRequest) }
            return answers[number]
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                // Out at once: the one who waits for it reads a file.
                FileHandle.standardOutput.write(Data("http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n".utf8))
            })
        try await application.runService()
    }
}
