import type { IdStyle } from './heading-ids'

/** What decides how the id of a heading is made unique. */
export interface WantedId {
  readonly base: string
  /** Written by the author; stays as it is. */
  readonly explicit: boolean
  /** Each base is counted separately, although the result may equal the id of another heading. */
  readonly counted: boolean
  /** The heading gets no id if nothing is left of its text. */
  readonly bare: boolean
}

const hugo: ReadonlySet<IdStyle> = new Set(['goldmark', 'github-ascii', 'blackfriday'])
const counting: ReadonlySet<IdStyle> = new Set(['kramdown', 'hexo'])

/** Whether the style is Hugo's: ids are made from the written text, and missing if nothing is left of it. */
export const isHugoId = (style: IdStyle): boolean => hugo.has(style)
export const isCountedId = (style: IdStyle): boolean => counting.has(style)

/** Makes the ids of a page's headings, in their order. */
export const idMaker = (): ((wanted: WantedId) => string) => {
  const seen = new Map<string, number>()
  const counted = (base: string): string => {
    const times = seen.get(base)
    seen.set(base, times === undefined ? 0 : times + 1)
    return times === undefined ? base : `${base}-${times + 1}`
  }
  const unique = (base: string): string => {
    let id = base
    while (seen.has(id)) {
      const next = (seen.get(base) ?? 0) + 1
      seen.set(base, next)
      id = `${base}-${next}`
    }
    seen.set(id, 0)
    return id
  }
  return (wanted) => {
    if (wanted.explicit) {
      // kramdown counts only the ids that it makes itself.
      if (!wanted.counted && !seen.has(wanted.base)) seen.set(wanted.base, 0)
      return wanted.base
    }
    if (wanted.bare && wanted.base === '') return ''
    return wanted.counted ? counted(wanted.base) : unique(wanted.base)
  }
}
