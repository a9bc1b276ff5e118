import { type Called, chainOf, packageOf, type ReadCode } from '../../configuration/code-values'
import type { MarkdownPreset, SiteMarkdown } from '../../markdown/options/features'
import { gfmFeatures, gfmOff } from '../../markdown/options/presets'
import { t } from '../../texts/translate'
import { mapOf } from '../shape/configured-values'
import type { ConfigurationCode } from '../shape/generator'
import { flagOf, type MarkdownEvidence, Sayings } from './evidence'
import { knownPlugins, valuesOf } from './listed-plugins'
import { ownLibrary, sayOptions, used } from './markdown-it'
import type { ListedPlugin } from './plugin-features'
import { isGfm, sayKnown, sayPackages } from './remark'

const has = (packages: ReadonlyMap<string, string>, name: RegExp): string | undefined =>
  [...packages.keys()].find((one) => name.test(one))

const mdxAtRunTime = /^(next-mdx-remote(-client)?|mdx-bundler|next-mdx-enhanced)(\/|$)/
const mdxAtBuild =
  /^(@next\/mdx|@mdx-js\/(loader|mdx|react|rollup)|contentlayer2?|next-contentlayer2?|nextra)$/

/** Sites that choose their own renderer, such as with Next.js: by their code, else by their packages. */
export const ownRendererOf = (evidence: MarkdownEvidence): SiteMarkdown => {
  const { packages, rendering = [] } = evidence
  const said = new Sayings()
  const plugins = (preset: MarkdownPreset, sources: readonly ConfigurationCode[]): SiteMarkdown =>
    sayKnown(said, evidence, sources).with(preset)
  if (has(packages, mdxAtRunTime)) return plugins('mdx', rendering.filter(callsOf(mdxAtRunTime)))
  if (packages.has('react-markdown')) return reactMarkdownOf(said, evidence)
  if (has(packages, /^(velite|@content-collections\/(core|markdown|mdx))$/))
    return collectionsOf(said, evidence)
  if (packages.has('remark-html')) return unifiedOf(said, evidence)
  const mdx = has(packages, mdxAtBuild)
  if (mdx !== undefined) return plugins(mdx === 'nextra' ? 'mdx' : 'remark-html', configured(evidence))
  if (has(packages, /^(remark-rehype|rehype-stringify)$/)) return unifiedOf(said, evidence)
  if (packages.has('markdown-it')) return markdownItOf(said, evidence)
  if (packages.has('marked')) return markedOf(said, evidence)
  // No known renderer: assume GitHub's features, as most renderers have them.
  return said.plugins(packages.keys(), (name) => t('site.installed', { name })).with('github')
}

const callsOf =
  (name: RegExp) =>
  ({ code }: ConfigurationCode): boolean =>
    code.calls.some((call) => name.test(rendererOf(call) ?? ''))

/** The package whose function, class or component is called, also by a chain: `unified().use(…)`. */
const rendererOf = (call: Called): string | null => packageOf(chainOf(call).start)

const configured = ({ configuration }: MarkdownEvidence): readonly ConfigurationCode[] => [
  ...(configuration?.beside ?? []),
  ...(configuration?.code ? [{ file: configuration.file, code: configuration.code }] : []),
]

const reactMarkdownOf = (said: Sayings, evidence: MarkdownEvidence): SiteMarkdown => {
  const uses = (evidence.rendering ?? []).filter(callsOf(/^react-markdown$/))
  const [first] = uses
  const known = uses.map(({ code }) => pluginsOfElements(code))
  if (first === undefined || known.includes(null)) return sayPackages(said, evidence).with('react-markdown')
  const plugins = known.flatMap((some) => some ?? [])
  if (!plugins.some(isGfm)) said.say(gfmOff, t('site.notListed', { file: first.file, name: 'remark-gfm' }))
  uses.forEach(({ file, code }, index) => {
    said.plugins(known[index] ?? [], (name) => `${file}: ${name}`)
    const hidden = code.calls.some((call) => valuesOf(call.args[0]).skipHtml === true)
    if (hidden) said.say({ rawHtml: 'omit' }, `${file}: skipHtml`)
  })
  return said.with('react-markdown')
}

