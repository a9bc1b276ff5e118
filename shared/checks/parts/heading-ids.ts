import { headingId, type IdStyle } from '../../markdown/ids/heading-ids'
import { idMaker, isCountedId, isHugoId } from '../../markdown/ids/unique-ids'
import type { HeadingPart } from './body-parts'

/** All ids that a page's renderer may give its headings, made unique as the renderer does. */
export const headingIds = (headings: readonly HeadingPart[], style: IdStyle): string[] => {
  const areAlike = headings.every(({ id, text }) => id === null && !readDifferently.test(text))
  const shown = areAlike
    ? [asWritten]
    : [asWritten, withoutNotes, withSigns, isHugoId(style) ? asHugoReads : withLongDashes]
  const readings = shown.map((read) => (text: string) => read(withoutEntities(text)))
  if (style === 'vitepress') readings.push(asWritten) // it keeps the names of entities
  const ids = readings.flatMap((read) => {
    const idOf = idMaker()
    const asText = headings.flatMap(
      ({ id, text }) => (id === null ? [] : [headingId(read(`${text} {#${id}}`), style)]), // for a renderer without explicit ids
    )
    const made = headings.map(({ id, text }) =>
      idOf({
        base: id ?? baseOf(read(text), style),
        explicit: id !== null,
        counted: isCountedId(style),
        bare: isHugoId(style),
      }),
    )
    return [...made, ...asText]
  })
  return [...new Set(ids)].filter((id) => id !== '')
}

const baseOf = (text: string, style: IdStyle): string =>
  headingId(text, style) || (isHugoId(style) && text !== '' ? 'heading' : '')

/** What only some of the readings keep; most headings have none of it. */
const readDifferently = /^\s|\s$|\n|[&"']|--|\.{3}|\[\^|:\/\/|www\./

const asWritten = (text: string): string => text

/** Whether a footnote mark is part of the id depends on the renderer's plugins, so both variants count. */
const withoutNotes = (text: string): string => text.replace(/\[\^[^\]]+\]/g, '').trim()

/** With typographic characters, which some renderers insert before they make ids. */
const withSigns = (text: string): string =>
  withoutNotes(text)
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/\.{3}/g, '…')
    .replace(/(^|[\s([{])"/g, '$1“')
    .replace(/(^|[\s([{])'/g, '$1‘')
    .replaceAll('"', '”')
    .replaceAll("'", '’')

const withLongDashes = (text: string): string => withSigns(text.replace(/-{2,3}/g, '—'))

/**
 * Hugo makes ids from the last line, without autolinked addresses and dashes that its typographer replaces.
 */
const asHugoReads = (text: string): string =>
  withoutNotes(text.slice(text.lastIndexOf('\n') + 1))
    .replace(/\b(?:https?:\/\/|www\.)\S+/g, '')
    .replace(/-{2,3}/g, '')
    .trim()

/** The text of a heading without markup but with its entities, from which ids are made. */
export const headingText = (written: string): string =>
  written
    .slice(0, 1000)
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?/g, '')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/(`+)\s?(.+?)\s?\1|<[^<>]+>/g, (_all, _ticks, code = '') => code)
    .replace(/(\*\*|__|~~)(?=\S)(.+?)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]+)\*(?!\w)/g, '$1')
    .replace(/(?<![\w_])_(?=\S)([^_]+)_(?!\w)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim()

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const withoutEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/g, (_all, name: string) => entities[name] ?? '')
