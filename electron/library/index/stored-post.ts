import type { FieldFacts, PostFacts } from '../../../shared/front-matter/schema/facts'
import type { PostSummary, Revision } from '../../../shared/posts/post'
import type { PostTarget } from '../../../shared/references/post-target'
import { wordsToIndex } from '../words/index-words'
import type { Words } from '../words/word-buffer'
import type { IndexedPost } from './index-post'

/** What the list and the filters need of a post; kept in memory for every post. */
export interface Listed {
  readonly summary: PostSummary
  readonly address: string
  readonly keys: readonly string[]
}

/** A post as its row holds it. Made where it is read, so that the thread of the database only has to write it. */
export interface StoredPost {
  /** What is `Listed`, as JSON. */
  readonly listed: string
  readonly revision: Revision
  readonly facts: string | null
  readonly headings: string
  readonly references: string
  readonly links: readonly string[]
  readonly title: string
  /** UTF-8, as SQLite wants it; bytes change hands between threads without being copied. */
  readonly body: Words
}

/** Puts a post into the form of its row. */
export const storedPost = ({ summary, address, keys, ...post }: IndexedPost): StoredPost => ({
  listed: listedAsText({ summary, address, keys }),
  revision: post.revision,
  facts: post.facts === null ? null : factsAsText(post.facts),
  headings: JSON.stringify(post.headings),
  references: JSON.stringify(
    post.references.filter(
      ({ post: meant, kind, target }) => meant !== null || kind === 'image' || isFile(target),
    ),
  ),
  links: [...new Set(post.references.flatMap(({ post: target }) => (target ? [linkName(target)] : [])))],
  title: wordsToIndex(summary.title),
  body: post.words,
})

/** A link to a file of the site that is no post, such as an image in full size. */
const isFile = (target: string): boolean =>
  !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target) && /\.[a-z0-9]{2,5}(?:[?#]|$)/i.test(target)

/** What the list needs of a post as its row holds it. */
export const listedAsText = ({ summary, address, keys }: Listed): string =>
  JSON.stringify({ summary, address, keys })

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

/** The facts of a post as its row holds them: every post has them, so their names are left out. */
export const factsAsText = ({ language, order, fields }: PostFacts): string => {
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

/** A post's name in the table of links. */
export const linkName = ({ by, name }: Pick<PostTarget, 'by' | 'name'>): string => `${by}:${name}`
