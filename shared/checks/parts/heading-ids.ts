import { headingId, type IdStyle } from '../../markdown/ids/heading-ids'
import type { HeadingPart } from './body-parts'

/** The ids of the headings of a page, in the spelling of its renderer and unique as it makes them. */
export const headingIds = (headings: readonly HeadingPart[], style: IdStyle): string[] => {
  const ids = new Set<string>()
  const seen = new Map<string, number>()
  for (const { id, text } of headings)
    for (const words of new Set([text, withoutNotes(text)])) {
      const base = id ?? headingId(words, style)
      const times = seen.get(base) ?? 0
      seen.set(base, times + 1)
      if (base !== '') ids.add(times === 0 || id !== null ? base : `${base}-${times}`)
    }
  return [...ids]
}

/** Whether the mark of a footnote counts for the id differs with the renderer's plugins: both are known. */
const withoutNotes = (text: string): string => text.replace(/\[\^[^\]]+\]/g, '').trim()

/** The text of a heading without its marks, as ids are made of it. */
export const headingText = (written: string): string =>
  written
    .slice(0, 1000)
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?/g, '')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^<>]+>/g, '')
    .replace(/(`+)\s?(.+?)\s?\1/g, '$2')
    .replace(/(\*\*|__|~~)(?=\S)(.+?)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]+)\*(?!\w)/g, '$1')
    .replace(/(?<![\w_])_(?=\S)([^_]+)_(?!\w)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(amp|lt|gt|quot);/g, (_all, name: string) => entities[name] ?? '')
    .trim()

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
