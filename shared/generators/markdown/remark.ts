import { configurationOf } from '../../configuration/code-values'
import type { Values } from '../../configuration/read-data'
import type { SiteMarkdown } from '../../markdown/options/features'
import { gfmOff } from '../../markdown/options/presets'
import { t } from '../../texts/translate'
import { mapOf, mapsOf, textOf } from '../shape/configured-values'
import type { ConfigurationCode } from '../shape/generator'
import { flagOf, type MarkdownEvidence, majorOf, Sayings } from './evidence'
import { knownPlugins, listedPlugins } from './listed-plugins'
import type { ListedPlugin } from './plugin-features'

const pluginLists = ['remarkPlugins', 'rehypePlugins', 'mdPlugins', 'plugins', 'remark', 'rehype'] as const

/** Renderers such as react-markdown: CommonMark plus what installed packages and listed plugins add. */
export const sayPackages = (said: Sayings, { packages, configuration }: MarkdownEvidence): Sayings => {
  if (!packages.has('remark-gfm')) said.say(gfmOff, t('site.notInstalled', { name: 'remark-gfm' }))
  said.plugins(packages.keys(), (name) => t('site.installed', { name }))
  const file = configuration?.file ?? ''
  return said.plugins(
    listedPlugins(configuration?.code ?? null, ...pluginLists),
    (name) => `${file}: ${name}`,
  )
}

/** Plugins by the code that lists them, which decides both ways; by the installed packages if it is not fully known. */
export const sayKnown = (
  said: Sayings,
  evidence: MarkdownEvidence,
  sources: readonly ConfigurationCode[],
): Sayings => {
  for (const { file, code } of sources) {
    const known = knownPlugins(code, 'remarkPlugins', 'rehypePlugins')
    if (known === null) continue
    if (!known.some(isGfm)) said.say(gfmOff, t('site.notListed', { file, name: 'remark-gfm' }))
    return said.plugins(known, (name) => `${file}: ${name}`)
  }
  return sayPackages(said, evidence)
}

export const isGfm = ({ name }: ListedPlugin): boolean => /^(@docusaurus\/)?remark-gfm$/.test(name)

/** Astro: remark up to version 6, Sätteri from version 7 on, and `markdown` of the configuration. */
export const astroOf = ({ packages, configuration }: MarkdownEvidence): SiteMarkdown => {
  const major = majorOf(packages.get('astro'))
  const file = configuration?.file ?? 'astro.config'
  const markdown = mapOf(configuration?.values ?? {}, 'markdown')
  const said = new Sayings()
  const code = configuration?.code ?? null
  if (flagOf(markdown.gfm) === false) said.say(gfmOff, `${file}: markdown.gfm`)
  if (code === null)
    said.plugins(
      [...packages.keys()].filter((name) => name !== 'remark-gfm'),
      (name) => t('site.installed', { name }),
    )
  else said.plugins(listedPlugins(code, ...pluginLists), (name) => `${file}: ${name}`)
  if (markdown.syntaxHighlight === false) said.say({ highlight: false }, `${file}: markdown.syntaxHighlight`)
  said.sayIf('typography', flagOf(markdown.smartypants), `${file}: markdown.smartypants`)
  for (const call of code?.calls ?? []) {
    const options = call.args
      .map((one) => configurationOf(one))
      .find((one) => one !== null && 'features' in one)
    if (options) saySatteri(said, mapOf(options, 'features'), file)
  }
  const isRemark = major !== null ? major < 7 : false
  return said.with(isRemark || packages.has('@astrojs/markdown-remark') ? 'astro-remark' : 'astro')
}

// Astro 7: `markdown: { processor: satteri({ features: { … } }) }`
const saySatteri = (said: Sayings, features: Readonly<Record<string, unknown>>, file: string): void => {
  const where = (key: string) => `${file}: features.${key}`
  said.sayIf(
    'typography',
    flagOf(features.smartPunctuation ?? features.smartypants),
    where('smartPunctuation'),
  )
  said.sayIf('math', flagOf(features.math), where('math'))
  said.sayIf(
    'definitionLists',
    flagOf(features.definitionList ?? features.definitionLists),
    where('definitionList'),
  )
  said.sayIf('superscript', flagOf(features.superscript), where('superscript'))
  said.sayIf('subscript', flagOf(features.subscript), where('subscript'))
  said.sayIf('wikiLinks', flagOf(features.wikilinks ?? features.wikiLinks), where('wikilinks'))
  said.sayIf('containers', flagOf(features.directive ?? features.directives), where('directive'))
  if (flagOf(features.gfm) === false) said.say(gfmOff, where('gfm'))
}

