import type { MarkdownChoice, MarkdownFeatures, MarkdownPreset } from '../markdown/options/features'
import { definedIn, featuresOf } from '../markdown/options/presets'
import { habitsOf, type MadeWith } from './generators'

/** The preset for the markdown renderer of a site's generator. */
export const presetOf = (site: MadeWith): MarkdownPreset => habitsOf(site).markdown.preset

/** The features for a site: its generator's preset unless a choice names one; later choices win. */
export const featuresFor = (
  site: MadeWith,
  ...choices: readonly (MarkdownChoice | undefined)[]
): MarkdownFeatures => {
  const preset = choices.reduce((found, choice) => choice?.preset ?? found, presetOf(site))
  const set = choices.flatMap((choice) => Object.entries(definedIn(choice?.features)))
  return { ...featuresOf(preset), ...(Object.fromEntries(set) as Partial<MarkdownFeatures>) }
}
