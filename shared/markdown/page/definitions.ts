import { WordFinder } from '../inlines/abbreviations'
import type { LinkReference } from '../options/env'
import type { Block } from './block'

/** What the whole page defines; where a label is defined twice, the first one counts. */
export interface PageDefinitions {
  readonly references: ReadonlyMap<string, LinkReference>
  /** As the rule that marks them asks for them: with a mark in front of each; null where there are none. */
  readonly abbreviations: Readonly<Record<string, string>> | null
  readonly footnotes: ReadonlySet<string>
}

export const noDefinitions: PageDefinitions = {
  references: new Map(),
  abbreviations: null,
  footnotes: new Set(),
}

/** Each use of a label writes its title again, so a long one is cut: a hostile page would be the square of its text. */
const longestTitle = 300

/** Gathers the definitions of all blocks. */
export const definitionsOf = (blocks: readonly Block[]): PageDefinitions => {
  const references = new Map<string, LinkReference>()
  const abbreviations = new Map<string, string>()
  const footnotes = new Set<string>()
  for (const block of blocks) {
    if (!block.defines) continue
    for (const { defines } of block.sources) {
      for (const [label, reference] of Object.entries(defines?.references ?? {})) {
        if (!references.has(label)) references.set(label, withShortTitle(reference))
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

/** What differs between two states of the definitions. */
export interface ChangedDefinitions {
  /** As blocks note them in `uses`: labels of links, and labels of footnotes behind a `^`. */
  readonly labels: ReadonlySet<string>
  readonly abbreviations: WordFinder | null
}

/** The labels whose meaning is not what it was; null when there are none. */
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
    .map((label) => label.slice(1)) // the plugin writes them with a mark in front

/** A record that answers from the page's definitions and notes every question, answered or not. */
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
