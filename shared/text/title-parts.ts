/** A part of a title: text, or text with a mark around it. */
export type TitlePart =
  | string
  | { readonly tag: 'code' | 'em' | 'strong' | 'del'; readonly parts: readonly TitlePart[] }

/** A longer title is left as it is. In UTF-16 units. */
const longest = 500

const word = '[\\p{L}\\p{N}]'
const patterns = [
  /\\(?<escaped>[!-/:-@[-`{-~])/,
  /(?<ticks>`+)(?!`)(?<code>.+?)(?<!`)\k<ticks>(?!`)/,
  /!?\[(?<linked>[^\][]+)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\)/,
  /\*\*(?=\S)(?<strong>.+?)(?<=\S)\*\*(?!\*)/,
  new RegExp(`(?<!${word})__(?=\\S)(?<bold>.+?)(?<=\\S)__(?!${word})`),
  /\*(?=[^\s*])(?<em>.+?)(?<=[^\s*])\*(?!\*)/,
  new RegExp(`(?<!${word})_(?=[^\\s_])(?<italic>.+?)(?<=[^\\s_])_(?!${word}|_)`),
  /~~(?=\S)(?<del>.+?)(?<=\S)~~/,
]
const marks = new RegExp(patterns.map(({ source }) => source).join('|'), 'gsu')

/** The marks that a title has in markdown: code, emphasis, and links, of which the text is kept. */
export const titleParts = (title: string): readonly TitlePart[] => {
  if (title.length > longest) return [title]
  const parts: TitlePart[] = []
  let end = 0
  for (const found of title.matchAll(marks)) {
    if (found.index > end) parts.push(title.slice(end, found.index))
    end = found.index + found[0].length
    parts.push(...partsOf(found.groups ?? {}))
  }
  if (end < title.length) parts.push(title.slice(end))
  return parts
}

const partsOf = (groups: Readonly<Record<string, string | undefined>>): readonly TitlePart[] => {
  const { escaped, code, linked, strong, bold, em, italic, del } = groups
  if (escaped !== undefined) return [escaped]
  if (code !== undefined) return [{ tag: 'code', parts: [code.replace(/^ (.*\S.*) $/s, '$1')] }]
  if (linked !== undefined) return titleParts(linked)
  const heavy = strong ?? bold
  if (heavy !== undefined) return [{ tag: 'strong', parts: titleParts(heavy) }]
  const slanted = em ?? italic
  if (slanted !== undefined) return [{ tag: 'em', parts: titleParts(slanted) }]
  return [{ tag: 'del', parts: titleParts(del ?? '') }]
}

/** The text of a title without its marks. */
export const titleText = (parts: readonly TitlePart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : titleText(part.parts))).join('')
