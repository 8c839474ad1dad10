import Detection
import Testing

@Suite("What Windows says of itself")
struct SystemTextTests {
    @Test(
        "systeminfo in Japanese and in English, ver, winver and a build number are read",
        arguments: [
            ("OS 名:                  Microsoft Windows 10 Pro\nOS バージョン:          10.0.19045 N/A ビルド 19045", "Windows 10", "22H2", "Pro")
                as (String, String?, String?, String?),
            ("OS Name:                   Microsoft Windows 11 Home\r\nOS Version:                10.0.22631 N/A Build 22631\r\n", "Windows 11", "23H2", "Home"),
            ("Microsoft Windows [Version 10.0.18363.1556]", "Windows 10", "1909", nil),
            ("Microsoft Windows [Version 6.1.7601]\n(C) Copyright", nil, "SP1", nil),
            ("バージョン 21H2 (OS ビルド 22000.2538)", "Windows 11", "21H2", nil),
            ("Version 22H2 (OS Build 19045.3803)", "Windows 10", "22H2", nil),
            ("19044", "Windows 10", "21H2", nil),
            ("OS Name: Microsoft Windows Server 2019 Standard\nOS Version: 10.0.17763 N/A Build 17763", "Windows Server 2019", nil, "Standard"),
        ])
    func read(text: String, name: String?, release: String?, edition: String?) {
        let system = Environment(systemText: text)?.system
        #expect(system?.name == name)
        #expect(system?.release == release)
        #expect(system?.edition == edition)
    }

    @Test(
        "A build that client and server share names both",
        arguments: [("7601", "Windows 7"), ("14393", "Windows 10"), ("17763", "Windows 10"), ("26100", "Windows 11")])
    func shared(build: String, client: String) {
        let environment = Environment(systemText: build)
        #expect(environment?.system?.name == nil)
        #expect(environment?.system?.alternatives.first == client)
        #expect(environment?.system?.alternatives.count == 2)
        #expect(environment?.doubts.isEmpty == false)
    }

    @Test("A build that is not in the table is said so") func unknown() {
        let environment = Environment(systemText: "Microsoft Windows [Version 10.0.21999.1]")
        #expect(environment?.system?.name == nil)
        #expect(environment?.system?.build == "21999.1")
        #expect(environment?.doubts.count == 1)
    }

    @Test("Other text is none of these", arguments: ["", "Windows 10 です", "電話 03-1234", "12", "10.0", "build", "OS 名"])
    func other(text: String) { #expect(Environment(systemText: text) == nil) }
}
