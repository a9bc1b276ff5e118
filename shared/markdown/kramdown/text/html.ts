import type MarkdownIt from 'markdown-it'
import type { StateInline } from 'markdown-it'
import { withoutEntities } from '../../html/entities'
import { sourceWithoutTags } from '../../tags/masked-tags'
import type { TagKind } from '../../tags/tag-at'
import { isBlockElement, isBodiless, isSpanElement, tagSource } from './html-tags'

const anyTag = new RegExp(`<!--[\\s\\S]*?-->|${tagSource}`, 'uy')
const longestTag = 4_000

interface OpenElement {
  readonly name: string
  /** Its content is not parsed as markdown. */
  readonly isRaw: boolean
}

const open = new WeakMap<StateInline, OpenElement[]>()

/** Inline HTML: tags of block elements are text, and only the element opened last can be closed. */
export const spanHtml = (md: MarkdownIt, known: readonly TagKind[]): void => {
  md.inline.ruler.at('html_inline', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 60) return false
    const found = tagAt(state, known)
    if (!found) return false
    if (silent) {
      state.pos += found[0].length
      return true
    }
    const elements = open.get(state) ?? []
    open.set(state, elements)
    readTag(state, found, elements)
    if (elements.at(-1)?.isRaw) readRaw(state, elements, known)
    return true
  })
}

const tagAt = (state: StateInline, known: readonly TagKind[]): RegExpExecArray | null => {
  const { pos, posMax } = state
  anyTag.lastIndex = 0
  return anyTag.exec(sourceWithoutTags(state, known).slice(pos, Math.min(posMax, pos + longestTag)))
}

const readTag = (state: StateInline, found: RegExpExecArray, elements: OpenElement[]): void => {
  const [{ length }, closing, written, , empty] = found
  const tag = state.src.slice(state.pos, state.pos + length)
  state.pos += length
  const name = written?.toLowerCase() ?? ''
  const isText =
    written !== undefined && (closing ? elements.at(-1)?.name !== name : isBlockElement.test(name))
  if (isText) {
    pushText(state, tag)
    return
  }
  const isClosed = empty !== '' && written !== undefined && !isBodiless.test(name)
  state.push('html_inline', '', 0).content = isClosed ? `${tag.replace(/\s*\/>$/, '')}></${written}>` : tag
  if (closing) elements.pop()
  else if (written !== undefined && !empty && !isBodiless.test(name))
    elements.push({ name, isRaw: elements.at(-1)?.isRaw === true || !isSpanElement.test(name) })
}

const pushText = (state: StateInline, text: string): void => {
  const token = state.push('text_special', '', 0)
  token.content = text
  token.info = 'html'
}

// Reads up to the closing tag of the element or the end; stops before a template tag.
const readRaw = (state: StateInline, elements: OpenElement[], known: readonly TagKind[]): void => {
  const { src, posMax } = state
  const depth = elements.length
  while (state.pos < posMax && elements.length >= depth) {
    const found = src[state.pos] === '<' ? tagAt(state, known) : null
    if (found) {
      readTag(state, found, elements)
      continue
    }
    const rest = src.slice(state.pos + 1, posMax).search(/[<{]/)
    const end = rest < 0 ? posMax : state.pos + 1 + rest
    if (/^\{[{%]/.test(src.slice(state.pos, state.pos + 2))) return
    pushText(state, withoutEntities(state.md, src.slice(state.pos, end)))
    state.pos = end
  }
}
