/** Placeholders around the number of a footnote while text is converted; they occur in no text. */
const [markSign, noteSign] = ['\ue002', '\ue003']

/** A placeholder for a mark of a footnote, or for the mark before its text, by the address of a link; else null. */
export const footnoteOf = (href: string): string | null => {
  // Word: #_ftn1 and #_ftnref1; LibreOffice: #sdfootnote1sym and #sdfootnote1anc.
  const [, number, back] = /#(?:_ftn|sdfootnote)(?:(\d+)(?:sym)?|(?:ref)?(\d+)(?:anc)?)$/.exec(href) ?? []
  if (number !== undefined) return `${markSign}${number}${markSign}`
  return back === undefined ? null : `${noteSign}${back}${noteSign} `
}

const marks = new RegExp(`${markSign}(\\d+)${markSign}`, 'g')
const notes = new RegExp(`${noteSign}(\\d+)${noteSign} *`, 'g')

/** The labels of the footnotes of a text. */
export const noteLabels = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\[\^([^\s\][]+)\]/g)].map(([, label = '']) => label))

/** Writes pasted footnotes by labels that are not taken; a mark without its text is left out. */
export const writeNotes = (markdown: string, taken: ReadonlySet<string>): string => {
  const labels = new Map<string, number>()
  let next = 1
  for (const [, number = ''] of markdown.matchAll(notes)) {
    if (labels.has(number)) continue
    while (taken.has(String(next))) next += 1
    labels.set(number, next)
    next += 1
  }
  return markdown
    .replace(notes, (_, number: string) => `[^${labels.get(number)}]: `)
    .replace(marks, (_, number: string) => (labels.has(number) ? `[^${labels.get(number)}]` : ''))
}
