import { closeSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { messageOf } from '../../../shared/app-error'
import { isMissing } from '../../disk/calls/codes'

/** Increased with every change to the tables or their contents: an older index is rebuilt. */
const version = 16

// One row per post. What the list shows is separate from what few queries need, so that a warm start reads little.
const tables = `
  CREATE TABLE posts (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    modified REAL NOT NULL,
    revision TEXT NOT NULL,
    sort REAL NOT NULL,
    listed TEXT NOT NULL,
    facts TEXT,
    headings TEXT NOT NULL,
    refs TEXT NOT NULL
  ) STRICT;
  CREATE TABLE links (name TEXT NOT NULL, post INTEGER NOT NULL, PRIMARY KEY (name, post)) STRICT, WITHOUT ROWID;
  CREATE INDEX links_of_post ON links (post);
  CREATE INDEX posts_by_sort ON posts (sort DESC);
  CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5(
    title, body, content='', contentless_delete=1, tokenize='ascii'
  );
  INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
  INSERT INTO words (words, rank) VALUES ('automerge', 0);
  INSERT INTO words (words, rank) VALUES ('rank', 'bm25(8.0, 1.0)');
`

// Losing an incomplete index costs nothing, so it is written without journal or sync.
const building = 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;'
const keeping = 'PRAGMA synchronous = NORMAL; PRAGMA journal_mode = WAL;'

export interface LibraryDatabase {
  readonly db: DatabaseSync
  /** True if the index existed and can be shown at once. */
  readonly warm: boolean
  /** Why the index on the disk was not used, for the log; usually null. */
  readonly note: string | null
}

/**
 * Opens the index of a folder. It only repeats what is in the posts, so nothing here is an error: a damaged or older
 * index is rebuilt, and so is one that was `madeFor` a site with another layout, whose addresses differ. If another
 * instance has it open, this one works with a private copy.
 */
export const openLibraryDatabase = (file: string, madeFor: string): LibraryDatabase => {
  try {
    mkdirSync(dirname(file), { recursive: true })
    if (isCutShort(file)) return rebuilt(file, madeFor, 'The index was cut short')
    return opened(file, madeFor)
  } catch (error) {
    if (isLocked(error)) return privateCopy('Another instance uses the index')
    return rebuilt(file, madeFor, messageOf(error))
  }
}

/** Marks the index as complete: it survives a crash, and the next start shows it at once. */
export const keepDatabase = (db: DatabaseSync): void => {
  // Merge words from now on; while the index was being filled, merging only took time.
  db.exec("INSERT INTO words (words, rank) VALUES ('automerge', 4)")
  db.exec(`PRAGMA synchronous = FULL; PRAGMA user_version = ${version};`)
  db.exec(keeping)
}

/** Whether an error means that the index is damaged and must be rebuilt. */
export const isDamage = (error: unknown): boolean => [11, 13, 10, 26].includes(sqliteCode(error))

/** Deletes the index, so that the next opening rebuilds it. */
export const removeLibraryDatabase = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
}

const opened = (file: string, madeFor: string, note: string | null = null): LibraryDatabase => {
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    // Exclusive: a second instance notices at once, and no shared-memory file is needed.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;')
    db.exec('BEGIN IMMEDIATE; COMMIT;')
    const isEmpty = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n === 0
    const warm = db.prepare('PRAGMA user_version').get()?.user_version === version
    if (warm) {
      db.exec(keeping)
      db.prepare('SELECT count(*) FROM posts').get()
      if (db.prepare("SELECT value FROM notes WHERE key = 'site'").get()?.value !== madeFor) {
        db.close()
        return rebuilt(file, madeFor, 'The index was made for other settings of the site')
      }
    } else if (isEmpty) {
      db.exec(building + tables)
      db.prepare("INSERT INTO notes (key, value) VALUES ('site', ?)").run(madeFor)
    } else {
      db.close()
      return rebuilt(file, madeFor, 'The index was not complete, or of another version')
    }
    return { db, warm, note }
  } catch (error) {
    if (db.isOpen) db.close()
    throw error
  }
}

const rebuilt = (file: string, madeFor: string, note: string): LibraryDatabase => {
  try {
    removeLibraryDatabase(file)
    return opened(file, madeFor, note)
  } catch (error) {
    return privateCopy(`${note}; ${messageOf(error)}`)
  }
}

/** With an empty name, SQLite uses a temporary file that disappears with the process. */
const privateCopy = (note: string): LibraryDatabase => {
  const db = new DatabaseSync('')
  db.exec(building + tables)
  return { db, warm: false, note }
}

/** SQLite itself notices only when it reaches the missing pages, in the middle of a query. */
const isCutShort = (file: string): boolean => {
  try {
    const { size } = statSync(file)
    if (size === 0) return false
    const header = Buffer.alloc(100)
    const handle = openSync(file, 'r')
    try {
      if (readSync(handle, header, 0, 100, 0) < 100) return true
    } finally {
      closeSync(handle)
    }
    const written = header.readUInt16BE(16)
    return header.readUInt32BE(28) * (written === 1 ? 65_536 : written) > size
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

const isLocked = (error: unknown): boolean => [5, 6].includes(sqliteCode(error))

/** SQLite's primary code; the higher bytes of an extended one only explain it. */
const sqliteCode = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0
