import { configurationOf } from '../../configuration/code-values'
import type { MarkdownPreset, SiteMarkdown } from '../../markdown/options/features'
import { gfmFeatures, gfmOff } from '../../markdown/options/presets'
import { t } from '../../texts/translate'
import { mapOf, mapsOf, textOf } from '../shape/configured-values'
import { flagOf, type MarkdownEvidence, majorOf, Sayings } from './evidence'
import { listedPlugins } from './markdown-it'

const pluginLists = ['remarkPlugins', 'rehypePlugins', 'mdPlugins', 'plugins', 'remark', 'rehype'] as const

/** Renderers such as react-markdown: CommonMark plus what installed packages and listed plugins add. */
const sayPackages = (said: Sayings, { packages, configuration }: MarkdownEvidence): Sayings => {
  if (!packages.has('remark-gfm')) said.say(gfmOff, t('site.notInstalled', { name: 'remark-gfm' }))
  said.plugins(packages.keys(), (name) => t('site.installed', { name }))
  const file = configuration?.file ?? ''
  return said.plugins(
    listedPlugins(configuration?.code ?? null, ...pluginLists),
    (name) => `${file}: ${name}`,
  )
}

const has = (packages: ReadonlyMap<string, string>, ...names: readonly RegExp[]): string | undefined =>
  [...packages.keys()].find((name) => names.some((one) => one.test(name)))

/** Sites that choose their own renderer, such as with Next.js: detected by their packages. */
export const ownRendererOf = (evidence: MarkdownEvidence): SiteMarkdown => {
  const { packages } = evidence
  const said = new Sayings()
  const with_ = (preset: MarkdownPreset): SiteMarkdown => sayPackages(said, evidence).with(preset)
  if (has(packages, /^(next-mdx-remote(-client)?|mdx-bundler|next-mdx-enhanced)$/)) return with_('mdx')
  if (has(packages, /^react-markdown$/)) return with_('react-markdown')
  if (has(packages, /^(velite|@content-collections\/(core|markdown|mdx))$/)) {
    sayPackages(said, evidence)
    if (packages.has('velite')) said.say(gfmFeatures, t('site.hasGithub', { name: 'velite' }))
    return said.with('remark-html')
  }
  if (has(packages, /^remark-html$/)) return with_('remark-html')
  const mdx = has(
    packages,
    /^(@next\/mdx|@mdx-js\/(loader|mdx|react|rollup)|contentlayer2?|next-contentlayer2?|nextra)$/,
  )
  if (mdx !== undefined) return with_(mdx === 'nextra' ? 'mdx' : 'remark-html')
  if (has(packages, /^(remark-rehype|rehype-stringify)$/)) return with_('remark-html')
  if (has(packages, /^markdown-it$/)) {
    said.say(
      { rawHtml: 'escape', indentedCode: true, dialects: [] },
      t('site.installed', { name: 'markdown-it' }),
    )
    return said.plugins(packages.keys(), (name) => t('site.installed', { name })).with('markdown-it')
  }
  if (has(packages, /^marked$/))
    return said
      .say(
        { breaks: false, typography: false, anchors: false, definitionLists: false, dialects: [] },
        t('site.installed', { name: 'marked' }),
      )
      .with('marked')
  // No known renderer: assume GitHub's features, as most renderers have them.
  return said.plugins(packages.keys(), (name) => t('site.installed', { name })).with('github')
}

/** Astro: remark up to version 6, Sätteri from version 7 on, and `markdown` of the configuration. */
export const astroOf = ({ packages, configuration }: MarkdownEvidence): SiteMarkdown => {
  const major = majorOf(packages.get('astro'))
  const file = configuration?.file ?? 'astro.config'
  const markdown = mapOf(configuration?.values ?? {}, 'markdown')
  const said = new Sayings()
  const code = configuration?.code ?? null
  if (code === null)
    said.plugins(
      [...packages.keys()].filter((name) => name !== 'remark-gfm'),
      (name) => t('site.installed', { name }),
    )
  else said.plugins(listedPlugins(code, ...pluginLists), (name) => `${file}: ${name}`)
  if (flagOf(markdown.gfm) === false) said.say(gfmOff, `${file}: markdown.gfm`)
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
  return sayPackages(said, evidence).with('mdx')
}

const pluginsIn = (options: Readonly<Record<string, unknown>>): readonly string[] =>
  [options.plugins, options.gatsbyRemarkPlugins, mapOf(options, 'mdxOptions').remarkPlugins]
    .flat()
    .map((one) => (typeof one === 'string' ? one : textOf(mapOf({ one }, 'one'), 'resolve')))
    .filter((name) => name !== null)

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
  const format = textOf(markdown, 'format')
  if (format === 'md' || format === 'detect')
    said.say(
      { grammar: 'remark', indentedCode: true, rawHtml: 'show', dialects: ['more'] },
      `${file}: markdown.format`,
    )
  return said.with()
}
