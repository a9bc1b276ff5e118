import { z } from 'zod'
import { isMarkdownName, isPlainPath } from '../site/post-path'
import { type SentText, sentText } from '../text/sent-text'
import { t } from '../texts/translate'

/** Path of a post inside the posts folder, `/` separated, with its extension. */
export type PostId = string
export const postId = z
  .string()
  .min(1)
  .max(4096)
  .refine((id) => isPlainPath(id) && isMarkdownName(id), t('files.notPostPath'))

/** A folder of the posts folder, `/` separated; empty for the posts folder itself. */
export const postFolder = z
  .string()
  .max(4096)
  .refine((path) => path === '' || isPlainPath(path), t('files.notPostsSubfolder'))

/** Hash of a file's bytes: SHA-256, hexadecimal. Equal revisions mean equal bytes. */
export type Revision = string
export const revision = z.string().regex(/^[0-9a-f]{64}$/)

const lineTerminator = z.enum(['\n', '\r\n', '\r'])
export type LineTerminator = z.infer<typeof lineTerminator>

/**
 * How the bytes of a file differ from its text, where every line ends with LF.
 * `terminators` is null when all lines end with `eol`; else one letter a line break, in order:
 * `n` LF, `b` CRLF, `r` CR.
 */
export const textFormat = z.object({
  bom: z.boolean(),
  eol: lineTerminator,
  terminators: z
    .string()
    .regex(/^[nbr]*$/)
    .nullable(),
  /** `utf-8`, or `bytes` if some were not UTF-8: each such byte B becomes the lone surrogate U+DC00 + B. */
  encoding: z.enum(['utf-8', 'bytes']),
})
export type TextFormat = z.infer<typeof textFormat>

/** An opened post. Main keeps no state about open posts: format and revision come back with the save. */
export interface OpenedPost {
  readonly id: PostId
  readonly text: string
  readonly format: TextFormat
  readonly revision: Revision
  /** False if the file or folder is read-only; the text can be edited, and saving explains the problem. */
  readonly writable: boolean
  readonly modifiedMs: number
}

/** The same on its way to the window. */
export type SentOpenedPost = Omit<OpenedPost, 'text'> & { readonly text: SentText }

export const postToSave = z.object({
  text: sentText,
  format: textFormat,
  /** The revision the text is based on; null if the post is not on the disk. */
  base: revision.nullable(),
})
export type PostToSave = z.infer<typeof postToSave>

/** The result of a save. Failures that the user can resolve are values, not exceptions. */
export type SaveResult =
  | {
      readonly kind: 'saved'
      readonly revision: Revision
      readonly modifiedMs: number
      readonly note?: string
    }
  | { readonly kind: 'conflict'; readonly onDisk: OpenedPost }
  | { readonly kind: 'deleted' }
  | {
      readonly kind: 'failed'
      readonly reason: AppErrorKindForSave
      readonly message: string
      /** The revision that the file has now; only its durability is unknown. */
      readonly written?: Revision
    }
export type AppErrorKindForSave = 'read-only' | 'no-permission' | 'disk-full' | 'not-found' | 'failed'

/** A problem of a post, with its 1-based line if there is one. */
export interface Problem {
  readonly check: string
  readonly message: string
  readonly line?: number
  readonly severity: 'error' | 'warning'
}

/** A post in the list. A broken head gives a summary with a problem, never a missing row. */
export interface PostSummary {
  readonly id: PostId
  /** The slug of its file, or of its folder where it is a bundle. */
  readonly slug: string
  /** The slug its head gives it, where that is another one: the site shows the post there. */
  readonly ownSlug?: string
  /** Its address without the base path; missing if unknown. */
  readonly address?: string
  readonly title: string
  /** The date as written in the head or file name; empty if there is none. */
  readonly date: string
  /** The same in milliseconds since 1970 for sorting; null if it is not a date. */
  readonly dateMs: number | null
  /** The image reference as written in the head; empty if there is none. */
  readonly image: string
  readonly excerpt: string
  readonly featured: boolean
  readonly draft: boolean
  readonly scheduled: boolean
  readonly tags: readonly string[]
  readonly modifiedMs: number
  readonly size: number
  readonly problems: readonly Problem[]
}
