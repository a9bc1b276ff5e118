import { t } from '../../texts/translate'

/** A head larger than this is not parsed; real ones stay under 20 KB. */
const maxHeadLength = 256 * 1024

/** Lists and groups nested deeper than this are not parsed: some parsers hang on them. */
export const maxHeadDepth = 64

/**
 * A longer run of blanks and line breaks is not parsed: a pattern in gray-matter takes quadratic time on it.
 */
const maxHeadGap = 2000

/** Why this text must not be parsed; null if it may be. Cheap, and never recursive. */
export const limitOf = (content: string): string | null => {
  if (content.length > maxHeadLength) return t('form.headTooLarge')
  if (longestGap(content) > maxHeadGap) return t('form.headGap', { count: maxHeadGap })
  const deep = bracketDepth(content) > maxHeadDepth || indentDepth(content) > maxHeadDepth
  return deep ? t('form.headTooDeep', { count: maxHeadDepth }) : null
}

const blank = /\s/

const longestGap = (content: string): number => {
  let gap = 0
  let longest = 0
  for (let at = 0; at < content.length; at++) {
    const code = content.charCodeAt(at)
    const isBlank = code <= 0x20 || (code >= 0xa0 && blank.test(content.charAt(at)))
    gap = isBlank ? gap + 1 : 0
    if (gap > longest) longest = gap
  }
  return longest
}

/** How deep brackets are nested. Counts those in quotes too: no real head has that many unclosed ones in its strings. */
export const bracketDepth = (content: string): number => {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < content.length; at++) {
    const code = content.charCodeAt(at)
    if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth)
    else if (code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1)
  }
  return deepest
}

const indentation = /^[ \t]*(?:[-?:][ \t]+)*/gm

const indentDepth = (content: string): number => {
  const open: number[] = []
  let deepest = 0
  for (const [prefix] of content.matchAll(indentation)) {
    if (prefix === '') {
      open.length = 0
      continue
    }
    for (const column of columnsOf(prefix)) {
      while (open.length > 0 && (open.at(-1) ?? 0) >= column) open.pop()
      open.push(column)
    }
    deepest = Math.max(deepest, open.length)
  }
  return deepest
}

const columnsOf = (prefix: string): number[] => {
  const columns: number[] = []
  for (let at = 0; at < prefix.length; at++) if (!/[ \t]/.test(prefix.charAt(at))) columns.push(at)
  columns.push(prefix.length)
  return columns
}
