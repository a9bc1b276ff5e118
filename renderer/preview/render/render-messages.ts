import type { ReadableHeads } from '../../../shared/front-matter/find/forms'
import type { MarkdownFeatures } from '../../../shared/markdown/options/features'
import type { PagePatch } from '../../../shared/markdown/page/page'

/** A new text. All answers to it have its run number. */
interface OpenMessage {
  readonly kind: 'open'
  readonly run: number
  readonly version: number
  readonly postId: string
  readonly text: string
  readonly features: MarkdownFeatures
  readonly heads?: ReadableHeads | undefined
  readonly remoteImages: 'show' | 'hold'
  /** The first lines of blocks to show as source. */
  readonly avoid: readonly string[]
  /** Report each block before rendering it, because a previous worker hung. */
  readonly careful: boolean
}

/** A change of the text, as CodeMirror writes a `ChangeSet` in JSON. */
interface ChangeMessage {
  readonly kind: 'change'
  readonly run: number
  readonly version: number
  readonly changes: unknown
}

/** The last patch was received; send the next one. */
interface MoreMessage {
  readonly kind: 'more'
  readonly run: number
}

/** The port of the highlighting worker. */
interface HighlighterMessage {
  readonly kind: 'highlighter'
  readonly port: MessagePort
}

export type RenderRequest = OpenMessage | ChangeMessage | MoreMessage | HighlighterMessage

/** A patch of the page, up to the text of `version`. */
interface PatchReply {
  readonly kind: 'patch'
  readonly run: number
  readonly version: number
  readonly patch: PagePatch
  /** False if there is more to request. */
  readonly finished: boolean
}

/** Sent by a careful worker before it renders a block. */
interface AtReply {
  readonly kind: 'at'
  readonly run: number
  readonly firstLine: string
}

/** An error that belongs to no block. */
interface FailedReply {
  readonly kind: 'failed'
  readonly run: number
  readonly message: string
}

export type RenderReply = PatchReply | AtReply | FailedReply

/** Code to highlight, and the answer; null if the language is not highlighted. */
export interface CodeRequest {
  readonly id: number
  readonly code: string
  readonly language: string
}
export interface CodeReply {
  readonly id: number
  readonly html: string | null
}
