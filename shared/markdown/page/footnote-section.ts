import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { createCounter } from '../../base/counter'
import { t } from '../../texts/translate'
import { type BlockFacts, type FootnoteFact, type MarkdownEnv, newFacts } from '../options/env'
import type { MarkdownOptions } from '../options/options'
import { renderSafely } from '../rules/raw-html'
import type { PageNote, PageNumbers } from './page-numbers'

/** More back links than this help nobody and fill the page. */
const maxBackLinks = 100

const backLinks = ({ number, marks }: PageNote): string =>
  Array.from({ length: Math.min(marks, maxBackLinks) }, (_, index) => {
    const again = index > 0 ? `:${index + 1}` : ''
    return ` <a href="#fnref${number}${again}" class="footnote-backref" aria-label="${t('preview.backToText')}">↩</a>`
  }).join('')

/** The notes at the end of the page, and the facts found while they were rendered. */
export interface FootnoteSection {
  readonly html: string
  readonly facts: BlockFacts
}

/** Renders the notes at the end of the page; nothing if no mark refers to one. */
export const footnoteSection = (
  md: MarkdownIt,
  numbers: PageNumbers,
  options: MarkdownOptions,
): FootnoteSection => {
  const facts = newFacts()
  if (numbers.notes.length === 0) return { html: '', facts }
  // Old versions of remark put no <p> around notes if each is a single paragraph.
  const tight =
    options.features.grammar === 'remark-legacy' &&
    numbers.notes.every(({ note }) => !note || isParagraph(note))
  const items = numbers.notes.map((entry) => {
    const html = noteHtml(md, entry, { numbers, facts, tight }, options).trimEnd()
    const back = backLinks(entry)
    const inside = tight
      ? html + back
      : html.endsWith('</p>')
        ? `${html.slice(0, -4)}${back}</p>`
        : `${html}<p>${back.trim()}</p>`
    return `<li id="fn${entry.number}">${inside}</li>\n`
  })
  return {
    html: `<section class="footnotes" role="doc-endnotes"><ol>\n${items.join('')}</ol></section>\n`,
    facts,
  }
}

const isParagraph = ({ tokens }: FootnoteFact): boolean =>
  tokens.length === 3 && tokens[0]?.type === 'paragraph_open'

const noteHtml = (
  md: MarkdownIt,
  entry: PageNote,
  {
    numbers,
    facts,
    tight,
  }: { readonly numbers: PageNumbers; readonly facts: BlockFacts; readonly tight: boolean },
  options: MarkdownOptions,
): string => {
  if (!entry.note || !entry.block) return ''
  const env: MarkdownEnv = { numbers: { ...numbers.of(entry.block), refs: entry.refs }, facts }
  const [first, text, last] = entry.note.tokens
  if (tight && first && text && last)
    return renderSafely(
      md,
      [{ ...first, hidden: true }, text, { ...last, hidden: true }] as Token[],
      env,
      options,
    )
  return renderSafely(md, entry.note.tokens, env, options)
}

const versions = new WeakMap<FootnoteFact, number>()
const nextVersion = createCounter()

const versionOf = (note: FootnoteFact): number => {
  const known = versions.get(note)
  if (known !== undefined) return known
  const version = nextVersion()
  versions.set(note, version)
  return version
}

/** Changes whenever the section may have changed. */
export const notesSignature = (numbers: PageNumbers): string =>
  numbers.notes
    .map(({ note, marks, refs }) => {
      const inner = refs.map(({ number, occurrence }) => `${number}:${occurrence}`).join(' ')
      return `${note ? versionOf(note) : '-'}/${marks}/${inner}`
    })
    .join(',')
