import type { DatabaseSync } from 'node:sqlite'
import { foldText } from '../../../shared/text/fold-text'
import { indexedWordsOf } from './index-words'
import type { Words } from './word-buffer'

/** All words of the posts, for finding words by a part in their middle. May contain words that are gone. */
export interface Vocabulary {
  /** Words that contain `part`, but not at their start, the shortest first; at most `limit`. */
  readonly containing: (part: string, limit: number) => readonly string[]
  /** Reads the words in parts, so that no search has to wait, and saves them for the next start. */
  readonly prepare: (pause: () => Promise<void> | null) => Promise<void>
  /** Adds the words of a new or changed post. Call it in the transaction that stores the post. */
  readonly add: (title: string, body: Words) => void
  /** Saves the words for the next start if all of them are known. */
  readonly keep: () => void
}

const termsAtOnce = 4000
/** Up to this many changed posts are added one by one; after more, all words are read again. */
const maxLate = 200
const utf8 = new TextDecoder()

const statementsOf = (db: DatabaseSync) => {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')")
  return {
    page: db.prepare('SELECT term FROM temp.vocabulary WHERE term > ? LIMIT ?'),
    kept: db.prepare("SELECT value FROM notes WHERE key = 'vocabulary'"),
    setKept: db.prepare("INSERT OR REPLACE INTO notes (key, value) VALUES ('vocabulary', ?)"),
    dropKept: db.prepare("DELETE FROM notes WHERE key = 'vocabulary'"),
  }
}

class IndexedWords implements Vocabulary {
  private readonly statements: ReturnType<typeof statementsOf>
  private lines: string | null = null
  /** Words of posts added since; some are also in `lines`. */
  private readonly late = new Set<string>()
  private latePosts = 0
  private isKept: boolean | null = null
  /** The current reading of all words. */
  private reading: object | null = null

  constructor(db: DatabaseSync) {
    this.statements = statementsOf(db)
  }

  readonly keep = (): void => {
    this.load()
    if (this.lines === null || (this.isKept && this.late.size === 0)) return
    const known = this.late.size > 0 ? new Set(this.lines.split('\n')) : this.late
    const more = [...this.late].filter((word) => !known.has(word)).map((word) => `${word}\n`)
    const lines = this.lines + more.join('')
    this.begin(lines)
    this.statements.setKept.run(lines)
    this.isKept = true
  }

  readonly prepare = async (pause: () => Promise<void> | null): Promise<void> => {
    this.load()
    if (this.lines === null) await this.readAll(pause)
    this.keep()
  }

  readonly add = (title: string, body: Words): void => {
    this.load()
    if (this.isKept) this.statements.dropKept.run()
    this.isKept = false
    if (this.lines === null && this.reading === null) return
    this.latePosts += 1
    if (this.latePosts > maxLate) this.begin(null)
    else for (const word of indexedWordsOf(`${title} ${utf8.decode(body)}`)) this.late.add(word)
  }

  readonly containing = (part: string, limit: number): readonly string[] => {
    this.load()
    if (this.lines === null) this.begin(asLines([...this.pages()].flat()))
    const wanted = foldText(part)
    const found = wordsWith(this.lines ?? '\n', wanted, limit * 4)
    for (const word of this.late) if (word.indexOf(wanted) > 0) found.add(word)
    return [...found].sort((a, b) => a.length - b.length).slice(0, limit)
  }

  private load(): void {
    if (this.isKept !== null) return
    const value = this.statements.kept.get()?.value
    this.isKept = value !== undefined
    if (value !== undefined) this.lines = String(value)
  }

  private begin(known: string | null): void {
    this.lines = known
    this.reading = null
    this.late.clear()
    this.latePosts = 0
  }

  /** Pages of the words, in their order. */
  private *pages(): Generator<string[]> {
    for (let last = ''; ; ) {
      const terms = this.statements.page.all(last, termsAtOnce).map(({ term }) => String(term))
      if (terms.length === 0) return
      yield terms
      last = terms.at(-1) ?? ''
    }
  }

  private async readAll(pause: () => Promise<void> | null): Promise<void> {
    this.begin(null)
    const mine = {}
    this.reading = mine
    const terms: string[] = []
    for (const found of this.pages()) {
      terms.push(...found)
      await pause()
      if (this.reading !== mine) return // a search could not wait, or many posts were added: read again next time
    }
    this.reading = null
    this.lines = asLines(terms) // `late` has words added meanwhile
  }
}

/**
 * The words as one text, one per line: searching it takes less than a millisecond. SQLite would visit every occurrence
 * of every word, 0.2 s for 10,000 posts, so the words are stored beside the index.
 */
export const createVocabulary = (db: DatabaseSync): Vocabulary => new IndexedWords(db)

const asLines = (terms: readonly string[]): string => `\n${terms.join('\n')}\n`

/** The lines that have `part`, but not at their start; at most `limit`. */
const wordsWith = (lines: string, part: string, limit: number): Set<string> => {
  const found = new Set<string>()
  for (let at = lines.indexOf(part); at >= 0 && found.size < limit; at = lines.indexOf(part, at + 1))
    if (lines[at - 1] !== '\n')
      found.add(lines.slice(lines.lastIndexOf('\n', at) + 1, lines.indexOf('\n', at)))
  return found
}
