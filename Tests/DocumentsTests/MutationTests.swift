import Documents
import Testing

@Suite("Damaged documents")
struct MutationTests {
    static let json = """
        {"as_of":"2026-04-01","依頼":{"作業":"障害復旧","時間":1.5e+3,"例":"\\ud842\\udfb7\\n"},"障害":{"起因":["ウイルス感染",null,true]},
        "値":{"value":-0.25,"source":"電話","by":"甲","at":"2026-03-31T09:00:00+09:00","reason":"\\"確認\\""}}
        """
    static let yaml = """
        # 事案
        as_of: 2026-04-01
        依頼: {作業: "障害復旧", 時間: 1.5e+3, '例': [a, {b: c}]}
        障害:
          起因:
            - ウイルス感染
            - ~
            - key: |
                block [text
                  - more
              other: >-
                folded
                text
        注: 一行目
          二行目 & 三 * 四
        """

    @Test("Twenty thousand damaged copies are read or refused with a place inside, and none crashes")
    func damaged() {
        var random = Seeded(state: 20_260_401)
        var refused = [DocumentFormat: Int]()
        for format in DocumentFormat.allCases {
            let sample = Array((format == .json ? Self.json : Self.yaml).utf8)
            #expect(failure(sample, as: format) == nil)
            for _ in 0..<20_000 {
                let bytes = random.mutation(of: sample)
                guard let error = failure(bytes, as: format) else { continue }
                refused[format, default: 0] += 1
                let inside = error.position.offset >= 0 && error.position.offset <= bytes.count
                let counted = error.position.line >= 1 && error.position.column >= 1
                if !inside || !counted { Issue.record("\(error) for \(bytes)") }
            }
        }
        #expect(refused[.json, default: 0] > 10_000)
        #expect(refused[.yaml, default: 0] > 2_000)
    }

    @Test("What is read from a damaged copy is written and read again as the same")
    func roundTrip() throws {
        var random = Seeded(state: 7)
        var read = 0
        for format in DocumentFormat.allCases {
            let sample = Array((format == .json ? Self.json : Self.yaml).utf8)
            for _ in 0..<3_000 {
                guard let node = try? format.read(random.mutation(of: sample)) else { continue }
                read += 1
                let value = JSONValue(node)
                let again = JSONValue(try JSONReader.read(Array(value.text(pretty: read % 2 == 0).utf8)))
                if again != value { Issue.record("\(value.text()) became \(again.text())") }
            }
        }
        #expect(read > 500)
    }

    @Test("Noise of structural characters is refused or read in either notation")
    func noise() {
        var random = Seeded(state: 99)
        let marks = Array("{}[]:,\"'-?|>#%&*! \n\ta0".utf8)
        var read = 0
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                marks[Int.random(in: 0..<marks.count, using: &random)]
            }
            for format in DocumentFormat.allCases where failure(bytes, as: format) == nil { read += 1 }
            _ = try? CSVReader.read(bytes)
        }
        #expect(read > 20)
    }
}
