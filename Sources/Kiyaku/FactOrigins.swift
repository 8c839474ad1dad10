import Facts
import Values
package import Vocabulary

extension [GivenValue] {
    /// Where facts come from, in words, as far as that was recorded.
    package var origins: [Place<Fact>: String] {
        var origins: [Place<Fact>: String] = [:]
        for value in self where !value.provenance.isEmpty {
            let provenance = value.provenance
            origins[value.fact] = [provenance.source, provenance.by, provenance.at?.description, provenance.reason].compactMap { $0 }.joined(separator: " ")
        }
        return origins
    }
}
