package import Plans

/// A plan as bytes, so that rules which have not changed need not be compiled anew.
///
/// The layout is that of this program: who keeps such files keeps them under the digest of the rules and the identity of the program that
/// wrote them, and under a checksum, and compiles anew where one of these differs.
package enum PlanFile {
    package static func bytes(_ plan: Plan) -> [UInt8] {
        var file = ByteWriter()
        plan.write(to: &file)
        return file.bytes
    }

    /// - Throws: `PlanFileError` where the bytes are none that `bytes` gave.
    package static func plan(_ bytes: [UInt8]) throws(PlanFileError) -> Plan {
        var file = ByteReader(bytes)
        let plan = try Plan(from: &file)
        guard file.isAtEnd else { throw PlanFileError.malformed }
        return plan
    }
}

/// Why bytes are no plan.
package enum PlanFileError: Error, Sendable {
    /// They end too early or too late, or have a code that stands for nothing.
    case malformed
    /// What they say is no plan that can be run.
    case unsound(PlanFault)
}
