import type { Token } from 'markdown-it'
import { lastResult } from '../../../shared/base/last-result'
import type { MarkdownEnv } from '../../../shared/markdown/options/env'
import type { MarkdownFeatures } from '../../../shared/markdown/options/features'
import { createMarkdown } from '../../../shared/markdown/pipeline'
import { markAlerts } from '../../../shared/markdown/rules/alerts'
import { footnoteKey } from '../../../shared/markdown/rules/footnotes'
import { emojiNamed } from '../../../shared/text/emoji-names'
import { readBlocks } from './block-marks'
import type { WordRules } from './inline-marks'
import type { Reading, Stretch } from './marks'
import { traceInline } from './traced-inline'

/** What a piece needs to know of the rest of the post. */
export interface Labels {
  /** Link definitions by label, as markdown-it stores them. */
  readonly references: NonNullable<MarkdownEnv['references']>
  readonly footnotes: ReadonlySet<string>
}

/** Parses a piece of a post: one top-level block, or one item of a long list. */
export type ReadPiece = (source: string, labels: Labels) => Reading

/** Parses pieces like the renderer of the site. */
export const createReader = (features: MarkdownFeatures): ReadPiece => {
  const md = createMarkdown({ features, assetUrl: () => null, remoteImages: 'hold' })
  const trace = traceInline(md)
  const rules: WordRules = {
    addresses: (text) =>
      features.autolinks && mayHoldAddress.test(text) ? stretchesOf(md.linkify.match(text)) : [],
    emoji: (name) => (features.emoji ? emojiNamed(name) : null),
    formulas: features.math,
  }
  const keysOf = lastResult(
    (footnotes: ReadonlySet<string>) =>
      new Set([...footnotes].map((label) => footnoteKey(label, features.grammar))),
  )
  return (source, { references, footnotes }) => {
    const keys = keysOf(footnotes)
    const env: MarkdownEnv = {
      references: Object.create(references) as NonNullable<MarkdownEnv['references']>,
      footnoteLabels: { add: () => undefined, has: (label) => keys.has(label) },
    }
    const tokens: Token[] = []
    md.block.parse(source, md, env, tokens)
    if (features.alerts) {
      const state = new md.core.State(source, md, env)
      state.tokens = tokens
      markAlerts(state, features.alerts)
    }
    return readBlocks(source, tokens, {
      taskLists: features.taskLists,
      trace: (content) => trace(content, env),
      rules,
    })
  }
}

const mayHoldAddress = /:\/\/|www\.|@|mailto:/i

const stretchesOf = (
  found: readonly { readonly index: number; readonly lastIndex: number }[] | null,
): Stretch[] => (found ?? []).map(({ index, lastIndex }) => ({ from: index, to: lastIndex }))
