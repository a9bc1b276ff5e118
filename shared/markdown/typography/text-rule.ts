import type MarkdownIt from 'markdown-it'

/**
 * Lets rules see signs that markdown-it passes over as text: it only stops where one of its own could begin. Kept to
 * the typography that needs what stands before and behind in the source.
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
