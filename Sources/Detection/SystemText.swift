import Diagnostics

extension Environment {
    /// What the output of `systeminfo`, `ver` or `winver`, or a build number, tells; nil where the text is none of these.
    ///
    /// Japanese and English Windows; lines may be cut or come in any order.
    package init?(systemText text: String) {
        let text = String(text.prefix(65_536))
        let name = Self.field(text, ["OS 名", "OS名", "OS Name"])
        guard let build = Self.build(text) else {
            guard let name else { return nil }
            self.init(system: Self.named(name))
            return
        }
        var doubts: [Wording] = []
        var product = name.map(Self.named) ?? Product()
        product.build = String(build.number) + (build.revision.map { ".\($0)" } ?? "")
        if let release = WindowsBuilds.releases[build.number] {
            let isServer = product.name?.contains("Server") == true
            if !isServer { product.release = release.release }
            if product.name == nil {
                if release.servers.isEmpty {
                    product.name = release.product
                } else {
                    product.alternatives = [release.product] + release.servers
                    doubts.append(Doubt.clientOrServer)
                }
            }
        } else {
            doubts.append(Doubt.unknownBuild(build.number))
        }
        self.init(system: product)
        self.doubts = doubts
    }

    /// The value of a field, whose name may be followed by blanks and a colon.
    private static func field(_ text: String, _ names: [String]) -> String? {
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { continue }
            if names.contains(line[..<colon].trimmingBlanks) { return line[line.index(after: colon)...].trimmingBlanks }
        }
        return nil
    }

    private static func build(_ text: String) -> (number: Int, revision: Int?)? {
        // Version 10.0.19045.3803, 10.0.19045 N/A Build 19045, OS Build 19045.3803, or the number alone.
        let full = text.firstMatch(of: /(?:^|[^0-9.])(?:5\.1|6\.[0-3]|10\.0)\.(?<build>[0-9]{4,5})(?:\.(?<revision>[0-9]{1,6}))?(?![0-9])/)
        if let full, let number = Int(full.output.build) { return (number, full.output.revision.flatMap { Int($0) }) }
        let named = text.firstMatch(of: /(?:(?i:build)|ビルド)[ \t:：]*(?<build>[0-9]{4,5})(?:\.(?<revision>[0-9]{1,6}))?(?![0-9])/)
        if let named, let number = Int(named.output.build) { return (number, named.output.revision.flatMap { Int($0) }) }
        let alone = text.trimmingBlanks.wholeMatch(of: /(?<build>[0-9]{4,5})(?:\.(?<revision>[0-9]{1,6}))?/)
        if let alone, let number = Int(alone.output.build) { return (number, alone.output.revision.flatMap { Int($0) }) }
        return nil
    }

    /// `Microsoft Windows 10 Pro` is a product and its edition.
    private static func named(_ name: String) -> Product {
        let bare = name.replacing("Microsoft", with: "").replacing("(R)", with: "").replacing("®", with: "").trimmingBlanks
        guard let match = bare.firstMatch(of: /^Windows (?:Server(?: [0-9]{4})?(?: R2)?|RT 8\.1|RT|XP|Vista|8\.1|[0-9]+)/) else { return Product(bare) }
        var product = Product(String(match.output))
        let rest = bare[match.range.upperBound...].trimmingBlanks
        product.edition = rest.isEmpty ? nil : rest
        return product
    }
}
