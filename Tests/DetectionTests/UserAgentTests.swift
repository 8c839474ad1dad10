import Detection
import Testing

@Suite("User agents")
struct UserAgentTests {
    static let rules = """
        user_agent_parsers:
          - regex: '(Namoroka|Minefield)/(\\d+)\\.(\\d+)\\.(\\d+(?:pre|))'
            family_replacement: 'Firefox ($1)'
          - regex: '[Bb]rowser(?i:X)?/(\\d+)'
            family_replacement: 'Browser'
            v1_replacement: '7'
          - regex: '(Plain) (\\d+)\\.(\\d+)'
        os_parsers:
          - regex: 'Win(95|98|3.1|NT|ME|2000)'
            os_replacement: 'Windows $1'
          - regex: '(Tiny|Huge)OS(?: (\\d+))?'
        device_parsers:
          - regex: '; *(PEDI)_(PLUS)_(W) Build'
            device_replacement: 'Odys $1 $2 $3'
            brand_replacement: 'Odys'
            model_replacement: '$1 $2 $3'
          - regex: 'gadget-([a-z]+)'
            regex_flag: 'i'
            device_replacement: 'Gadget $1'
            model_replacement: ' $1 '
        """

    static func parse(_ text: String) throws -> UserAgent {
        var parser = UserAgentParser(try UserAgentRules(Array(rules.utf8)))
        return parser.parse(text)
    }

    @Test(
        "The first rule that matches says the family and the version",
        arguments: [
            ("Gecko/20100727 Minefield/4.0.1pre", "Firefox (Minefield)", ["4", "0", "1pre"]),
            ("Gecko/20100727 Minefield/4.0.1", "Firefox (Minefield)", ["4", "0", "1"]),
            ("x Plain 3.2", "Plain", ["3", "2"]), ("browser/12", "Browser", ["7"]), ("BrowserX/12", "Browser", ["7"]),
        ])
    func browser(text: String, family: String, version: [String]) throws {
        let product = try Self.parse(text).browser
        #expect(product?.family == family && product?.version == version)
    }

    @Test("Systems and devices have groups put into their replacements")
    func replacements() throws {
        let windows = try Self.parse("Mozilla/5.0 (Windows; U; Win95; en-US)").system
        #expect(windows?.family == "Windows 95" && windows?.version == [])
        let huge = try Self.parse("HugeOS 3").system
        #expect(huge?.family == "Huge" && huge?.version == ["3"])
        let device = try Self.parse("(Linux; PEDI_PLUS_W Build/JDQ39)").device
        #expect(device?.family == "Odys PEDI PLUS W" && device?.brand == "Odys" && device?.model == "PEDI PLUS W")
        let gadget = try Self.parse("GADGET-abc").device
        #expect(gadget?.family == "Gadget abc" && gadget?.brand == nil && gadget?.model == "abc")
    }

    @Test("Where no rule matches nothing is said", arguments: ["", "x", "日本語", "plain 3.2", String(repeating: "Win", count: 10_000)])
    func nothing(text: String) throws {
        let agent = try Self.parse(text)
        #expect(agent.browser == nil && agent.system == nil && agent.device == nil)
    }

    @Test("Letters beyond ASCII do not hide a match") func unicode() throws {
        #expect(try Self.parse("（日本語）Plain 3.2").browser?.family == "Plain")
        #expect(try Self.parse("Plain ٣.2").browser?.version == ["٣", "2"])
    }

    @Test("A file of another form is refused", arguments: ["", "a: 1", "user_agent_parsers: [{regexp: x}]\nos_parsers: []\ndevice_parsers: []"])
    func refused(file: String) { #expect(throws: (any Error).self) { try UserAgentRules(Array(file.utf8)) } }
}
