/// <reference types="vite/client" />

// Each file becomes its own chunk, loaded only when a page needs that font.
const files = import.meta.glob<string>(
  [
    '../../node_modules/@fontsource-variable/source-serif-4/files/*-wght-*.woff2',
    '../../node_modules/@fontsource-variable/jetbrains-mono/files/*-wght-normal.woff2',
    '../../node_modules/katex/dist/fonts/*.woff2',
  ],
  { query: '?inline', import: 'default' },
)
const fileByName = new Map(Object.entries(files).map(([path, load]) => [path.replace(/^.*\//, ''), load]))

/** The `@font-face` rules that the letters of the page need, with the fonts embedded. */
export const pageFonts = async (html: string): Promise<string> => {
  const [serif, italic, mono] = await Promise.all([
    import('@fontsource-variable/source-serif-4/wght.css?raw'),
    import('@fontsource-variable/source-serif-4/wght-italic.css?raw'),
    import('@fontsource-variable/jetbrains-mono/wght.css?raw'),
  ])
  const rules = [
    ...facesFor(serif.default, lettersOf(html)),
    ...facesFor(italic.default, lettersOf(html, /<(em|i|cite|dfn|var|blockquote)\b[^>]*>[\s\S]*?<\/\1>/gi)),
    ...facesFor(mono.default, lettersOf(html, /<(code|pre|kbd|samp)\b[^>]*>[\s\S]*?<\/\1>/gi)),
  ]
  return (await Promise.all(rules.map(withFont))).join('\n')
}

/** The style sheet of formulas, with the fonts they use. */
export const mathStyle = async (html: string): Promise<string> => {
  const { default: css } = await import('katex/dist/katex.min.css?raw')
  const rules = css.match(/@font-face\s*\{[^}]*\}/g) ?? []
  const used = rules.filter((rule) => usesMathFont(html, fontNameIn(rule)))
  const faces = await Promise.all(used.map((rule) => withFont(rule)))
  return `${faces.join('\n')}\n${css.replace(/@font-face\s*\{[^}]*\}/g, '')}`
}

// In KaTeX, a class names the font of a letter.
const mathFonts: readonly (readonly [file: RegExp, html: RegExp])[] = [
  [/^KaTeX_(?:Main-Regular|Math-Italic)/, /./],
  [/^KaTeX_Main-Bold\./, /\b(?:mathbf|textbf)\b/],
  [/^KaTeX_Main-Italic/, /\b(?:mathit|textit)\b/],
  [/^KaTeX_Main-BoldItalic/, /\b(?:textbf[^"<>]{0,80}textit|textit[^"<>]{0,80}textbf)\b/],
  [/^KaTeX_Math-BoldItalic/, /\bboldsymbol\b/],
  [/^KaTeX_AMS/, /\b(?:amsrm|mathbb|textbb)\b/],
  [/^KaTeX_Caligraphic/, /\bmathcal\b/],
  [/^KaTeX_Fraktur/, /\b(?:mathfrak|textfrak|mathboldfrak)\b/],
  [/^KaTeX_Script/, /\b(?:mathscr|textscr)\b/],
  [/^KaTeX_SansSerif/, /\b(?:mathsf|textsf|mathboldsf|mathsfit|mathitsf)\b/],
  [/^KaTeX_Typewriter/, /\b(?:mathtt|texttt)\b/],
  [/^KaTeX_Size1/, /\b(?:size1|small-op|delim-size1)\b/],
  [/^KaTeX_Size2/, /\b(?:size2|large-op)\b/],
  [/^KaTeX_Size3/, /\bsize3\b/],
  [/^KaTeX_Size4/, /\b(?:size4|delim-size4)\b/],
]
const usesMathFont = (html: string, name: string): boolean =>
  mathFonts.some(([file, mark]) => file.test(name) && mark.test(html))

const facesFor = (css: string, letters: ReadonlySet<number>): string[] =>
  (css.match(/@font-face\s*\{[^}]*\}/g) ?? []).filter((rule) => {
    const ranges = rangesOf(/unicode-range:\s*([^;}]+)/.exec(rule)?.[1] ?? '')
    for (const letter of letters) if (ranges.some(([from, to]) => from <= letter && letter <= to)) return true
    return false
  })

const rangesOf = (written: string): (readonly [from: number, to: number])[] =>
  Array.from(written.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/gi), ([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ])

// The letters of the text, or of the elements that match. Entities are ASCII or decoded by the pipeline already.
const lettersOf = (html: string, elements?: RegExp): ReadonlySet<number> => {
  const parts = elements === undefined ? [html] : (html.match(elements) ?? [])
  const letters = new Set<number>()
  for (const part of parts)
    for (const letter of part.replace(/<[^<>]*>/g, '')) {
      const code = letter.codePointAt(0) ?? 0
      if (code > 0x20) letters.add(code)
    }
  return letters
}

const fontNameIn = (rule: string): string => /(?<![\w-])([\w-]+\.woff2)/.exec(rule)?.[1] ?? ''

const withFont = async (rule: string): Promise<string> => {
  const load = fileByName.get(fontNameIn(rule))
  if (load === undefined) throw new Error(`The font ${fontNameIn(rule)} was not built in`)
  const format = rule.includes('woff2-variations') ? 'woff2-variations' : 'woff2'
  return rule
    .replace(/src:[^;}]+/, `src: url(${await load()}) format('${format}')`)
    .replace('font-display: swap', 'font-display: block') // embedded, so no fallback font is needed
}
