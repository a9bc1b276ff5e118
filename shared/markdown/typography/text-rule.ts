import type MarkdownIt from 'markdown-it'

/**
 * Makes markdown-it's text rule stop at `signs`, so that other rules see them; by default it stops only where
 * a rule of markdown-it could begin. Used only for typography that depends on the surrounding source
 * characters.
 */
export const stopAt = (md: MarkdownIt, signs: string): void => {
  const escaped = signs.replace(/[\]\\^-]/g, '\\$&')
  const run = new RegExp(`[^${escaped}\\n!#$%&*+\\-:<=>@[\\\\\\]^_\`{}~|]+`, 'y')
  md.inline.ruler.at('text', (state, silent) => {
    run.lastIndex = state.pos
    const text = run.exec(state.src)?.[0]
    if (text === undefined) return false
    const length = Math.min(text.length, state.posMax - state.pos)
    if (length <= 0) return false
    if (!silent) state.pending += text.slice(0, length)
    state.pos += length
    return true
  })
}
