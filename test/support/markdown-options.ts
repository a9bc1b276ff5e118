import type { MarkdownFeatures, MarkdownPreset } from '../../shared/markdown/options/features'
import type { MarkdownOptions } from '../../shared/markdown/options/options'
import { featuresOf } from '../../shared/markdown/options/presets'
import { renderPost } from '../../shared/markdown/page/render-post'

/** Options with simple engines for code and math, whose output is easy to read in a result. */
export const markdownOptions = (
  preset: MarkdownPreset = 'everything',
  features: Partial<MarkdownFeatures> = {},
): MarkdownOptions => ({
  features: featuresOf(preset, features),
  assetUrl: (reference) => `asset:${reference}`,
  remoteImages: 'hold',
  highlight: (code) => ({ html: code.replaceAll('<', '&lt;'), final: true }),
  math: (tex, display) => `<math>${display ? 'D' : 'I'}:${tex}</math>`,
})

/** The HTML of some markdown, without the line breaks between elements. */
export const html = (
  markdown: string,
  preset: MarkdownPreset = 'everything',
  features: Partial<MarkdownFeatures> = {},
): string => renderPost(markdown, markdownOptions(preset, features)).html.replace(/>\n+/g, '>').trim()