/** Gatsby: gatsby-transformer-remark with its plugins, or gatsby-plugin-mdx. */
export const gatsbyOf = (evidence: MarkdownEvidence): SiteMarkdown => {
  const { packages, configuration } = evidence
  const said = new Sayings()
  const file = configuration?.file ?? 'gatsby-config.js'
  const listed = mapsOf(configuration?.values.plugins)
  const nested = listed.flatMap((plugin) => pluginsIn(mapOf(plugin, 'options')))
  const top = listed.map((plugin) => textOf(plugin, 'resolve')).filter((name) => name !== null)
  const plain = [configuration?.values.plugins].flat().filter((name) => typeof name === 'string')
  if (nested.length > 0) said.plugins(nested, (name) => `${file}: ${name}`)
  else said.plugins(packages.keys(), (name) => t('site.installed', { name }))
  const remark = listed.find((plugin) => textOf(plugin, 'resolve') === 'gatsby-transformer-remark')
  const options = remark === undefined ? {} : mapOf(remark, 'options')
  said.sayIf('footnotes', flagOf(options.footnotes), `${file}: footnotes`)
  if (flagOf(options.gfm) === false)
    said.say(
      { tables: false, strikethrough: false, singleTilde: false, autolinks: false, taskLists: false },
      `${file}: gfm`,
    )
  const isMdx =
    [...top, ...plain].includes('gatsby-plugin-mdx') ||
    (remark === undefined && packages.has('gatsby-plugin-mdx'))
  if (!isMdx || packages.has('gatsby-transformer-remark')) return said.with('gatsby')
  return sayKnown(said, evidence, configuration?.code ? [{ file, code: configuration.code }] : []).with('mdx')
}

const pluginsIn = (options: Readonly<Record<string, unknown>>): readonly ListedPlugin[] =>
  [options.plugins, options.gatsbyRemarkPlugins, mapOf(options, 'mdxOptions').remarkPlugins]
    .flat()
    .flatMap((one) => {
      const map = mapOf({ one }, 'one')
      const name = typeof one === 'string' ? one : textOf(map, 'resolve')
      return name === null ? [] : [{ name, options: mapOf(map, 'options') }]
    })

/** Docusaurus: the plugins of its presets, and `markdown`. */
export const docusaurusOf = ({ configuration }: MarkdownEvidence): SiteMarkdown => {
  const file = configuration?.file ?? 'docusaurus.config.js'
  const said = new Sayings().plugins(
    listedPlugins(configuration?.code ?? null, ...pluginLists),
    (name) => `${file}: ${name}`,
  )
  const markdown = mapOf(configuration?.values ?? {}, 'markdown')
  said.sayIf('emoji', flagOf(markdown.emoji), `${file}: markdown.emoji`)
  said.sayIf('mermaid', flagOf(markdown.mermaid), `${file}: markdown.mermaid`)
  const compatible = mapOf(markdown, 'mdx1Compat')
  if (flagOf(compatible.headingIds) === false)
    said.say({ attributes: 'off' }, `${file}: markdown.mdx1Compat.headingIds`)
  if (admonitionsOff(configuration?.values)) said.say({ containers: false }, `${file}: admonitions`)
  const format = textOf(markdown, 'format')
  if (format === 'md' || format === 'detect')
    said.say(
      { grammar: 'remark', indentedCode: true, rawHtml: 'show', dialects: ['more'] },
      `${file}: markdown.format`,
    )
  return said.with()
}

// `['classic', { blog: { admonitions: false } }]`, or the same for a plugin.
const admonitionsOff = (values: Values = {}): boolean =>
  [values.presets, values.plugins]
    .flat()
    .flatMap((one: unknown) => (Array.isArray(one) ? [Object(one[1])] : []))
    .some((options) => options.admonitions === false || Object(options.blog).admonitions === false)
