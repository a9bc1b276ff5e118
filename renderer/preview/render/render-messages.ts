import type { MarkdownFeatures } from '../../../shared/markdown/options/features'
import type { PagePatch } from '../../../shared/markdown/page/page'

/** A text to start with. All answers to it carry its run. */
interface OpenMessage {
  readonly kind: 'open'
  readonly run: number
  readonly version: number
  readonly postId: string
  readonly text: string
  readonly features: MarkdownFeatures
  readonly remoteImages: 'show' | 'hold'
  /** First lines of blocks to show as source. */
  readonly avoid: readonly string[]
  /** Say of each block that it is about to be drawn: a worker before this one got stuck. */
  readonly careful: boolean
}

/** A change of the text, as CodeMirror writes a `ChangeSet` in JSON. */
interface ChangeMessage {
  readonly kind: 'change'
  readonly run: number
  readonly version: number
  readonly changes: unknown
}

/** The last patch has come; send the next. */
interface MoreMessage {
  readonly kind: 'more'
  readonly run: number
}

/** Where the worker that highlights code listens. */
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
  /** False when there is more to come: ask for it. */
  readonly finished: boolean
}

/** Said before a block is read, by a careful worker. */
interface AtReply {
  readonly kind: 'at'
  readonly run: number
  readonly firstLine: string
}

/** Something went wrong that no block answers for. */
interface FailedReply {
  readonly kind: 'failed'
  readonly run: number
  readonly message: string
}

export type RenderReply = PatchReply | AtReply | FailedReply

/** Code to highlight, and the answer; null where the language stays plain. */
export interface CodeRequest {
  readonly id: number
  readonly code: string
  readonly language: string
}
export interface CodeReply {
  readonly id: number
  readonly html: string | null
}
