import type { SiteHabits } from '../../shared/generators/generators'
import { featuresFor, presetOf } from '../../shared/generators/markdown-features'
import {
  type DialectName,
  dialectName,
  type MarkdownChoice,
  type MarkdownFeatures,
  type MarkdownPreset,
  type SiteMarkdown,
} from '../../shared/markdown/options/features'
import { presetDefaults } from '../../shared/markdown/options/presets'
import { t } from '../../shared/texts/translate'

/** The markdown of the site that a choice is about. */
export interface ChoosingSite extends SiteHabits {
  readonly markdown?: SiteMarkdown | undefined
}

/** Sets another preset, or the site's own for null; resets all switches. */
export const withPreset = (preset: MarkdownPreset | null): MarkdownChoice =>
  preset === null ? {} : { preset }

/** Sets a switch. A value equal to the preset's is not stored. */
export const withFeature = <K extends keyof MarkdownFeatures>(
  site: ChoosingSite,
  choice: MarkdownChoice,
  key: K,
  value: MarkdownFeatures[K],
): MarkdownChoice => {
  const { [key]: _, ...others } = choice.features ?? {}
  const bare: MarkdownChoice = choice.preset === undefined ? {} : { preset: choice.preset }
  const usual = featuresFor(site, site.markdown, bare)[key]
  const features = sameFeature(usual, value) ? others : { ...others, [key]: value }
  return Object.keys(features).length === 0 ? bare : { ...bare, features }
}

const sameFeature = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.toSorted().join() === other.toSorted().join()
    : one === other

/** The dialects with one turned on or off, in a fixed order so that they can be compared. */
export const withDialect = (
  dialects: readonly DialectName[],
  name: DialectName,
  on: boolean,
): readonly DialectName[] => dialectName.options.filter((one) => (one === name ? on : dialects.includes(one)))

/** The number of switches that differ from the preset. */
export const ownSwitches = ({ features }: MarkdownChoice): number =>
  Object.values(features ?? {}).filter((value) => value !== undefined).length

/** The source of a switch's value, as text. */
export const sourceOf = (site: ChoosingSite, choice: MarkdownChoice, key: keyof MarkdownFeatures): string => {
  if (choice.features?.[key] !== undefined) return t('settings.setHere')
  const own = site.markdown?.features?.[key]
  if (own !== undefined) return site.markdown?.sources?.[key] ?? t('site.fromSettings')
  const preset = choice.preset ?? site.markdown?.preset ?? presetOf(site)
  return t('settings.fromSource', { source: presetDefaults[preset] })
}
