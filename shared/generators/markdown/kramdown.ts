import type { Values } from '../../configuration/read-data'
import type { SiteMarkdown } from '../../markdown/options/features'
import { t } from '../../texts/translate'
import { mapOf, textOf, textsOf } from '../shape/configured-values'
import { flagOf, type MarkdownEvidence, Sayings } from './evidence'

/** Themes whose gem has an include that shows a picture. */
const themes: readonly (readonly [theme: RegExp, include: string])[] = [[/\bminimal-mistakes\b/, 'figure']]

const pictureIncludes = (values: Values, includes: MarkdownEvidence['includes']): readonly string[] => {
  const said = [textOf(values, 'theme'), textOf(values, 'remote_theme'), gemsIn(includes?.gemfile ?? '')]
  const brought = themes.filter(([theme]) => said.some((text) => theme.test(text ?? '')))
  return [...new Set([...(includes?.pictures ?? []), ...brought.map(([, name]) => name)])]
}

const gemsIn = (gemfile: string): string =>
  [...gemfile.matchAll(/^[ \t]*gem[ \t(]+["']([\w-]+)["']/gm)].map(([, name]) => name).join('\n')

/** Jekyll: its engine, and the options of kramdown. */
export const kramdownOf = ({ configuration, includes }: MarkdownEvidence): SiteMarkdown => {
  const values = configuration?.values ?? {}
  const engine = textOf(values, 'markdown')?.toLowerCase() ?? 'kramdown'
  const said = new Sayings()
  const pictures = pictureIncludes(values, includes)
  if (pictures.length > 0) said.say({ figureIncludes: pictures }, '_includes')
  if (/commonmark/.test(engine)) return commonmarkOf(said, values, /ghpages/.test(engine))
  const kramdown = mapOf(values, 'kramdown')
  const where = (key: string) => `_config.yml: kramdown.${key}`
  const input = textOf(kramdown, 'input')?.toLowerCase()
  if (input === 'kramdown') said.say({ taskLists: false, strikethrough: false }, where('input'))
  said.sayIf('breaks', flagOf(kramdown.hard_wrap), where('hard_wrap'))
  said.sayIf('anchors', flagOf(kramdown.auto_ids), where('auto_ids'))
  if ([null, false, 'nil'].includes(kramdown.math_engine as null | false | string))
    said.say({ math: false }, where('math_engine'))
  const quirks = kramdown.gfm_quirks
  if ([quirks].flat().some((one) => String(one).includes('no_auto_typographic')))
    said.say({ typography: false }, where('gfm_quirks'))
  const plugins = [values.plugins, values.gems].flat().map(String)
  if (plugins.includes('jemoji')) said.say({ emoji: true }, t('site.pluginListed', { name: 'jemoji' }))
  if (plugins.includes('jekyll-toc'))
    said.say({ toc: 'kramdown' }, t('site.pluginListed', { name: 'jekyll-toc' }))
  if (plugins.includes('jekyll-spaceship'))
    said.say({ emoji: true, mermaid: true }, t('site.pluginListed', { name: 'jekyll-spaceship' }))
  return said.with()
}

const commonmarkExtensions = {
  table: 'tables',
  strikethrough: 'strikethrough',
  autolink: 'autolinks',
  tasklist: 'taskLists',
} as const

/** jekyll-commonmark: plain CommonMark and what `commonmark` lists; that of GitHub Pages gives headings ids. */
const commonmarkOf = (said: Sayings, values: Values, ofGitHubPages: boolean): SiteMarkdown => {
  const commonmark = mapOf(values, 'commonmark')
  const engine = `_config.yml: markdown: ${textOf(values, 'markdown') ?? ''}`
  const extensions = textsOf(commonmark.extensions)
  const options = textsOf(commonmark.options).map((name) => name.toUpperCase())
  said.say({ grammar: 'commonmark', rawHtml: 'omit', dialects: ['templates', 'more'] }, engine)
  if (ofGitHubPages) said.say({ anchors: true, idStyle: 'kramdown' }, engine)
  for (const [name, feature] of Object.entries(commonmarkExtensions))
    if (extensions.includes(name))
      said.say({ [feature]: true }, `_config.yml: commonmark.extensions: ${name}`)
  if (extensions.includes('strikethrough'))
    said.say({ singleTilde: true }, '_config.yml: commonmark.extensions: strikethrough')
  const where = (name: string) => `_config.yml: commonmark.options: ${name}`
  if (options.includes('UNSAFE')) said.say({ rawHtml: 'show' }, where('UNSAFE'))
  if (options.includes('HARDBREAKS')) said.say({ breaks: true }, where('HARDBREAKS'))
  if (options.includes('FOOTNOTES')) said.say({ footnotes: true }, where('FOOTNOTES'))
  if (options.includes('SMART'))
    said.say({ typography: true, typographyStyle: 'smartypants' }, where('SMART'))
  return said.with('commonmark')
}
