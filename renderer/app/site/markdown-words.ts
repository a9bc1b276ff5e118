import { featuresFor, presetOf } from '../../../shared/generators/markdown-features'
import type { MarkdownChoice } from '../../../shared/markdown/options/features'
import { presetDefaults } from '../../../shared/markdown/options/presets'
import { t } from '../../../shared/texts/translate'
import { type ChoosingSite, sourceOf } from '../../settings/markdown-choice'
import { choices, dialects, switches } from '../../settings/markdown-labels'

/** Markdown features from one source. */
export interface FeatureGroup {
  /** "from hugo.toml". */
  readonly source: string
  /** Features that are on, or off though on by default; named as in the settings. */
  readonly features: readonly string[]
}

/** The markdown features of a site by their source; the defaults last. */
export const featureGroups = (site: ChoosingSite, choice: MarkdownChoice): readonly FeatureGroup[] => {
  const features = featuresFor(site, site.markdown, choice)
  const defaults = t('settings.fromSource', {
    source: presetDefaults[choice.preset ?? site.markdown?.preset ?? presetOf(site)],
  })
  const groups = new Map<string, string[]>()
  const add = (source: string, words: string) => groups.set(source, [...(groups.get(source) ?? []), words])
  for (const [key, { label }] of entriesOf(switches)) {
    const source = sourceOf(site, choice, key)
    if (features[key]) add(source, label)
    else if (source !== defaults) add(source, t('app.featureOff', { feature: label }))
  }
  for (const [key, { label, options }] of entriesOf(choices)) {
    const value: boolean | string = features[key]
    const source = sourceOf(site, choice, key)
    const chosen = (options as readonly { readonly value: boolean | string; readonly label: string }[]).find(
      (option) => option.value === value,
    )
    const isOff = value === false || value === 'off'
    if (chosen && (!isOff || source !== defaults))
      add(source, t('app.featureAs', { feature: label, value: lowerFirst(chosen.label) }))
  }
  const shown = features.dialects.map((name) => dialects[name].label)
  if (shown.length > 0) for (const label of shown) add(sourceOf(site, choice, 'dialects'), label)
  return Array.from(groups, ([source, words]) => ({ source, features: words })).sort(
    (a, b) => Number(a.source === defaults) - Number(b.source === defaults),
  )
}

const entriesOf = <K extends string, V>(record: Readonly<Record<K, V>>): (readonly [K, V])[] =>
  Object.entries(record) as [K, V][]

const lowerFirst = (words: string): string =>
  /^[A-Z][a-z ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
