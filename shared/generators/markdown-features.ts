import type { MarkdownChoice, MarkdownFeatures, MarkdownPreset } from '../markdown/options/features'
import { definedIn, featuresOf } from '../markdown/options/presets'
import { habitsOf, type MadeWith } from './generators'

/** The renderer that the posts of a site are usually made for. */
export const presetOf = (site: MadeWith): MarkdownPreset => habitsOf(site).markdown.preset

/** The switches for posts of a site: its generator's preset, unless a choice names another; later choices win. */
export const featuresFor = (
  site: MadeWith,
  ...choices: readonly (MarkdownChoice | undefined)[]
): MarkdownFeatures => {
  const preset = choices.reduce((found, choice) => choice?.preset ?? found, presetOf(site))
  const set = choices.flatMap((choice) => Object.entries(definedIn(choice?.features)))
  return { ...featuresOf(preset), ...(Object.fromEntries(set) as Partial<MarkdownFeatures>) }
}
