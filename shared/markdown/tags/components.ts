import type MarkdownIt from 'markdown-it'
import type { StateBlock, StateInline } from 'markdown-it'
import { t } from '../../texts/translate'
import { isHtmlName } from '../html/html-names'
import { endOfRun, isIndentedCode, lineOfOffset, textStart } from './state-lines'
import { longestTag } from './tag-at'

const longestName = 100

// An import ends with its address, an export before the next blank line; a sentence may begin like either.
const mdxImport = /^import\s(?:[\w$*{},\s]+\sfrom\s+)?(['"])[^'"\n]+\1;?[ \t]*(?=\n|$)/
const mdxExport = /^export\s+(?:(?:const|let|default|function|async|class)\s|[{*])/
const component = /^<\/?([A-Z][\w.]*)(?:[\s/>]|$)/

/** A capitalised name is a component, unless it is all capitals and names an HTML element. */
const isComponent = (text: string): boolean => {
  const name = component.exec(text)?.[1]
  return name !== undefined && (name !== name.toUpperCase() || !isHtmlName(name))
}

/** Shows MDX components and modules in a labelled box, for sites that are not known to use MDX. */
export const components = (md: MarkdownIt): void => {
  md.block.ruler.before(
    'table',
    'component_block',
    (state, startLine, endLine, silent) => {
      if (isIndentedCode(state, startLine)) return false
      const found = blockEnd(state, startLine, endLine)
      if (!found) return false
      if (silent) return true
      const token = state.push('dialect_block', 'div', 0)
      token.info = found.label
      token.content = state.src.slice(textStart(state, startLine), found.end)
      token.map = [startLine, found.last + 1]
      token.block = true
      state.line = found.last + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
  md.inline.ruler.before('escape', 'component_inline', (state, silent) => {
    const end = componentEnd(state)
    if (end === null) return false
    if (!silent) {
      const token = state.push('dialect_inline', 'span', 0)
      token.info = t('preview.component')
      token.content = state.src.slice(state.pos, end)
    }
    state.pos = end
    return true
  })
}

/** The end of an inline component, which the sanitiser would remove as an unknown element. */
const componentEnd = ({ src, pos, posMax }: StateInline): number | null => {
  if (src.charCodeAt(pos) !== 60) return null
  const limit = Math.min(posMax, pos + longestTag)
  if (!isComponent(src.slice(pos, Math.min(limit, pos + longestName)))) return null
  return endOfTag(src, pos, limit)
}

const blockEnd = (state: StateBlock, startLine: number, endLine: number) => {
  const start = textStart(state, startLine)
  const first = state.src[start]
  if (first !== '<' && first !== 'i' && first !== 'e') return null
  const text = state.src.slice(start, state.eMarks[startLine]) // usually enough to decide, and short
  if (mdxExport.test(text)) {
    const end = endOfRun(state, startLine, endLine)
    return { last: lineOfOffset(state, startLine, end), label: 'MDX', end }
  }
  const isImport = text.startsWith('import')
  if (!isImport && !isComponent(text)) return null
  const limit = endOfRun(state, startLine, endLine, longestTag)
  if (isImport) {
    const [module] = mdxImport.exec(state.src.slice(start, limit)) ?? []
    const end = start + (module?.trimEnd().length ?? 0)
    return module === undefined ? null : { last: lineOfOffset(state, startLine, end), label: 'MDX', end }
  }
  const end = endOfTag(state.src, start, limit)
  if (end === null) return null
  const last = lineOfOffset(state, startLine, end)
  return state.src.slice(end, state.eMarks[last]).trim() === ''
    ? { last, label: t('preview.component'), end }
    : null
}

// `>` inside quotes or braces belongs to an attribute; no tag begins inside another one.
const endOfTag = (src: string, start: number, limit: number): number | null => {
  let quote = ''
  let depth = 0
  for (let at = start + 1; at < limit; at++) {
    const character = src.charAt(at)
    if (quote) quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '{') depth++
    else if (character === '}') depth--
    else if (depth <= 0 && character === '<') return null
    else if (depth <= 0 && character === '>') return at + 1
  }
  return null
}
