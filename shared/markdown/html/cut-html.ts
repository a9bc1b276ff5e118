import { itemAt } from '../../base/item-at'

const tag = /<(\/?)([A-Za-z][\w:-]*)(?![\w:-])[^<>]*>/g
const named = (names: string): ReadonlySet<string> => new Set(names.split(' '))
const empty = named('area base br col embed hr img input link meta source track wbr')
/** Inline elements; any other is a block. */
const inline = named(
  'a abbr b bdi bdo br cite code data del dfn em font i img input ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr',
)

export interface CutLimits {
  /** Characters in total. */
  readonly most: number
  /** Characters in a row without a block element; `<pre>` has no such limit. */
  readonly maxInline: number
}

/**
 * The start of safe HTML, in which `<` and `>` occur only in tags: cut between two words near these limits,
 * with open elements closed. HTML within the limits is returned unchanged.
 */
export const cutHtml = (html: string, { most, maxInline }: CutLimits): string => {
  if (html.length <= Math.min(most, maxInline)) return html
  const open: string[] = []
  let behindTag = 0
  let behindBlock = 0
  const limit = () => Math.min(most, open.includes('pre') ? most : behindBlock + maxInline)
  tag.lastIndex = 0
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    const end = found.index + found[0].length
    if (end > limit()) break
    const name = itemAt(found, 2).toLowerCase()
    behindTag = end
    if (found[1] === '/') open.length = open.includes(name) ? open.lastIndexOf(name) : open.length
    else if (!empty.has(name) && !found[0].endsWith('/>')) open.push(name)
    if (!inline.has(name)) behindBlock = end
  }
  if (html.length <= limit()) return html
  const nextTag = html.indexOf('<', behindTag)
  const end = nextTag >= 0 && nextTag < limit() ? nextTag : endOfWord(html, behindTag, limit())
  return (
    html.slice(0, end) +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  )
}

/** Longer words are cut in the middle. */
const longestWord = 200

/** The last blank before `most`; if none is near, a place that splits no character and no entity. */
const endOfWord = (html: string, from: number, most: number): number => {
  const blank = Math.max(html.lastIndexOf(' ', most), html.lastIndexOf('\n', most))
  if (blank > from && most - blank <= longestWord) return blank
  const entity = html.lastIndexOf('&', most)
  if (entity >= from && most - entity < 12) return entity
  return /[\ud800-\udbff]/.test(html.charAt(most - 1)) ? most - 1 : most
}
