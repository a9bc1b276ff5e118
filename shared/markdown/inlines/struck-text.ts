import type MarkdownIt from 'markdown-it'

/** Longest struck passage, in characters: else each of many tildes is searched to the end of the text. */
const longest = 3_000

/** Strikethrough whose end is searched for when it begins; a match has the mark and the text. */
const struckText = (pattern: RegExp, textWithout: RegExp) => (md: MarkdownIt) => {
  md.inline.ruler.at('strikethrough', (state, silent) => {
    const { src, pos, posMax } = state
    if (src.charCodeAt(pos) !== 126) return false
    pattern.lastIndex = pos
    const found = pattern.exec(src.slice(0, Math.min(posMax, pos + longest)))
    if (!found) {
      const text = textWithout.exec(src.slice(pos, posMax))?.[0] ?? ''
      if (!silent) state.pending += text
      state.pos += text.length
      return true
    }
    const [all, mark = '', inside = ''] = found
    if (!silent) {
      state.push('s_open', 's', 1).markup = mark
      state.pos = pos + mark.length
      state.posMax = state.pos + inside.length
      md.inline.tokenize(state)
      state.posMax = posMax
      state.push('s_close', 's', -1).markup = mark
    }
    state.pos = pos + all.length
    return true
  })
}

/** `~~gone~~` and `~gone~` as marked reads them: any character may come before the first tilde. */
export const markedStrikethrough = struckText(
  /(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/y,
  /^~+/, // without an end, the whole run is text
)

/** `~~gone~~` as kramdown's parser for GitHub's markdown reads it: beside any character. */
export const kramdownStrikethrough = struckText(/(~~)(?=[^\s~])([\s\S]*?[^\s~])~~/y, /^~/)
