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

/**
 * The words as one text, one per line: searching it takes less than a millisecond. SQLite would visit every occurrence
 * of every word, 0.2 s for 10,000 posts, so the words are stored beside the index.
 */
export const createVocabulary = (db: DatabaseSync): Vocabulary => {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')")
  const page = db.prepare('SELECT term FROM temp.vocabulary WHERE term > ? LIMIT ?')
  const kept = db.prepare("SELECT value FROM notes WHERE key = 'vocabulary'")
  const setKept = db.prepare("INSERT OR REPLACE INTO notes (key, value) VALUES ('vocabulary', ?)")
  const dropKept = db.prepare("DELETE FROM notes WHERE key = 'vocabulary'")
  let lines: string | null = null
  /** Words of posts added since; some are also in `lines`. */
  const late = new Set<string>()
  let latePosts = 0
  let isKept: boolean | null = null
  /** The current reading of all words. */
  let reading: object | null = null

  const load = () => {
    if (isKept !== null) return
    const value = kept.get()?.value
    isKept = value !== undefined
    if (value !== undefined) lines = String(value)
  }

  const begin = (known: string | null) => {
    lines = known
    reading = null
    late.clear()
    latePosts = 0
  }

  /** Pages of the words, in their order. */
  function* pages(): Generator<string[]> {
    for (let last = ''; ; ) {
      const terms = page.all(last, termsAtOnce).map(({ term }) => String(term))
      if (terms.length === 0) return
      yield terms
      last = terms.at(-1) ?? ''
    }
  }

  const readAll = async (pause: () => Promise<void> | null) => {
    begin(null)
    const mine = {}
    reading = mine
    const terms: string[] = []
    for (const found of pages()) {
      terms.push(...found)
      await pause()
      if (reading !== mine) return // a search could not wait, or many posts were added: read again next time
    }
    reading = null
    lines = asLines(terms) // `late` has words added meanwhile
  }

  const keep = () => {
    load()
    if (lines === null || (isKept && late.size === 0)) return
    const known = late.size > 0 ? new Set(lines.split('\n')) : late
    const more = [...late].filter((word) => !known.has(word)).map((word) => `${word}\n`)
    begin(lines + more.join(''))
    setKept.run(lines)
    isKept = true
  }

  return {
    keep,
    prepare: async (pause) => {
      load()
      if (lines === null) await readAll(pause)
      keep()
    },
    add: (title, body) => {
      load()
      if (isKept) dropKept.run()
      isKept = false
      if (lines === null && reading === null) return
      latePosts += 1
      if (latePosts > maxLate) begin(null)
      else for (const word of indexedWordsOf(`${title} ${utf8.decode(body)}`)) late.add(word)
    },
    containing: (part, limit) => {
      load()
      if (lines === null) begin(asLines([...pages()].flat()))
      const known = lines ?? '\n'
      const wanted = foldText(part)
      const found = new Set<string>()
      for (
        let at = known.indexOf(wanted);
        at >= 0 && found.size < limit * 4;
        at = known.indexOf(wanted, at + 1)
      ) {
        if (known[at - 1] === '\n') continue
        found.add(known.slice(known.lastIndexOf('\n', at) + 1, known.indexOf('\n', at)))
      }
      for (const word of late) if (word.indexOf(wanted) > 0) found.add(word)
      return [...found].sort((a, b) => a.length - b.length).slice(0, limit)
    },
  }
}

const asLines = (terms: readonly string[]): string => `\n${terms.join('\n')}\n`
