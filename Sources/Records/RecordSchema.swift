import GRDB

/// The tables. Triggers keep an honest program from changing what is written; the chain shows what a dishonest one did.
enum RecordSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: entries, their parts, the head") { database in
            try database.execute(
                sql: """
                    CREATE TABLE entry (
                      number INTEGER PRIMARY KEY CHECK (number > 0),
                      body TEXT NOT NULL CHECK (json_valid(body)),
                      hash BLOB NOT NULL CHECK (length(hash) = 32),
                      kind TEXT GENERATED ALWAYS AS (json_extract(body, '$.kind')) VIRTUAL,
                      at TEXT GENERATED ALWAYS AS (json_extract(body, '$.at')) VIRTUAL,
                      erases INTEGER GENERATED ALWAYS AS (json_extract(body, '$.erases')) VIRTUAL
                    );
                    CREATE INDEX entry_at ON entry (at);
                    CREATE UNIQUE INDEX entry_erases ON entry (erases) WHERE erases IS NOT NULL;
                    CREATE TABLE part (
                      number INTEGER NOT NULL REFERENCES entry (number),
                      name TEXT NOT NULL CHECK (name IN ('facts', 'decision')),
                      sealed BLOB NOT NULL,
                      PRIMARY KEY (number, name)
                    );
                    CREATE TABLE head (
                      place INTEGER PRIMARY KEY CHECK (place = 0),
                      number INTEGER NOT NULL,
                      hash BLOB NOT NULL CHECK (length(hash) = 32),
                      mark BLOB NOT NULL
                    );
                    CREATE TRIGGER entry_in_order BEFORE INSERT ON entry
                      WHEN NEW.number <> 1 + coalesce((SELECT max(number) FROM entry), 0)
                      BEGIN SELECT raise(ABORT, 'entries are added at the end only'); END;
                    CREATE TRIGGER entry_not_updated BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'entries are never changed'); END;
                    CREATE TRIGGER entry_not_deleted BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'entries are never deleted'); END;
                    CREATE TRIGGER part_not_updated BEFORE UPDATE ON part BEGIN SELECT raise(ABORT, 'parts are never changed'); END;
                    CREATE TRIGGER part_erased BEFORE DELETE ON part
                      WHEN OLD.name <> 'facts' OR NOT EXISTS (SELECT 1 FROM entry WHERE erases = OLD.number)
                      BEGIN SELECT raise(ABORT, 'only facts are erased, and only after an entry that says so'); END;
                    CREATE TRIGGER head_not_deleted BEFORE DELETE ON head BEGIN SELECT raise(ABORT, 'the head stays'); END;
                    """)
        }
        return migrator
    }
}
