import type { DatabaseSync } from 'node:sqlite'
import { foldText } from '../../shared/fold-text'

/** Every word of the posts, for finding those that have a part in their middle. */
export interface Vocabulary {
  /** Words with `part` inside, not at their start, the shortest first; at most `limit`. */
  readonly containing: (part: string, limit: number) => readonly string[]
  /** Reads the words a part at a time, so that no search has to wait for it. */
  readonly prepare: (pause: () => Promise<void> | null) => Promise<void>
  /** The posts have other words now. */
  readonly outdate: () => void
}

const termsAtOnce = 4000

/** The words as one text, a line each: to look through all of it takes less than a millisecond. */
export const createVocabulary = (db: DatabaseSync): Vocabulary => {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')")
  const every = db.prepare('SELECT term FROM temp.vocabulary')
  const page = db.prepare('SELECT term FROM temp.vocabulary WHERE term > ? LIMIT ?')
  let changes = 0
  let lines: string | null = null

  const read = () => {
    const terms: string[] = []
    for (const { term } of every.iterate()) terms.push(String(term))
    return `\n${terms.join('\n')}\n`
  }

  return {
    prepare: async (pause) => {
      const began = changes
      const terms: string[] = []
      for (let last = ''; ; last = terms.at(-1) ?? '') {
        const found = page.all(last, termsAtOnce)
        if (found.length === 0) break
        for (const { term } of found) terms.push(String(term))
        await pause()
        if (changes !== began) return // other posts came meanwhile: the next look at the folder prepares again
      }
      lines = `\n${terms.join('\n')}\n`
    },
    outdate: () => {
      lines = null
      changes += 1
    },
    containing: (part, limit) => {
      lines ??= read()
      const wanted = foldText(part)
      const found = new Set<string>()
      for (
        let at = lines.indexOf(wanted);
        at >= 0 && found.size < limit * 4;
        at = lines.indexOf(wanted, at + 1)
      ) {
        if (lines[at - 1] === '\n') continue
        found.add(lines.slice(lines.lastIndexOf('\n', at) + 1, lines.indexOf('\n', at)))
      }
      return [...found].sort((a, b) => a.length - b.length).slice(0, limit)
    },
  }
}
