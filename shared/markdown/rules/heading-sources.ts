import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import type { IdStyle } from '../ids/heading-ids'
import { isHugoId } from '../ids/unique-ids'
import { factsOf, type MarkdownEnv } from '../options/env'

type SourceOf = (tokens: readonly Token[]) => string | null

/** Goldmark makes ids from literal text only: without linked addresses and typographic replacements. */
const goldmarkSource: SourceOf = (tokens) => {
  let text = ''
  let addresses = 0
  let hasSigns = false
  for (const { type, info, nesting, content } of tokens) {
    if (type === 'softbreak' || type === 'hardbreak') text = '' // only the last line counts
    if (info === 'auto') addresses += nesting
    if (info === 'typography') hasSigns = true
    const isText = ['text', 'text_special', 'code_inline', 'emoji', 'image'].includes(type)
    if (isText && addresses === 0 && info !== 'typography') text += content
  }
  return text === '' && hasSigns ? '…' : text
}

/** The text with what another spelling stands for: entities, emoji by name, images; null if there is none. */
const respelled =
  (
    entity: ((written: string) => string) | null,
    emoji: ((name: string) => string) | null,
    withImages = false,
  ): SourceOf =>
  (tokens) => {
    let isRespelled = false
    const parts = tokens.map(({ type, info, markup, content }) => {
      const spell = type === 'emoji' ? emoji : type === 'text_special' && info === 'entity' ? entity : null
      if (spell || (withImages && type === 'image')) isRespelled = true
      if (spell) return spell(markup)
      if (withImages && type === 'image') return content
      return ['text', 'text_special', 'code_inline', 'emoji'].includes(type) ? content : ''
    })
    return isRespelled ? parts.join('') : null
  }

/** All that mdast holds as text: also HTML, formulas and alternative texts. */
const mdastSource: SourceOf = (tokens) =>
  tokens.some(({ type }) => mdastOnly.has(type))
    ? tokens.map(({ type, content }) => (mdastOnly.has(type) || isText.has(type) ? content : '')).join('')
    : null
const mdastOnly: ReadonlySet<string> = new Set(['html_inline', 'image', 'math_inline'])
const isText: ReadonlySet<string> = new Set(['text', 'text_special', 'code_inline', 'emoji'])

/** The entities that hexo-util decodes; the names of others become part of the id. */
const hexoEntities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&#x2F;': '/',
  '&#x3D;': '=',
}

const sources: Readonly<Partial<Record<IdStyle | 'docusaurus' | 'gatsby', SourceOf>>> = {
  gatsby: mdastSource,
  vitepress: respelled(
    (entity) => entity,
    () => '',
  ),
  hexo: respelled((entity) => hexoEntities[entity] ?? entity, null),
  docusaurus: respelled(null, (name) => `:${name}:`, true),
}

/** Notes where the numbers of footnotes are part of an id, as rehype-slug makes it. Runs after the marks are numbered. */
export const footnotesInIds = (md: MarkdownIt): void => {
  md.core.ruler.push('footnotes_in_ids', (state) => {
    const { headings } = factsOf(state.env as MarkdownEnv)
    state.tokens.forEach((token, index) => {
      const fact = headings[token.meta?.heading ?? -1]
      const children = state.tokens[index + 1]?.children ?? []
      if (token.type !== 'heading_open' || !fact || fact.explicit) return
      if (!children.some(({ type }) => type === 'footnote_ref')) return
      const numbered = children.map(({ type, content, meta }) =>
        type === 'footnote_ref' ? Number(meta.index) : isText.has(type) ? content : '',
      )
      headings[token.meta.heading] = { ...fact, numbered }
    })
  })
}

/** Notes what an id is made from where it is not the text that the heading shows. */
export const headingSources = (md: MarkdownIt, style: IdStyle | 'docusaurus' | 'gatsby'): void => {
  const sourceOf =
    style !== 'docusaurus' && style !== 'gatsby' && isHugoId(style) ? goldmarkSource : sources[style]
  if (!sourceOf) return
  md.core.ruler.before('text_join', 'heading_source', (state) => {
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return
      const source = sourceOf(state.tokens[index + 1]?.children ?? [])
      if (source !== null) token.meta = { ...token.meta, source }
    })
  })
}
