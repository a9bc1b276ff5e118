import { type FrontMatter, type HeadData, parseFrontMatter } from '../../front-matter/read/parse'
import { type SplitPost, splitPost } from '../../front-matter/read/split'
import type { GeneratorId } from '../../generators/shape/generator-id'
import type { PostId } from '../../posts/post'
import { syntaxOf } from '../../references/code-ranges'
import { type IgnoredLines, ignoredLines } from '../findings/ignore'
import type { BodyParts } from './body-parts'
import { readBody } from './read-body'
import { type HeadParts, readHeadParts } from './read-head'

/** The parsed parts of a post, shared by all checks. */
export interface PostParts {
  readonly id: PostId
  readonly text: string
  readonly bodyFrom: number
  /** The values of the head; empty if it cannot be read. */
  readonly data: HeadData
  readonly head: HeadParts
  readonly body: BodyParts
  readonly ignored: readonly IgnoredLines[]
}

/** The parsed head of a post. */
export interface ReadPost {
  readonly split: SplitPost
  readonly head: FrontMatter
}

/** Reads the head of a post. */
export const readPost = (text: string): ReadPost => {
  const split = splitPost(text)
  return { split, head: parseFrontMatter(text, split) }
}

/** Parses a post into its parts. */
export const postParts = (
  id: PostId,
  text: string,
  { split, head }: ReadPost,
  profile: GeneratorId,
): PostParts => {
  return {
    id,
    text,
    bodyFrom: split.bodyFrom,
    data: head.kind === 'parsed' ? head.data : {},
    head: readHeadParts(text, split, head),
    body: readBody(text, split.bodyFrom, syntaxOf(id, profile) === 'mdx'),
    ignored: ignoredLines(text, split.bodyFrom),
  }
}
