import type { Values } from '../../configuration/read-data'
import type { SiteMarkdown } from '../../markdown/options/features'
import { t } from '../../texts/translate'
import { mapOf, textOf } from '../shape/configured-values'
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
  if (/commonmark/.test(engine)) return said.with('github')
  const kramdown = mapOf(values, 'kramdown')
  const where = (key: string) => `_config.yml: kramdown.${key}`
  const input = textOf(kramdown, 'input')?.toLowerCase()
  if (input === 'kramdown') said.say({ taskLists: false, strikethrough: false }, where('input'))
  said.sayIf('breaks', flagOf(kramdown.hard_wrap), where('hard_wrap'))
  said.sayIf('anchors', flagOf(kramdown.auto_ids), where('auto_ids'))
  if (kramdown.math_engine === null || kramdown.math_engine === false)
    said.say({ math: false }, where('math_engine'))
  const quirks = kramdown.gfm_quirks
  if ([quirks].flat().some((one) => String(one).includes('no_auto_typographic')))
    said.say({ typography: false }, where('gfm_quirks'))
  const plugins = [values.plugins, values.gems].flat().map(String)
  if (plugins.includes('jemoji')) said.say({ emoji: true }, t('site.pluginListed', { name: 'jemoji' }))
  if (plugins.includes('jekyll-toc'))
    said.say({ toc: 'kramdown' }, t('site.pluginListed', { name: 'jekyll-toc' }))
  return said.with()
}
