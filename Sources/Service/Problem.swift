import Diagnostics
import Documents
import Facts
import Hummingbird
import HTTPTypes
import NIOCore
import Records

/// What is wrong with a request, as RFC 9457 says it.
struct Problem: Error, HTTPResponseError {
    let status: HTTPResponse.Status
    /// A diagnostic's code; nil where the status says it all.
    var code: DiagnosticCode?
    let title: Wording
    var help: Wording?
    var faults: [FactFault] = []
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ title: Wording, help: Wording? = nil, headers: HTTPFields = [:]) {
        (self.status, self.title, self.help, self.headers) = (status, title, help, headers)
    }

    /// A document with faults.
    init(_ faults: [FactFault]) {
        self.init(.unprocessableContent, Wording("事実の文書に誤りがあります", "there are faults in the document of facts"))
        self.faults = faults
        code = faults.first?.code
    }

    /// A document that cannot be read.
    init(_ error: DocumentError) {
        let fault = FactFault.unreadable(error)
        self.init(.badRequest, fault.message, help: fault.help)
        faults = [fault]
        code = fault.code
    }

    /// A record that cannot be used, or has no such entry.
    init(_ fault: RecordFault) {
        let isUnknown = fault == .unknown(fault.number ?? 0)
        self.init(isUnknown ? .notFound : .serviceUnavailable, fault.message, help: fault.help)
        code = isUnknown ? nil : fault.code
    }

    static let unknown = Problem(.notFound, Wording("その場所には何もありません", "there is nothing here"))
    static let signIn = Problem(
        .unauthorized, Wording("合言葉（トークン）がないか、違います", "the token is missing or unknown"),
        help: Wording("Authorization: Bearer に続けて合言葉を書いてください", "send the token after Authorization: Bearer"),
        headers: [.wwwAuthenticate: "Bearer"])
    static let forbidden = Problem(.forbidden, Wording("この合言葉の役割では使えません", "the roles of this token do not allow it"))
    static let tooLarge = Problem(.contentTooLarge, Wording("本文が大きすぎます", "the body is too large"), help: Wording("分けて送ってください", "send it in parts"))
    static let tooManyMarks = Problem(
        .badRequest, Wording("結合文字（濁点やアクセントの記号）が続きすぎています", "too many combining marks follow one another"),
        help: Wording("\(StreamSafeText.most) 個までにしてください", "write at most \(StreamSafeText.most)"))
    static let tooSlow = Problem(
        .requestTimeout, Wording("本文が時間内に届きませんでした", "the body did not come in time"), headers: [.connection: "close"])
    static let notJSON = Problem(
        .unsupportedMediaType, Wording("本文は JSON で送ってください", "the body must be JSON"),
        help: Wording("Content-Type: application/json を付けてください", "send Content-Type: application/json"))
    /// - Parameter methods: those that there are.
    static func wrongMethod(_ methods: [HTTPRequest.Method]) -> Problem {
        let names = methods.map(\.rawValue).joined(separator: ", ")
        return Problem(
            .methodNotAllowed, Wording("この場所では、そのメソッドは使えません", "that method is not for this place"),
            help: Wording("使えるのは \(names) です", "use \(names)"), headers: [.allow: names])
    }
    static let notForm = Problem(.unsupportedMediaType, Wording("画面のフォームから送ってください", "send it from the form of the page"))
    static let brokenForm = Problem(
        .badRequest, Wording("送られたフォームを読めません", "the form cannot be read"),
        help: Wording("画面を開き直して、もう一度送ってください", "open the page again and send it once more"))
    static let noFile = Problem(.badRequest, Wording("ファイルがありません", "there is no file"), help: Wording("ファイルを選んでから送ってください", "choose a file and send it"))
    static let noFleet = Problem(
        .notFound, Wording("この台帳はここにありません", "this file is not here"),
        help: Wording(
            "結果は 24 時間、新しい 8 件までを、送った人だけに示します。判定は記録にあります",
            "results are shown for 24 hours, the newest 8, to who sent them; the answers are on record"))
    static let busy = Problem(
        .conflict, Wording("別の台帳を判定しています", "another file is being judged"),
        help: Wording(
            "申込チェックの「最近の台帳」で、終わるのを待つか止めてから送ってください",
            "wait for it under recent files on the applications page, or stop it, and send again"))
    static let foreignForm = Problem(
        .forbidden, Wording("この画面からの送信だと確かめられません", "it is not certain that this page sent it"),
        help: Wording("画面を開き直して、もう一度送ってください", "open the page again and send it once more"))
    /// - Parameter cookie: by which the browser finds again what it sent.
    static func heldForm(_ cookie: Cookie) -> Problem {
        Problem(
            .forbidden, foreignForm.title,
            help: Wording(
                "送った内容は \(HeldForms.minutes) 分残します。送った人がこの画面を開き直すと、そこから続けられます",
                "what was sent is kept for \(HeldForms.minutes) minutes: who sent it opens the page again and goes on from there"),
            headers: [.setCookie: cookie.description])
    }
    static let notDay = Problem(
        .badRequest, Wording("日付を読めません", "the day cannot be read"), help: Wording("2026-11-24 のように書いてください", "write it like 2026-11-24"))
    static let entrance = Problem(.unauthorized, Wording("サインインしてください", "sign in first"))

    /// - Parameter seconds: when to come again.
    static func tooMany(_ seconds: Int) -> Problem {
        Problem(
            .tooManyRequests, Wording("要求が多すぎます", "there are too many requests"),
            help: Wording("\(seconds) 秒たってから、もう一度送ってください", "try again in \(seconds) seconds"), headers: [.retryAfter: "\(seconds)"])
    }
    static let broken = Problem(.internalServerError, Wording("内部の誤りです", "internal error"))

    /// The document.
    func json(_ instance: String?) -> JSONValue {
        let type = code.map { "urn:kiyaku:diagnostic:\($0.rawValue)" } ?? "about:blank"
        var members: [(String, JSONValue)] = [
            ("type", .string(type)), ("title", .string(title.japanese)), ("title_en", .string(title.english)), ("status", .integer(Int64(status.code))),
        ]
        if let help { members += [("detail", .string(help.japanese)), ("detail_en", .string(help.english))] }
        if let instance { members.append(("instance", .string(instance))) }
        if let code { members.append(("code", .string(code.rawValue))) }
        if !faults.isEmpty { members.append(("errors", .array(faults.map(\.json)))) }
        return .object(members)
    }

    func response(from request: Request, context: some RequestContext) -> Response { response((context as? ServiceContext)?.requestID ?? "") }

    /// - Parameter request: the id of the request, by which the log knows it.
    func response(_ request: String) -> Response {
        var response = Response(status: status, json: json("urn:kiyaku:request:\(request)"), type: "application/problem+json")
        response.headers.append(contentsOf: headers)
        return response
    }
}

extension FactFault {
    /// The fault for programs.
    fileprivate var json: JSONValue {
        .object([
            ("code", .string(code.rawValue)), ("path", .string(path)), ("line", .integer(Int64(position.line))), ("column", .integer(Int64(position.column))),
            ("message", .string(message.japanese)), ("message_en", .string(message.english)), ("help", .string(help.japanese)),
            ("help_en", .string(help.english)), ("suggestion", suggestion.map { .string($0) } ?? .null),
        ])
    }
}

extension Response {
    /// A JSON document on one line.
    init(status: HTTPResponse.Status = .ok, json: JSONValue, type: String = "application/json") {
        self.init(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: json.text() + "\n")))
    }
}
