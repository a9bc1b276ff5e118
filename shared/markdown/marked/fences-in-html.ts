import type MarkdownIt from 'markdown-it'
import type { StateBlock, Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { ruleNamed } from '../tags/rule-named'
import { lineEnd, textStart } from '../tags/state-lines'

const opening = /^(`{3,}|~{3,})([^`<]*)$/
/** HTML in which lines that look like fences are its own text. */
const ownText = /^<(?:!--|\?|![a-z]|!\[CDATA\[|script\b|style\b|textarea\b)/i
const openPre = /<pre[\s>](?![\s\S]*<\/pre)/i

/** Hexo reads fences before HTML: one inside a block of HTML is code, and blank lines in it do not end the block. */
export const fencesInHtml = (md: MarkdownIt): void => {
  const html = ruleNamed(md, 'html_block')
  if (!html) return // raw HTML is off
  const alt = ['paragraph', 'reference', 'blockquote']
  md.block.ruler.at(
    'html_block',
    (state, startLine, endLine, silent) => {
      if (!html(state, startLine, endLine, silent)) return false
      if (silent || ownText.test(textOf(state, startLine))) return true
      readFences(state, startLine, endLine)
      const last = state.tokens.at(-1)
      if (last?.type === 'html_block' && openPre.test(last.content)) last.content += '\n' // the blank line behind it
      return true
    },
    { alt },
  )
}

const textOf = (state: StateBlock, line: number): string =>
  state.src.slice(textStart(state, line), lineEnd(state, line))

/** Splits the block just read into its HTML and its fences; after a fence, HTML goes on to the next blank line. */
const readFences = (state: StateBlock, startLine: number, endLine: number): void => {
  const block = state.tokens.at(-1)
  let html = startLine
  let last = state.line
  const parts: Token[] = []
  const pushHtml = (end: number): void => {
    if (end <= html) return
    const token = new state.Token('html_block', '', 0)
    token.content = state.getLines(html, end, state.blkIndent, true)
    token.map = [html, end]
    token.level = state.level
    parts.push(token)
  }
  for (let line = startLine + 1; line < last; line++) {
    const fence = opening.exec(textOf(state, line))
    if (!fence) continue
    const end = endOfFence(state, line, endLine, itemAt(fence, 1))
    pushHtml(line)
    parts.push(fenceOf(state, line, end, itemAt(fence, 2).trim()))
    html = Math.min(end + 1, endLine)
    last = html
    while (last < endLine && !isBlank(state, last)) last++
    line = end
  }
  if (parts.length === 0 || !block) return
  pushHtml(last)
  state.tokens.pop()
  state.tokens.push(...parts)
  state.line = last
}

const isBlank = (state: StateBlock, line: number): boolean =>
  state.isEmpty(line) || itemAt(state.sCount, line) < state.blkIndent

/** The line that closes a fence; the end of the container without one. */
const endOfFence = (state: StateBlock, start: number, endLine: number, mark: string): number => {
  const closing = new RegExp(`^\\${mark.charAt(0)}{${mark.length},}\\s*$`)
  let line = start + 1
  for (; line < endLine; line++) {
    if (!state.isEmpty(line) && itemAt(state.sCount, line) < state.blkIndent) break
    if (closing.test(textOf(state, line))) break
  }
  return line
}

const fenceOf = (state: StateBlock, start: number, end: number, info: string): Token => {
  const token = new state.Token('fence', 'code', 0)
  token.info = info
  token.markup = '```'
  token.content = state.getLines(start + 1, end, itemAt(state.sCount, start), true)
  token.map = [start, Math.min(end + 1, state.lineMax)]
  token.level = state.level
  return token
}
