import Digests
import Testing

@Suite("Sealing")
struct SealingTests {
    private let key = SecretKey(bytes: Array(0..<32))

    @Test("What is sealed opens with the same key at the same place", arguments: [0, 1, 1000])
    func opens(count: Int) throws {
        let key = try #require(key)
        let bytes = randomBytes(count)
        let sealed = key.seal(bytes, at: "1.facts")
        #expect(sealed.count == count + 40)
        #expect(key.open(sealed, at: "1.facts") == bytes)
        #expect(key.seal(bytes, at: "1.facts") != sealed)
    }

    @Test("It opens with no other key, at no other place, and not when a bit of it has changed")
    func closed() throws {
        let (key, other) = (try #require(key), try #require(SecretKey.random()))
        let sealed = key.seal(Array("見本".utf8), at: "1.facts")
        #expect(other.open(sealed, at: "1.facts") == nil)
        #expect(key.open(sealed, at: "2.facts") == nil)
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(key.open(changed, at: "1.facts") == nil)
        }
        for count in 0..<sealed.count { #expect(key.open(Array(sealed.prefix(count)), at: "1.facts") == nil) }
    }

    @Test("A tag is authentic for its bytes and its key alone")
    func tags() throws {
        let (key, other) = (try #require(key), try #require(SecretKey.random()))
        let tag = key.authenticate([1, 2, 3])
        #expect(key.isAuthentic(tag, for: [1, 2, 3]))
        #expect(!key.isAuthentic(tag, for: [1, 2]))
        #expect(!other.isAuthentic(tag, for: [1, 2, 3]))
        #expect(!key.isAuthentic([], for: [1, 2, 3]))
        #expect(SecretKey(bytes: [1]) == nil)
    }
}
