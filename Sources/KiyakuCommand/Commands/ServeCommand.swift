import ArgumentParser
import Detection
import Diagnostics
import Digests
import Foundation
import Kiyaku
import Pages
import Records
import Service
import Values
import Vocabulary

/// `kiyaku serve`: answers over HTTP.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "判定を HTTP で答えます（docs/api.md）。",
        discussion: "SIGTERM・SIGINT で、受けた要求に答えてから終わります。SIGHUP で規則を読み直します。ログは標準エラーに一行一件の JSON で出します。")

    @OptionGroup var options: RulesOptions
    @OptionGroup var data: DataOption
    @OptionGroup var days: CalendarOption

    @Option(name: .long, help: ArgumentHelp("受ける所", valueName: "HOST"))
    var host = "127.0.0.1"

    @Option(name: .long, help: ArgumentHelp("ポート（0 なら空いている所）", valueName: "PORT"))
    var port = 8080

    @Option(name: .long, help: ArgumentHelp("本文を待つ秒数。遅い相手はそこで切る", valueName: "SECONDS"))
    var timeout = 30

    @Option(name: .long, help: ArgumentHelp("前に立つリバースプロキシのアドレス（X-Forwarded-For を信じる相手）。繰り返せる", valueName: "ADDRESS"))
    var proxy: [String] = []

    @Option(name: .long, help: ArgumentHelp("一つの合言葉が一分に送れる要求の数", valueName: "COUNT"))
    var rate = 60_000

    func validate() throws {
        if !(1...3600).contains(timeout) { throw ValidationError("--timeout は 1 から 3600 までです / --timeout is from 1 to 3600") }
        if !(1...100_000_000).contains(rate) { throw ValidationError("--rate は 1 から 100000000 までです / --rate is from 1 to 100000000") }
        if !(0...65535).contains(port) { throw ValidationError("--port は 0 から 65535 までです / --port is from 0 to 65535") }
    }

    func run() async throws {
        let terminal = Terminal(language: options.language)
        guard let files = data.files else {
            terminal.fail(Wording("記録のフォルダを --data か KIYAKU_DATA で指定してください", "name the folder of the record with --data or KIYAKU_DATA"))
            throw ExitStatus.badInput.exit
        }
        let (folder, calendar) = (options.rules, Installation.calendar(days.calendar))
        let edition = try edition(folder, calendar, terminal)
        let log = try recording(terminal) { () throws(RecordFault) in
            let log = try RecordLog(files)
            try log.check()
            return log
        }
        try makeFirstToken(files, terminal)
        try makeFirstPerson(files, terminal)
        let settings = ServiceSettings(
            host: host, port: port, program: programVersion, pages: try pages(terminal),
            limits: .init(seconds: timeout, callsPerMinute: rate, proxies: Set(proxy)),
            now: { ServiceSettings.Moment(timestamp: Clock.timestamp(), today: Clock.today()) },
            log: { terminal.fail($0) },
            load: { () throws(ServiceFault) in try Self.load(folder, calendar) }, userAgents: Self.userAgents)
        let service = try recording(terminal) { () throws(RecordFault) in
            let address = host.contains(":") ? "[\(host)]" : host
            return try KiyakuService(settings, edition, log) { terminal.prompt("http://\(address):\($0)\n") }
        }
        do {
            try await service.run()
        } catch {
            terminal.fail(
                Wording("\(host):\(port) で受けられません（\(error)）", "cannot listen on \(host):\(port) (\(error))"))
            throw ExitStatus.badInput.exit
        }
    }

    /// The rules at the start; where they have errors the command ends.
    private func edition(_ folder: String?, _ calendar: String?, _ terminal: Terminal) throws -> Edition {
        do throws(ServiceFault) {
            return try Self.load(folder, calendar)
        } catch {
            if !error.details.isEmpty { terminal.fail(error.details) }
            terminal.fail(error.message)
            throw ExitStatus.badRules.exit
        }
    }

    private static func load(_ folder: String?, _ calendar: String?) throws(ServiceFault) -> Edition {
        let files: RuleFiles
        do throws(RuleFilesError) {
            files = try RuleFiles.installed(folder, calendar: calendar)
        } catch {
            throw ServiceFault(error.wording)
        }
        let edition: Edition
        do throws(EditionError) {
            edition = try Edition(files, shelf: Installation.plans)
        } catch {
            let count = error.errors.count
            throw ServiceFault(Wording("規則に誤りがあります（\(count) 件）", "the rules have \(count) errors"), details: error.text(.japanese))
        }
        if let calendar, !edition.hasCalendar { throw ServiceFault(RuleFilesError(kind: .unusedCalendar, path: calendar).wording) }
        do throws(TermsFileError) {
            return edition.with(try ContractSupplements.read(files.folder, rules: folder, contract: edition.vocabulary.title.name))
        } catch {
            let place = "\(error.path):\(error.line): "
            throw ServiceFault(Wording(place + error.wording.japanese, place + error.wording.english))
        }
    }

    /// uap-core's rules.
    @Sendable private static func userAgents() throws(ServiceFault) -> UserAgentRules {
        do throws(UserAgentFile.Fault) { return try UserAgentFile.read() } catch { throw ServiceFault(error.wording) }
    }

    /// The pages; where they cannot be read the command ends.
    private func pages(_ terminal: Terminal) throws -> PageLibrary {
        do throws(PageFault) {
            return try PageLibrary(Installation.pages, templates: KiyakuService.contents.map(\.template))
        } catch {
            terminal.fail(error.message)
            terminal.fail(error.help)
            throw ExitStatus.badInput.exit
        }
    }

    /// Where nobody can sign in yet, the first person is made and the password said, once.
    private func makeFirstPerson(_ files: RecordFiles, _ terminal: Terminal) throws {
        let people = People(folder: files.folder)
        try accessing(terminal) { () throws(ServiceFault) in
            guard try people.isEmpty else { return }
            let password = randomBytes(9).hexadecimal
            try people.add("admin", roles: AccessRole.allCases.filter { $0 != .service }, password: password)
            terminal.prompt(
                options.word(
                    "画面の管理者 admin のパスワード（二度と表示しません）: \(password)\n", "the password of the administrator `admin` for the pages, not shown again: \(password)\n"))
        }
    }

    /// Where nobody has a token yet, the first one is made and said, once.
    private func makeFirstToken(_ files: RecordFiles, _ terminal: Terminal) throws {
        let tokens = AccessTokens(folder: files.folder)
        try accessing(terminal) { () throws(ServiceFault) in
            guard try tokens.isEmpty else { return }
            let secret = try tokens.add("admin", roles: AccessRole.allCases)
            terminal.prompt(
                options.word("管理の合言葉（二度と表示しません）: \(secret)\n", "the administrator's token, which is not shown again: \(secret)\n"))
        }
    }
}

/// Runs with faults of the service said; they end the command.
func accessing<Value>(_ terminal: Terminal, _ body: () throws(ServiceFault) -> Value) throws -> Value {
    do throws(ServiceFault) {
        return try body()
    } catch {
        terminal.fail(error.message)
        throw ExitStatus.badInput.exit
    }
}
