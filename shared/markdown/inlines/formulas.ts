/** Draws formulas as HTML with MathML inside for screen readers. */
export type FormulaRenderer = (tex: string, display: boolean) => string

const kept = 500

/** Loads KaTeX. Nothing in a formula can load, link or grow without end. */
export const loadFormulas = async (): Promise<FormulaRenderer> => {
  const { default: katex } = await import('katex')
  const drawn = new Map<string, string>()
  return (tex, display) => {
    const key = `${display ? 'd' : 'i'}${tex}`
    const known = drawn.get(key)
    if (known !== undefined) return known
    if (drawn.size >= kept) drawn.clear()
    const html = katex.renderToString(tex, {
      displayMode: display,
      throwOnError: false,
      strict: 'ignore',
      trust: false,
      maxSize: 40,
      maxExpand: 300,
    })
    drawn.set(key, html)
    return html
  }
}
