import { AppError } from '../../shared/app-error'
import { type FrontMatter, parseFrontMatter } from '../../shared/front-matter/read/parse'
import type { HeadRules } from '../../shared/generators/head-rules'
import { decodePost } from '../../shared/posts/text-format'
import { t } from '../../shared/texts/translate'
import { readWhole } from '../disk/read-whole'
import { resolveInside } from '../disk/resolve-inside'
import type { NamedPost } from './find-posts'

/** A post's head, or why it could not be read. */
export type ReadHead =
  | { readonly kind: 'read'; readonly head: FrontMatter; readonly text: string }
  | { readonly kind: 'failed'; readonly message: string }

/** Reads the head of a named post, as the site's generator does. */
export const readHead = async (post: NamedPost, { heads }: HeadRules): Promise<ReadHead> => {
  try {
    const { bytes } = await readWhole(
      await resolveInside(post.root, post.id),
      t('files.cannotRead', { name: post.shown }),
    )
    const { text } = decodePost(bytes)
    return { kind: 'read', head: parseFrontMatter(text, undefined, heads), text }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'failed', message: error.message }
    throw error
  }
}

/** Why a head has no data, as a message; null if it has. */
export const problemOf = (read: ReadHead): string | null => {
  if (read.kind === 'failed') return read.message
  if (read.head.kind === 'none')
    return read.head.lookalike === null
      ? t('cli.noFrontMatter')
      : t('cli.looksLikeHead', { kind: read.head.lookalike })
  return read.head.kind === 'broken'
    ? t('cli.lineMessage', { line: read.head.line, message: read.head.message })
    : null
}
