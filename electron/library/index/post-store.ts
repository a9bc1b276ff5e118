import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { PostFacts } from '../../../shared/front-matter/schema/facts'
import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import type { PostId, PostSummary, Revision } from '../../../shared/posts/post'
import { createVocabulary, type Vocabulary } from '../words/vocabulary'
import { keepDatabase } from './database'
import type { IndexedHeading, IndexedReference } from './index-post'
import { factsOfText, type Listed, listedAsText, type StoredPost } from './stored-post'

/** What the library keeps of a post in memory: enough for the list, the filters and the next scan. */
export interface ListedPost extends Listed {
  readonly row: number
}

const statementsOf = (db: DatabaseSync) => {
  const oneOf = (column: string) => db.prepare(`SELECT ${column} AS value FROM posts WHERE row=?`)
  return {
    insert: db.prepare(
      'INSERT INTO posts (id, size, modified, revision, sort, listed, facts, headings, refs) VALUES (?,?,?,?,?,?,?,?,?)',
    ),
    update: db.prepare(
      'UPDATE posts SET size=?, modified=?, revision=?, sort=?, listed=?, facts=?, headings=?, refs=? WHERE row=?',
    ),
    touch: db.prepare('UPDATE posts SET size=?, modified=?, listed=? WHERE row=?'),
    remove: db.prepare('DELETE FROM posts WHERE row=?'),
    addWords: db.prepare('INSERT INTO words (rowid, title, body) VALUES (?,?,?)'),
    dropWords: db.prepare('DELETE FROM words WHERE rowid=?'),
    addLink: db.prepare('INSERT OR IGNORE INTO links (name, post) VALUES (?,?)'),
    dropLinks: db.prepare('DELETE FROM links WHERE post=?'),
    page: db.prepare(
      'SELECT row, sort, listed FROM posts WHERE (sort, row) < (?,?) ORDER BY sort DESC, row DESC LIMIT ?',
    ),
    facts: db.prepare('SELECT row, id, facts FROM posts WHERE row > ? ORDER BY row LIMIT ?'),
    revision: oneOf('revision'),
    headings: oneOf('headings'),
    references: oneOf('refs'),
    linking: db.prepare('SELECT DISTINCT post FROM links WHERE name=?'),
    matching: db.prepare('SELECT json_group_array(rowid) AS value FROM words WHERE words MATCH ?'),
    ranked: db.prepare('SELECT rowid AS row FROM words WHERE words MATCH ? ORDER BY rank'),
    note: db.prepare('SELECT value FROM notes WHERE key=?'),
    setNote: db.prepare('INSERT OR REPLACE INTO notes (key, value) VALUES (?,?)'),
  }
}

/** Reads and writes the tables of the index. Statements are prepared once. */
export class PostStore {
  readonly vocabulary: Vocabulary
  private readonly statements: ReturnType<typeof statementsOf>
  private isOpen = false
  private isComplete: boolean

  constructor(
    private readonly db: DatabaseSync,
    warm: boolean,
  ) {
    this.statements = statementsOf(db)
    this.vocabulary = createVocabulary(db)
    this.isComplete = warm
  }

  /** Inserts a post, or replaces the one in the `known` row; returns its row. */
  put(post: StoredPost, summary: PostSummary, known: number | null): number {
    this.begin()
    const { insert, update, addWords, addLink } = this.statements
    const values = [
      summary.size,
      summary.modifiedMs,
      post.revision,
      sortKey(summary),
      post.listed,
      post.facts,
      post.headings,
      post.references,
    ] as const
    let row: number
    if (known === null) row = Number(insert.run(summary.id, ...values).lastInsertRowid)
    else {
      row = known
      update.run(...values, row)
      this.dropPartsOf(row)
    }
    addWords.run(row, post.title, post.body)
    this.vocabulary.add(post.title, post.body)
    for (const name of post.links) addLink.run(name, row)
    return row
  }

  /** Stores a new modification time for a file with the same bytes. */
  touch(post: ListedPost): void {
    this.begin()
    this.statements.touch.run(post.summary.size, post.summary.modifiedMs, listedAsText(post), post.row)
  }

