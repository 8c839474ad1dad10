import ArgumentParser
import Diagnostics
import Foundation
import Records

/// Where answers are recorded.
struct DataOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("記録のフォルダ（既定: KIYAKU_DATA）", valueName: "DIR"))
    var data: String?

    /// The folder, where one is named.
    var files: RecordFiles? {
        let named = data ?? ProcessInfo.processInfo.environment["KIYAKU_DATA"]
        return named.flatMap { $0.isEmpty ? nil : RecordFiles(folder: $0) }
    }

    /// Opens a record that is there; where that fails says why and ends the command.
    func open(_ terminal: Terminal) throws -> RecordLog {
        guard let files else {
            terminal.fail(Wording("記録のフォルダを --data か KIYAKU_DATA で指定してください", "name the folder of the record with --data or KIYAKU_DATA"))
            throw ExitStatus.badInput.exit
        }
        guard files.isThere else {
            terminal.fail(Wording("「\(files.folder)」に記録はありません", "there is no record in `\(files.folder)`"))
            throw ExitStatus.badInput.exit
        }
        return try recording(terminal) { () throws(RecordFault) in try RecordLog(files) }
    }
}

/// Runs with faults of the record said; they end the command.
func recording<Value>(_ terminal: Terminal, _ body: () throws(RecordFault) -> Value) throws -> Value {
    do throws(RecordFault) {
        return try body()
    } catch {
        terminal.fail(error.text(terminal.language))
        throw ExitStatus(error).exit
    }
}

extension ExitStatus {
    /// 2 where the record cannot be used, 1 where it is not what was written.
    init(_ fault: RecordFault) {
        switch fault.code {
        case .recordKey, .unusableRecord: self = .badInput
        default: self = .failed
        }
    }
}

/// The person at the command line, as the record names who asked.
func personAtTheCommandLine() -> String { "cli:\(NSUserName())" }
