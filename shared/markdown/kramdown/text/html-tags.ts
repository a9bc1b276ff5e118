import { withoutTags } from '../../tags/masked-tags'
import type { TagKind } from '../../tags/tag-at'

// What kramdown accepts as a tag: an XML name and attributes, each value quoted or one word.
const name = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`
const attributes = String.raw`(?:\s+${name}(?:\s*=\s*(?:[\p{L}\p{M}\p{N}_]+|"[^"]*"|'[^']*'))?)*`
/** A tag; groups: `/` of a closing tag, name, attributes, `/` of an empty element. */
export const tagSource = String.raw`<(\/?)(${name})(${attributes})\s*(\/?)>`
/** An incomplete tag, which may continue on the next line. */
export const tagStart = String.raw`<\/?${name}${attributes}(?:\s*|\s+${name}\s*=\s*(?:"[^"]*|'[^']*)?)`

const element = (names: string): RegExp => new RegExp(`^(?:${names})$`, 'i')

/** Block elements: inside a paragraph their tags are text. */
export const isBlockElement = element(
  [
    'address|article|aside|applet|body|blockquote|caption|col|colgroup|dd|div|dl|dt|fieldset|figcaption|figure|footer',
    'form|h[1-6]|header|hgroup|hr|html|head|iframe|legend|menu|li|main|map|nav|ol|optgroup|p|pre|section|summary',
    'table|tbody|td|th|thead|tfoot|tr|ul',
  ].join('|'),
)

/** Elements whose content is parsed as inline markdown. */
export const isSpanElement = element(
  [
    'a|abbr|acronym|b|bdo|big|button|cite|caption|del|dfn|dt|em|h[1-6]|i|ins|label|legend|optgroup|p|q|rb|rbc|rp|rt',
    'rtc|ruby|select|small|span|strong|sub|sup|th|tt',
  ].join('|'),
)

/** Elements without content. */
export const isBodiless = element(
  'area|base|br|col|command|embed|hr|img|input|keygen|link|meta|param|source|track|wbr',
)

const anyTag = new RegExp(tagSource, 'uy')

/** Raw HTML as kramdown writes it: `<` without a valid tag is escaped. */
export const rewrittenHtml = (html: string, known: readonly TagKind[]): string => {
  const masked = withoutTags(html, known)
  let written = ''
  let done = 0
  for (const { index } of masked.matchAll(/<(?=[A-Za-z_/])/g)) {
    if (index < done) continue
    anyTag.lastIndex = index
    const found = anyTag.exec(masked)
    const { length } = found?.[0] ?? '<'
    written += html.slice(done, index) + (found ? html.slice(index, index + length) : '&lt;')
    done = index + length
  }
  return written + html.slice(done)
}