  remove(row: number): void {
    this.begin()
    this.statements.remove.run(row)
    this.dropPartsOf(row)
  }

  /** Makes the writes so far durable: a crash loses none of them. */
  commit(): void {
    if (this.isOpen) this.db.exec('COMMIT')
    this.isOpen = false
  }

  /**
   * The same in the middle of many posts. An incomplete index is rebuilt after a crash anyway, so it stays in one
   * transaction: the words of all its posts are then sorted only once.
   */
  commitPart(): void {
    if (this.isComplete) this.commit()
  }

  /** The posts by date, the newest first, at most `count` at a time. */
  *pages(first: number, then: number): Generator<ListedPost[]> {
    let sort: SQLOutputValue = Number.MAX_VALUE
    let row = Number.MAX_SAFE_INTEGER
    for (let count = first; ; count = then) {
      const rows: Row[] = this.statements.page.all(sort as number, row, count)
      if (rows.length === 0) return
      yield rows.map((found) => ({
        row: Number(found.row),
        ...(JSON.parse(String(found.listed)) as Listed),
      }))
      sort = rows.at(-1)?.sort ?? 0
      row = Number(rows.at(-1)?.row)
    }
  }

  *facts(count: number): Generator<{ readonly id: PostId; readonly facts: PostFacts }[]> {
    for (let row = 0; ; ) {
      const found: Row[] = this.statements.facts.all(row, count)
      if (found.length === 0) return
      yield found.flatMap(({ id, facts: kept }) =>
        kept === null ? [] : [{ id: String(id), facts: factsOfText(String(kept)) }],
      )
      row = Number(found.at(-1)?.row)
    }
  }

  revision(row: number): Revision {
    return String(this.statements.revision.get(row)?.value ?? '')
  }

  headings(row: number): readonly IndexedHeading[] {
    return jsonOf(this.statements.headings.get(row)?.value)
  }

  references(row: number): readonly IndexedReference[] {
    const written = jsonOf<IndexedReference>(this.statements.references.get(row)?.value)
    return written.map((one) => ({ ...usually, ...one }))
  }

  /** Rows of the posts with a reference that ends in one of these names. */
  naming(names: Iterable<string>): number[] {
    const rows = new Set<number>()
    for (const name of names) for (const { post } of this.statements.linking.all(name)) rows.add(Number(post))
    return [...rows]
  }

  /** Rows of the posts that match, the best first, or in no order if there are more than `maxRanked`. */
  matching(query: string, maxRanked: number): { readonly rows: number[]; readonly ranked: boolean } {
    const { matching, ranked } = this.statements
    const rows = [...jsonOf<number>(matching.get(query)?.value)]
    if (rows.length > maxRanked) return { rows, ranked: false }
    return { rows: ranked.all(query).map(({ row }) => Number(row)), ranked: true }
  }

  schema(): SiteSchema | null {
    const value = this.statements.note.get('schema')?.value
    return value === undefined ? null : (JSON.parse(String(value)) as SiteSchema)
  }

  keepSchema(schema: SiteSchema): void {
    this.begin()
    this.statements.setNote.run('schema', JSON.stringify(schema))
  }

  /** Marks the index as complete. */
  complete(): void {
    if (this.isComplete) return
    this.isComplete = true
    this.commit()
    keepDatabase(this.db)
  }

  close(): void {
    if (!this.db.isOpen) return
    this.vocabulary.keep()
    this.commit()
    this.db.close()
  }

  private begin(): void {
    if (!this.isOpen) this.db.exec('BEGIN')
    this.isOpen = true
  }

  private dropPartsOf(row: number): void {
    this.statements.dropWords.run(row)
    this.statements.dropLinks.run(row)
  }
}

type Row = Record<string, SQLOutputValue>

const usually = { writtenIn: 'inline' } as const

const jsonOf = <T>(value: SQLOutputValue | undefined): readonly T[] =>
  value === undefined ? [] : (JSON.parse(String(value)) as T[])

/** The key that the list is first sorted by: the date, or the file's if the post has none. */
export const sortKey = ({ dateMs, modifiedMs }: Pick<PostSummary, 'dateMs' | 'modifiedMs'>): number =>
  dateMs ?? modifiedMs
