import { itemAt } from '../base/item-at'

// No post starts with more markup than this; it bounds the work for a list of ten thousand posts.
const maxMarkup = 8000

/** Start of the body as plain text, at most `limit` characters, cut at a word; up to its `<!--more-->`. */
export const excerptOf = (body: string, limit = 200): string =>
  cutAtWord(plainText(body.slice(0, limit + maxMarkup)), limit)

/** The prose of a piece of markdown, without headings, code, images, tables and marks, on one line. */
export const plainText = (markdown: string): string =>
  inlineText(withoutBlocks(untilMore(markdown)).join(' '))
    .replace(/\s+/g, ' ')
    .trim()

const untilMore = (text: string): string => itemAt(text.split(/<!--\s*more\s*-->/i, 1), 0)

// Line by line, because a hostile post could make a pattern over the whole text slow.
const withoutBlocks = (text: string): string[] => {
  const kept: string[] = []
  let fence: string | null = null
  for (const line of text.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ').split('\n')) {
    const mark = /^\s{0,3}(`{3,}|~{3,}|\$\$)/.exec(line)?.[1]
    if (fence !== null) {
      if (closesFence(line, fence)) fence = null
    } else if (mark !== undefined) {
      fence = mark === '$$' && closesFence(line.trim().slice(2), mark) ? null : mark
    } else if (/^\s{0,3}(?:=+|-{3,})\s*$/.test(line) && kept.at(-1)?.trim()) {
      kept.pop() // the line above was a heading
    } else if (!isNoise(line)) {
      kept.push(line.replace(/^[\s>]*(?:[-*+]|\d{1,9}[.)])?\s+(?:\[[ xX]\]\s+)?|^[\s>]+/, ''))
    }
  }
  return kept
}

const closesFence = (line: string, fence: string): boolean =>
  fence === '$$'
    ? line.trimEnd().endsWith('$$')
    : line.trim().startsWith(fence) && line.trim().replaceAll(fence.charAt(0), '') === ''

const noise = [
  /^\s{0,3}#{1,6}(?:\s|$)/, // heading
  /^\s*\|/, // table
  /^\s*(?:[-*_]\s*){3,}$/, // rule
  /^\s{0,3}\[[^\]]+\]:/, // link definition or footnote
  /^\s*(?:import|export)\s.+(?:from\s+|=|['"])/, // MDX
  /^\s*(?:>\s*)?\[!\w+\]/, // alert
  /^\s*(?:\[\[?toc\]?\]|:::.*)\s*$/i,
]
const isNoise = (line: string): boolean => noise.some((pattern) => pattern.test(line))

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
}

const inlineText = (text: string): string =>
  unguarded(
    text
      .replace(/\\([!-/:-@[-`{-~])/g, (_whole, letter: string) => guarded(letter))
      .replace(/(?<!`)(`+)([^`]+)\1(?!`)/g, (_whole, _ticks, code: string) => guarded(code))
      .replace(/\{\{[^{}]*\}\}|\{%[^%{]*%\}/g, ' ') // shortcodes and Liquid
      .replace(/!\[[^[\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])?/g, ' ')
      .replace(/\[\^[^[\]]*\]/g, '')
      .replace(/\[([^[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])/g, '$1')
      .replace(/<(https?:[^<>\s]+)>/g, '$1')
      .replace(/<\/?[a-z][^<>]*>/gi, ' ')
      .replace(
        /(?<![\w*_])(?:\*{1,3}|_{1,3}|~~|==)(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}|~~|==)(?![\w*_])|\*\*/g,
        '',
      )
      .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) =>
        entityText(whole, decimal, hex, name),
      ),
  )

// Marks in code and escaped ones are moved to a private plane meanwhile, so that no pattern matches them.
const privatePlane = 0x100000
const guarded = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, (letter) => String.fromCodePoint(privatePlane + letter.charCodeAt(0)))
const unguarded = (text: string): string =>
  text.replace(/[\u{100021}-\u{10007e}]/gu, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) - privatePlane),
  )

const entityText = (whole: string, decimal?: string, hex?: string, name?: string): string => {
  if (name !== undefined) return entities[name] ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const isLetter = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isLetter ? String.fromCodePoint(code) : whole
}

const cutAtWord = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  const head = text.slice(0, limit) // cut shorter below, for the ellipsis
  const space = head.lastIndexOf(' ')
  // Scripts without spaces, and words longer than half the excerpt, are cut between characters.
  const cut = space > limit / 2 ? head.slice(0, space) : head.slice(0, limit - 1)
  return `${cut.replace(/(?<![\s,;:.\-–—])[\s,;:.\-–—]+$|[\ud800-\udbff]$/g, '')}…`
}
