import Digests

/// A style sheet, a script or a picture that the pages use.
package struct PageAsset: Sendable {
    package let bytes: [UInt8]
    package let mediaType: String
    /// Where the pages find it; another content has another address, so that it may be kept for long.
    package let address: String
    /// The content's mark for `ETag`.
    package let version: String

    init(name: String, bytes: [UInt8]) {
        self.bytes = bytes
        version = String(sha256(bytes).hexadecimal.prefix(12))
        address = "/assets/\(name)?v=\(version)"
        mediaType =
            switch name.split(separator: ".").last {
            case "css": "text/css; charset=utf-8"
            case "js": "text/javascript; charset=utf-8"
            case "svg": "image/svg+xml"
            default: "application/octet-stream"
            }
    }
}
