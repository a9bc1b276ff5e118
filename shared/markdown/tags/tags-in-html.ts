import type MarkdownIt from 'markdown-it'
import { HTML_OPEN_CLOSE_TAG_RE } from 'markdown-it/lib/common/html_re.mjs'
import { itemAt } from '../../base/item-at'
import { type MarkdownEnv, trusted } from '../options/env'
import { sourceWithoutTags, tagsIn, withoutTags } from './masked-tags'
import { longestTag, type TagKind, tagAt } from './tag-at'
import { tagBox } from './tag-box'
import { filledIn } from './tags-in-code'

const opening = /^<\/?[A-Za-z]/

/** Reads HTML whose attributes contain template tags: quotes and blanks in those do not end it. */
export const tagsInHtml = (md: MarkdownIt, known: readonly TagKind[]): void => {
  if (!md.options.html) return
  md.inline.ruler.before('html_inline', 'html_inline_with_tags', (state, silent) => {
    const { src, pos, posMax } = state
    if (src.charCodeAt(pos) !== 60) return false
    const limit = Math.min(posMax, pos + longestTag)
    const end = endOfTag(src.slice(pos, limit), () => sourceWithoutTags(state, known).slice(pos, limit))
    if (end === null) return false
    if (!silent) state.push('html_inline', '', 0).content = src.slice(pos, pos + end)
    state.pos += end
    return true
  })
  // A line with only an HTML tag begins HTML up to a blank line, but does not interrupt a paragraph.
  md.block.ruler.after('html_block', 'html_block_with_tags', (state, startLine, endLine, silent) => {
    if (itemAt(state.sCount, startLine) - state.blkIndent >= 4) return false
    const from = itemAt(state.bMarks, startLine) + itemAt(state.tShift, startLine)
    const line = state.src.slice(from, Math.min(itemAt(state.eMarks, startLine), from + longestTag))
    const end = endOfTag(line, () => withoutTags(line, known))
    if (end === null || line.slice(end).trim() !== '') return false
    if (silent) return true
    let next = startLine + 1
    while (next < endLine && !state.isEmpty(next) && itemAt(state.sCount, next) >= state.blkIndent) next++
    state.line = next
    const token = state.push('html_block', '', 0)
    token.map = [startLine, next]
    token.content = state.getLines(startLine, next, state.blkIndent, true)
    return true
  })
}

const endOfTag = (text: string, mask: () => string): number | null => {
  if (!opening.test(text) || !text.includes('{')) return null
  const masked = mask()
  return masked === text ? null : (HTML_OPEN_CLOSE_TAG_RE.exec(masked)?.[0].length ?? null)
}

const htmlTag = /<!--(?:[\s\S]*?-->|[\s\S]*$)|<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/g

/** HTML with its template tags as boxes, or escaped in attributes, where their quotes would end the value. */
export const htmlWithTags = (
  md: MarkdownIt,
  html: string,
  known: readonly TagKind[],
  env: MarkdownEnv,
): string => {
  if (known.length === 0 || !html.includes('{')) return html
  const found = tagsIn(html, known)
  if (found.length === 0) return html
  const elements = Array.from(withoutTags(html, known).matchAll(htmlTag), ({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }))
  let shown = ''
  let done = 0
  let next = 0
  let inCode = 0
  for (const [from, to] of found) {
    for (let element = elements[next]; element && element.to <= from; element = elements[++next]) {
      const code = /^<(\/?)(?:pre|code)\b/i.exec(html.slice(element.from, element.to))
      if (code) inCode += code[1] === '' ? 1 : -1
    }
    const source = html.slice(from, to)
    const isInTag = (elements[next]?.from ?? to) < from
    const label = tagAt(source, 0, source.length, known)?.kind.label ?? ''
    const box = () => (inCode > 0 ? filledIn(md, source) : tagBox(md, 'span', label, source))
    shown += html.slice(done, from) + (isInTag ? md.utils.escapeHtml(source) : trusted(env, box()))
    done = to
  }
  return shown + html.slice(done)
}
