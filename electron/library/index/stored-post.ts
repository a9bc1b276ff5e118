import type { Page } from '../../../shared/addresses/rules/page'
import type { FieldFacts, PostFacts } from '../../../shared/front-matter/schema/facts'
import type { PostSummary, Revision } from '../../../shared/posts/post'
import type { PostFile } from '../files/walk-posts'
import { wordsToIndex } from '../words/index-words'
import type { Words } from '../words/word-buffer'
import type { IndexedPost, IndexedReference } from './index-post'

/** The data of a post for the list and the filters; kept in memory for every post. */
export interface Listed {
  readonly summary: PostSummary
  readonly page: Page
  readonly keys: readonly string[]
  readonly changedMs: PostFile['changedMs']
}

/** A post in the form of its row. Made in the reading thread, so that the database thread only writes it. */
export interface StoredPost {
  /** `Listed` as JSON. */
  readonly listed: string
  readonly revision: Revision
  readonly facts: string | null
  readonly headings: string
  readonly references: string
  readonly links: readonly string[]
  readonly title: string
  /** UTF-8, as SQLite needs it; bytes are transferred between threads without copying. */
  readonly body: Words
}

/** Converts a post to the form of its row. */
export const storedPost = ({ summary, page, keys, changedMs, ...post }: IndexedPost): StoredPost => ({
  listed: listedAsText({ summary, page, keys, changedMs }),
  revision: post.revision,
  facts: post.facts === null ? null : factsAsText(post.facts),
  headings: JSON.stringify(post.headings),
  references: JSON.stringify(post.references.filter(({ name }) => name !== null).map(shortened)),
  links: [...new Set(post.references.flatMap(({ name }) => name ?? []))],
  title: wordsToIndex(summary.title),
  body: post.words,
})

// How a target is written matters only if something in it is escaped.
const shortened = ({ writtenIn, ...reference }: IndexedReference) =>
  /[\\&]/.test(reference.target) ? { ...reference, writtenIn } : reference

/** The data of a post for the list, as stored in its row. */
export const listedAsText = ({ summary, page, keys, changedMs }: Listed): string =>
  JSON.stringify({ summary, page, keys, changedMs })

type WrittenFacts = readonly [
  PostFacts['language'],
  PostFacts['order'],
  ...(readonly [
    FieldFacts['key'],
    FieldFacts['type'],
    FieldFacts['quoting'],
    FieldFacts['listStyle'],
    FieldFacts['values'],
    FieldFacts['length'],
  ])[],
]

/** The facts of a post as stored in its row; without names, since every post has them. */
const factsAsText = ({ language, order, fields }: PostFacts): string => {
  const written: WrittenFacts = [
    language,
    order,
    ...fields.map(
      ({ key, type, quoting, listStyle, values, length }) =>
        [key, type, quoting, listStyle, values, length] as const,
    ),
  ]
  return JSON.stringify(written)
}

/** The facts that a row holds. */
export const factsOfText = (text: string): PostFacts => {
  const [language, order, ...fields] = JSON.parse(text) as WrittenFacts
  return {
    language,
    order,
    fields: fields.map(([key, type, quoting, listStyle, values, length]) => ({
      key,
      type,
      quoting,
      listStyle,
      values,
      length,
    })),
  }
}
