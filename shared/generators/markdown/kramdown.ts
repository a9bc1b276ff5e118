import type { SiteMarkdown } from '../../markdown/options/features'
import { t } from '../../texts/translate'
import { mapOf, textOf } from '../shape/configured-values'
import { flagOf, type MarkdownEvidence, Sayings } from './evidence'

/** Jekyll: its engine, and the options of kramdown. */
export const kramdownOf = ({ configuration }: MarkdownEvidence): SiteMarkdown => {
  const values = configuration?.values ?? {}
  const engine = textOf(values, 'markdown')?.toLowerCase() ?? 'kramdown'
  if (/commonmark/.test(engine)) return new Sayings().say({}, '').with('github')
  const said = new Sayings()
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