/** The plugins of `<Markdown …>`: none if it has no such attribute; null if they are known only at run time. */
const pluginsOfElements = (code: ReadCode): readonly ListedPlugin[] | null => {
  const elements = code.calls.filter((call) => rendererOf(call) === 'react-markdown')
  if (elements.some(({ args: [attributes] }) => '...' in Object(attributes))) return null
  const areListed = elements.some(({ args: [attributes] }) =>
    /Plugins/.test(Object.keys(Object(attributes)).join()),
  )
  return areListed
    ? knownPlugins({ ...code, exported: undefined, calls: elements }, 'remarkPlugins', 'rehypePlugins')
    : []
}

const collectionsOf = (said: Sayings, evidence: MarkdownEvidence): SiteMarkdown => {
  const { packages } = evidence
  if (!packages.has('velite')) return sayKnown(said, evidence, configured(evidence)).with('remark-html')
  const own = configured(evidence).find(({ file }) => file.startsWith('velite.'))
  sayKnown(said, evidence, own === undefined ? [] : [own])
  said.say(gfmFeatures, t('site.hasGithub', { name: 'velite' }))
  const values = own === undefined ? {} : valuesOf(firstArgument(own.code, 'velite') ?? own.code.exported)
  for (const key of ['markdown', 'mdx'])
    if (flagOf(mapOf(values, key).gfm) === false) said.say(gfmOff, `${own?.file}: ${key}.gfm`)
  const singleTilde = own && knownPlugins(own.code, 'remarkPlugins')?.filter(isGfm)
  return said.plugins(singleTilde ?? [], (name) => `${own?.file}: ${name}`).with('remark-html')
}

const firstArgument = (code: ReadCode, from: string) =>
  code.calls.find((call) => rendererOf(call) === from && call.method === null)?.args[0]

const unifiedOf = (said: Sayings, evidence: MarkdownEvidence): SiteMarkdown => {
  const source = (evidence.rendering ?? []).find(callsOf(/^(unified|remark|rehype)$/))
  const plugins = source === undefined ? [] : used(source.code)
  const calls = (source?.code.calls ?? []).filter(({ method }) => method === 'use')
  if (source === undefined || plugins.length < calls.length)
    return sayPackages(said, evidence).with('remark-html')
  const { file } = source
  if (!plugins.some(isGfm)) said.say(gfmOff, t('site.notListed', { file, name: 'remark-gfm' }))
  said.plugins(plugins, (name) => `${file}: ${name}`)
  const toHtml = plugins.find(({ name }) => name === 'remark-rehype')
  if (toHtml !== undefined && toHtml.options.allowDangerousHtml !== true)
    said.say({ rawHtml: 'omit' }, `${file}: remark-rehype`)
  return said.with('remark-html')
}

const markdownItOf = (said: Sayings, { packages, rendering = [] }: MarkdownEvidence): SiteMarkdown => {
  said.say(
    { rawHtml: 'escape', indentedCode: true, dialects: [] },
    t('site.installed', { name: 'markdown-it' }),
  )
  const source = rendering.find(callsOf(/^markdown-it(\/|$)/))
  if (source === undefined)
    return said.plugins(packages.keys(), (name) => t('site.installed', { name })).with('markdown-it')
  sayOptions(said, ownLibrary(source.code) ?? {}, source.file)
  return said.plugins(used(source.code), (name) => `${source.file}: ${name}`).with('markdown-it')
}

const markedOf = (said: Sayings, { rendering = [] }: MarkdownEvidence): SiteMarkdown => {
  said.say(
    { breaks: false, typography: false, anchors: false, definitionLists: false, dialects: [] },
    t('site.installed', { name: 'marked' }),
  )
  const source = rendering.find(callsOf(/^marked$/))
  if (source === undefined) return said.with('marked')
  const given = source.code.calls
    .filter((call) => /^marked(-|$)/.test(rendererOf(call) ?? ''))
    .flatMap(({ args }) => args.map(valuesOf))
  const options = Object.assign({}, ...given) as Readonly<Record<string, unknown>>
  said.sayIf('breaks', flagOf(options.breaks), `${source.file}: breaks`)
  if (options.gfm === false) said.say({ ...gfmOff, breaks: false }, `${source.file}: gfm`)
  const extensions = source.code.calls.flatMap(({ args }) => args.map(packageOf))
  if (extensions.includes('marked-gfm-heading-id'))
    said.say({ anchors: true, idStyle: 'github' }, `${source.file}: marked-gfm-heading-id`)
  if (extensions.includes('marked-smartypants'))
    said.say({ typography: true, typographyStyle: 'smartypants' }, `${source.file}: marked-smartypants`)
  return said.with('marked')
}
