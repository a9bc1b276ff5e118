const opensAfter = /^$|[\s([{\u2014\u2013\u201c\u2018*_~>"']/

/** Typographic replacements while typing: curly quotes by their context, dashes and an ellipsis. */
export const printedSign = (
  before: string,
  typed: string,
): { readonly back: number; readonly sign: string } | null => {
  const previous = before.slice(-1)
  if (typed === '"') return { back: 0, sign: opensAfter.test(previous) ? '“' : '”' }
  if (typed === "'") return { back: 0, sign: opensAfter.test(previous) ? '‘' : '’' }
  if (/^\d$/.test(typed)) return previous === '‘' ? { back: 1, sign: `’${typed}` } : null // the ’90s
  // Three dashes at the start of a line are a thematic break, two a setext heading.
  if (typed === '-' && previous === '-' && /\S/.test(before.slice(0, -1)) && !/[-|:]{2}$/.test(before))
    return { back: 1, sign: '–' }
  if (typed === '-' && previous === '–') return { back: 1, sign: '—' }
  if (typed === '.' && /(?<!\.)\.\.$/.test(before)) return { back: 2, sign: '…' }
  return null
}
