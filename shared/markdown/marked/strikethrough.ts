import type MarkdownIt from 'markdown-it'

const struck = /(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/y

/** Longest struck passage, in characters: else each of many tildes is searched to the end of the text. */
const longest = 3_000

/** `~~gone~~` and `~gone~` as marked reads them: any character may come before the first tilde. */
export const markedStrikethrough = (md: MarkdownIt): void => {
  md.inline.ruler.at('strikethrough', (state, silent) => {
    const { src, pos, posMax } = state
    if (src.charCodeAt(pos) !== 126) return false
    struck.lastIndex = pos
    const found = struck.exec(src.slice(0, Math.min(posMax, pos + longest)))
    if (!found) {
      const run = /^~+/.exec(src.slice(pos, posMax))?.[0] ?? '' // then the whole run is text
      if (!silent) state.pending += run
      state.pos += run.length
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
