import Digests
import Foundation

/// Whose an address is, as limits count it.
package enum AddressKey {
    /// An IPv4 address as it is, however it is written in IPv6; of an IPv6 address the network, since everyone has 2^64 addresses in one. What is
    /// no address stays as it is.
    package static func key(_ address: String) -> String {
        var six = in6_addr()
        guard unsafe inet_pton(AF_INET6, address, &six) == 1 else { return address }
        let bytes: [UInt8] = unsafe withUnsafeBytes(of: six) { unsafe Array($0) }
        let isFour = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10...11].allSatisfy { $0 == 0xFF }
        return isFour ? bytes.suffix(4).map(String.init).joined(separator: ".") : Array(bytes.prefix(8)).hexadecimal
    }
}
