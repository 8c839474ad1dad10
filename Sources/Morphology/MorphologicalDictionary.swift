import CMeCab
package import Digests
import Foundation
import Synchronization

/// MeCab with a dictionary in IPADIC's form. Threads may share it; each has an analyzer of its own.
@safe package final class MorphologicalDictionary: @unchecked Sendable {
    /// Where Debian's mecab-ipadic-utf8 puts it.
    package static let usualPlace = "/var/lib/mecab/dic/ipadic-utf8"
    /// What the dictionary consists of; all of it decides how a text is read.
    private static let files = ["char.bin", "dicrc", "matrix.bin", "sys.dic", "unk.dic"]

    /// The folder that it was read from.
    package let place: String
    /// MeCab's model: written by `init` only, and made to be shared.
    let model: OpaquePointer
    private let computed = Mutex<Digest?>(nil)

    /// Opens a dictionary. Neither the user's settings nor the system's are read, so that a text reads the same everywhere.
    ///
    /// - Throws: `.noDictionary`, `.unusable`, `.otherEncoding`.
    package init(at place: String = usualPlace) throws(MorphologyError) {
        guard Self.files.allSatisfy({ unsafe access("\(place)/\($0)", R_OK) == 0 }) else { throw .noDictionary([place]) }
        let opened = unsafe withArguments(["kiyaku", "-r", "/dev/null", "-d", place]) { count, words in unsafe mecab_model_new(count, words) }
        guard let model = unsafe opened else { throw .unusable(place, reason: lastError()) }
        guard let information = unsafe mecab_model_dictionary_info(model), let encoding = unsafe information.pointee.charset else {
            unsafe mecab_model_destroy(model)
            throw .unusable(place, reason: "no encoding")
        }
        let name = unsafe String(cString: encoding)
        guard ["UTF-8", "UTF8"].contains(name.uppercased()) else {
            unsafe mecab_model_destroy(model)
            throw .otherEncoding(place, name)
        }
        self.place = place
        unsafe self.model = model
    }

    deinit { unsafe mecab_model_destroy(model) }

    /// The SHA-256 digest of its files, each with its name and length before it; nil where one cannot be read any more.
    ///
    /// Computed when first asked for: about a quarter of a second for IPADIC.
    package var digest: Digest? {
        computed.withLock { known in
            if let known { return known }
            known = Self.digest(of: Self.files, in: place)
            return known
        }
    }

    private static func digest(of files: [String], in place: String) -> Digest? {
        var hasher = SHA256Hasher()
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        for name in files {
            guard let file = unsafe fopen("\(place)/\(name)", "rb") else { return nil }
            defer { _ = unsafe fclose(file) }
            guard unsafe fseek(file, 0, SEEK_END) == 0 else { return nil }
            hasher.update("\(name) \(unsafe ftell(file))\n")
            unsafe rewind(file)
            while true {
                let count = unsafe fread(&piece, 1, piece.count, file)
                if count == 0 { break }
                hasher.update(count == piece.count ? piece : Array(piece[..<count]))
            }
            guard unsafe ferror(file) == 0 else { return nil }
        }
        return hasher.finalize()
    }
}

/// MeCab's reason for its last failure to open a dictionary.
private func lastError() -> String {
    guard let reason = unsafe mecab_strerror(nil) else { return "no reason given" }
    return unsafe String(cString: reason)
}

/// Calls C with the words of a command line.
private func withArguments<Result>(_ words: [String], _ body: (Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Result) -> Result {
    var copies = unsafe words.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe copies.withUnsafeMutableBufferPointer { unsafe body(Int32($0.count), $0.baseAddress) }
}
