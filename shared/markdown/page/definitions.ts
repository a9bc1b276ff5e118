import { WordFinder } from '../inlines/abbreviations'
import type { LinkReference } from '../options/env'
import type { Block } from './block'

/** The definitions of the whole page. */
export interface PageDefinitions {
  readonly references: ReadonlyMap<string, LinkReference>
  /** In the form that the abbreviation rule looks them up: with a prefix; null if there are none. */
  readonly abbreviations: Readonly<Record<string, string>> | null
  readonly footnotes: ReadonlySet<string>
}

export const noDefinitions: PageDefinitions = {
  references: new Map(),
  abbreviations: null,
  footnotes: new Set(),
}

/** Each use of a label repeats its title, so a long one is cut: the output would grow quadratically. */
const longestTitle = 300

/** Collects the definitions of all blocks. If a label is defined twice, the first one counts; with `lastWins`, the last. */
export const definitionsOf = (blocks: readonly Block[], lastWins: boolean): PageDefinitions => {
  const references = new Map<string, LinkReference>()
  const abbreviations = new Map<string, string>()
  const footnotes = new Set<string>()
  for (const block of blocks) {
    if (!block.defines) continue
    for (const { defines } of block.sources) {
      for (const [label, reference] of Object.entries(defines?.references ?? {})) {
        if (lastWins || !references.has(label)) references.set(label, withShortTitle(reference))
      }
      for (const [label, title] of Object.entries(defines?.abbreviations ?? {})) {
        if (!abbreviations.has(label)) abbreviations.set(label, title.slice(0, longestTitle))
      }
      for (const label of defines?.footnotes ?? []) footnotes.add(label)
    }
  }
  return {
    references,
    abbreviations: abbreviations.size > 0 ? Object.fromEntries(abbreviations) : null,
    footnotes,
  }
}

const withShortTitle = (reference: LinkReference): LinkReference =>
  reference.title && reference.title.length > longestTitle
    ? { ...reference, title: reference.title.slice(0, longestTitle) }
    : reference

/** The difference between two states of the definitions. */
export interface ChangedDefinitions {
  /** As blocks record them in `uses`: labels of links, and labels of footnotes with `^` before them. */
  readonly labels: ReadonlySet<string>
  readonly abbreviations: WordFinder | null
}

/** The labels whose meaning has changed; null if there are none. */
export const changedBetween = (
  before: PageDefinitions,
  after: PageDefinitions,
): ChangedDefinitions | null => {
  const labels = new Set<string>()
  for (const [label, reference] of after.references) {
    const old = before.references.get(label)
    if (!old || old.href !== reference.href || old.title !== reference.title) labels.add(label)
  }
  for (const label of before.references.keys()) if (!after.references.has(label)) labels.add(label)
  for (const label of after.footnotes) if (!before.footnotes.has(label)) labels.add(`^${label}`)
  for (const label of before.footnotes) if (!after.footnotes.has(label)) labels.add(`^${label}`)
  const words = changedWords(before.abbreviations ?? {}, after.abbreviations ?? {})
  if (labels.size === 0 && words.length === 0) return null
  return { labels, abbreviations: words.length > 0 ? new WordFinder(words) : null }
}

const changedWords = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((label) => before[label] !== after[label])
    .map((label) => label.slice(1)) // the plugin stores them with a prefix

/** A record that looks labels up in the page's definitions and notes every lookup, successful or not. */
export const recordedReferences = (
  references: ReadonlyMap<string, LinkReference>,
  uses: Set<string>,
): Record<string, LinkReference> =>
  new Proxy<Record<string, LinkReference>>(Object.create(null), {
    get: (_target, label) => {
      if (typeof label !== 'string') return undefined
      uses.add(label)
      return references.get(label)
    },
  })
