import type MarkdownIt from 'markdown-it'
import type { StateCore, Token } from 'markdown-it'

/** A range of text and its replacement. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The text of a block as one string, and which of its characters may be replaced. */
export interface FlatText {
  readonly text: string
  /** False for characters that must stay as written, such as escaped ones. */
  readonly mayChange: (at: number) => boolean
}

/** Replaces code and images; counts as a letter for adjacent quotes. */
const placeholder = '\uE000'

interface Piece {
  readonly token: Token
  readonly from: number
}

/**
 * Adds typography that reads the text of a block as a whole, across emphasis and links. `escaped`: also
 * changes characters that were escaped or written as entities; `links`: also changes addresses that became
 * links; `skipsImages`: quotes around an image are as if nothing were between them; `separate`: each text
 * between other elements is a whole.
 */
export const flatTypography = (
  md: MarkdownIt,
  find: (flat: FlatText) => readonly Replacement[],
  ways: {
    readonly escaped: boolean
    readonly links: boolean
    readonly skipsImages?: boolean
    readonly separate?: boolean
  },
): void => {
  md.core.ruler.after('replacements', 'flat_typography', (state: StateCore) => {
    for (const block of state.tokens) {
      if (block.type !== 'inline' || !block.children || !/['"`]|--|\.\.|&/.test(block.content)) continue
      for (const tokens of ways.separate ? textsIn(block.children) : [block.children]) {
        const { pieces, flat } = flatten(tokens, ways)
        apply(pieces, find(flat))
      }
    }
  })
}

const textsIn = (children: readonly Token[]): readonly Token[][] => {
  const texts: Token[][] = [[]]
  for (const token of children) {
    if (['text', 'text_special', 'softbreak'].includes(token.type)) texts.at(-1)?.push(token)
    else texts.push([])
  }
  return texts.filter(({ length }) => length > 0)
}

const flatten = (
  children: readonly Token[],
  { escaped, links, skipsImages = false }: Parameters<typeof flatTypography>[2],
) => {
  const pieces: Piece[] = []
  const fixed = new Set<number>()
  let text = ''
  let addresses = 0
  for (const token of children) {
    if (token.info === 'auto') addresses += token.nesting
    const isText = token.type === 'text' || token.type === 'text_special'
    if (isText && (escaped || token.type === 'text') && (links || addresses === 0)) {
      pieces.push({ token, from: text.length })
      text += token.content
    } else if (isText) {
      for (let at = 0; at < token.content.length; at++) fixed.add(text.length + at)
      text += token.content
    } else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n'
    else if (token.nesting === 0 && token.type !== 'html_inline' && !(skipsImages && token.type === 'image'))
      text += placeholder
  }
  return { pieces, flat: { text, mayChange: (at: number) => !fixed.has(at) } }
}

const apply = (pieces: readonly Piece[], replacements: readonly Replacement[]): void => {
  const waiting = replacements.toSorted((one, other) => one.from - other.from)
  let next = 0
  for (const { token, from } of pieces) {
    const to = from + token.content.length
    let content = ''
    let done = from
    for (; (waiting[next]?.from ?? to) < to; next++) {
      const one = waiting[next] as Replacement
      if (one.from < done || one.to > to) continue // not within this piece, or overlaps the one before
      content += token.content.slice(done - from, one.from - from) + one.text
      done = one.to
    }
    token.content = content + token.content.slice(done - from)
  }
}
