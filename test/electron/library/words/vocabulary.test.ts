import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { indexedWordsOf, wordsToIndex } from '../../../../electron/library/words/index-words'
import { createVocabulary } from '../../../../electron/library/words/vocabulary'

const utf8 = new TextEncoder()
const atOnce = () => null

const withTables = () => {
  const db = new DatabaseSync(':memory:')
  db.exec(`
    CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE VIRTUAL TABLE words USING fts5(title, body, content='', contentless_delete=1, tokenize='ascii');
  `)
  return db
}
const put = (db: DatabaseSync, text: string, vocabulary?: ReturnType<typeof createVocabulary>) => {
  const body = utf8.encode(wordsToIndex(text))
  db.prepare('INSERT INTO words (title, body) VALUES (?, ?)').run('', body)
  vocabulary?.add('', body)
}
/** Counts how often all words are read from now on. */
const countReads = (db: DatabaseSync) => {
  let reads = 0
  const { prepare } = db
  db.prepare = (sql) => {
    const statement = prepare.call(db, sql)
    if (!sql.startsWith('SELECT term')) return statement
    const all = statement.all.bind(statement)
    statement.all = ((...args: Parameters<typeof all>) => {
      if ((args as readonly unknown[])[0] === '') reads += 1
      return all(...args)
    }) as typeof statement.all
    return statement
  }
  return () => reads
}

test('words with a part inside, the shortest first, and not those that start with it', () => {
  const db = withTables()
  put(db, 'markdown arkdown down countdown sundown')
  const vocabulary = createVocabulary(db)
  expect(vocabulary.containing('down', 3)).toEqual(['arkdown', 'sundown', 'markdown'])
})

test('the next opening has the words without asking for them', async () => {
  const db = withTables()
  put(db, 'markdown')
  await createVocabulary(db).prepare(atOnce)
  const reads = countReads(db)
  const again = createVocabulary(db)
  await again.prepare(atOnce)
  expect(again.containing('down', 9)).toEqual(['markdown'])
  expect(reads()).toBe(0)
})

test('the words of a post that is saved are there at once, and the others are not read again', async () => {
  const db = withTables()
  put(db, 'markdown')
  const reads = countReads(db)
  const vocabulary = createVocabulary(db)
  await vocabulary.prepare(atOnce)
  put(db, 'A Countdown, in a `code_span`', vocabulary)
  expect(vocabulary.containing('down', 9)).toEqual(['markdown', 'countdown'])
  expect(vocabulary.containing('pan', 9)).toEqual(['span'])
  await vocabulary.prepare(atOnce)
  expect(vocabulary.containing('down', 9)).toEqual(['markdown', 'countdown'])
  expect(createVocabulary(db).containing('down', 9)).toEqual(['markdown', 'countdown'])
  expect(reads()).toBe(1)
})

test('what is kept is forgotten with the change that makes it old', async () => {
  const db = withTables()
  put(db, 'markdown')
  const vocabulary = createVocabulary(db)
  await vocabulary.prepare(atOnce)
  put(db, 'countdown', vocabulary) // and a crash comes before anything else
  expect(createVocabulary(db).containing('down', 9)).toEqual(['markdown', 'countdown'])
})

test('of many posts the words are read anew', () => {
  const db = withTables()
  const vocabulary = createVocabulary(db)
  expect(vocabulary.containing('down', 9)).toEqual([])
  for (let n = 0; n < 300; n++) put(db, `x${n}down`, vocabulary)
  expect(vocabulary.containing('299d', 9)).toEqual(['x299down'])
  expect(vocabulary.containing('0d', 9)).toContain('x0down')
})

test('a post that comes while the words are read is in them', async () => {
  const db = withTables()
  put(db, 'markdown')
  const vocabulary = createVocabulary(db)
  await vocabulary.prepare(() => {
    put(db, 'countdown', vocabulary)
    return null
  })
  expect(vocabulary.containing('down', 9)).toEqual(['markdown', 'countdown'])
})

test('words are those that SQLite makes', () => {
  const db = withTables()
  const text = 'Größe x_y 12:30 naïve 编辑器 don’t A-B 🚀 É ﬁle'
  put(db, text)
  db.exec("CREATE VIRTUAL TABLE temp.v USING fts5vocab('main', 'words', 'row')")
  const terms = db
    .prepare('SELECT term FROM temp.v')
    .all()
    .map(({ term }) => String(term))
  expect([...new Set(indexedWordsOf(wordsToIndex(text)))].sort()).toEqual(terms.sort())
})
