import Diagnostics
import GRDB

/// What SQLite says, as faults of the record.
enum RecordAccess {
    /// Runs with the faults of SQLite told as those of the record.
    static func run<Value>(_ path: String, _ body: () throws -> Value) throws(RecordFault) -> Value {
        do {
            return try body()
        } catch let fault as RecordFault {
            throw fault
        } catch let error as DatabaseError {
            throw fault(error, path)
        } catch {
            throw .unusable(
                Wording("記録「\(path)」を使えません: \(error)", "the record `\(path)` cannot be used: \(error)"),
                help: Wording("ファイルと権限を確かめてください", "check the file and its permissions"))
        }
    }

    private static func fault(_ error: DatabaseError, _ path: String) -> RecordFault {
        let (what, help) = words(error.resultCode)
        let detail = error.message ?? "\(error.extendedResultCode)"
        return .unusable(
            Wording("記録「\(path)」\(what.japanese)（\(detail)）", "the record `\(path)` \(what.english) (\(detail))"), help: help)
    }

    private static func words(_ code: ResultCode) -> (Wording, Wording) {
        switch code {
        case .SQLITE_FULL:
            (
                Wording("に書く空きがありません", "has no space left"),
                Wording("ディスクを空けてください。それまで、判定は記録されず、答えも出しません", "make room on the disk; until then nothing is recorded and no answer is given")
            )
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            (Wording("に書けません", "cannot be written"), Wording("ディスクとファイルの権限を確かめてください", "check the permissions of the disk and the file"))
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            (Wording("を、ほかのプログラムが使い続けています", "is held by another program"), Wording("ほかのプログラムを終えて、もう一度試してください", "end the other program and try again"))
        case .SQLITE_CANTOPEN:
            (Wording("を開けません", "cannot be opened"), Wording("フォルダの名前と権限を確かめてください", "check the folder's name and its permissions"))
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            (Wording("が壊れています", "is corrupt"), Wording("控えから戻してください", "restore it from a backup"))
        default:
            (Wording("を使えません", "cannot be used"), Wording("ディスクとファイルを確かめてください", "check the disk and the file"))
        }
    }
}
