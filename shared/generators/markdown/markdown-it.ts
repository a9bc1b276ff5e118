import {
  Called,
  type CodeValue,
  configurationOf,
  isObject,
  packageOf,
  type ReadCode,
} from '../../configuration/code-values'
import type { Values } from '../../configuration/read-data'
import type { MarkdownFeatures, SiteMarkdown } from '../../markdown/options/features'
import { t } from '../../texts/translate'
import { mapOf } from '../shape/configured-values'
import { flagOf, type MarkdownEvidence, Sayings } from './evidence'
import { valuesOf } from './listed-plugins'
import type { ListedPlugin } from './plugin-features'

const isMarkdownIt = (value: CodeValue): boolean => /^markdown-it(?:$|\/)/.test(packageOf(value) ?? '')

/** The options passed to `markdownIt({…})` and to `.set({…})`; null if the code does not call it. */
export const ownLibrary = (code: ReadCode | null): Values | null => {
  const made = code?.calls.find((call) => call.method === null && isMarkdownIt(call.on))
  if (made === undefined) return null
  const [first, second] = made.args
  return { ...valuesOf(isObject(first) ? first : second), ...setLater(code) }
}

/** The options passed to any call of `.set({…})`. */
const setLater = (code: ReadCode | null): Values =>
  Object.assign(
    {},
    ...(code?.calls ?? []).filter(({ method }) => method === 'set').map(({ args }) => valuesOf(args[0])),
  )

/** The packages passed to any call of `.use(…)`, with their options. */
export const used = (code: ReadCode | null): readonly ListedPlugin[] =>
  (code?.calls ?? [])
    .filter(({ method }) => method === 'use')
    .flatMap(({ args: [plugin, options] }) => {
      const name = typeof plugin === 'string' ? null : packageOf(plugin)
      return name === null ? [] : [{ name, options: valuesOf(options) }]
    })

const disabled: Readonly<Record<string, Partial<MarkdownFeatures>>> = {
  code: { indentedCode: false },
  table: { tables: false },
  strikethrough: { strikethrough: false },
}
const enabled: Readonly<Record<string, Partial<MarkdownFeatures>>> = {
  code: { indentedCode: true },
  table: { tables: true },
  strikethrough: { strikethrough: true },
}

const switchedBy = (code: ReadCode | null, method: 'enable' | 'disable'): readonly string[] =>
  (code?.calls ?? [])
    .filter((call) => call.method === method)
    .flatMap(({ args }) => [args[0]].flat())
    .filter((name) => typeof name === 'string')

/** The options of markdown-it itself. */
export const sayOptions = (said: Sayings, options: Values, file: string): void => {
  const where = (key: string) => `${file}: ${key}`
  const html = flagOf(options.html)
  said.sayIf('rawHtml', html === undefined ? undefined : html ? 'show' : 'escape', where('html'))
  said.sayIf('breaks', flagOf(options.breaks), where('breaks'))
  said.sayIf('autolinks', flagOf(options.linkify), where('linkify'))
  said.sayIf('typography', flagOf(options.typographer), where('typographer'))
}

/** Eleventy: its markdown library, with its plugins and rules. */
export const eleventyOf = ({ packages, configuration }: MarkdownEvidence): SiteMarkdown => {
  const said = new Sayings()
  const code = configuration?.code ?? null
  const file = configuration?.file || t('site.configuration')
  const own = ownLibrary(code)
  if (own !== null) {
    said.say({ rawHtml: 'escape', indentedCode: true }, t('site.ownMarkdownIt', { file }))
    sayOptions(said, own, file)
  } else sayOptions(said, setLater(code), file)
  const plugins = used(code)
  if (code === null) said.plugins(packages.keys(), (name) => t('site.installed', { name }))
  else said.plugins(plugins, (name) => `${file}: ${name}`)
  // Any call with the plugin as an argument counts, as it may be passed on by the site's own functions.
  const anchors = code?.calls.some(({ args }) => args.some(isIdPlugin)) ?? false
  if (anchors) said.say({ anchors: true, idStyle: 'slugify' }, `${file}: IdAttributePlugin`)
  saySlugs(said, slugOption(code), `${file}: slugify`)
  sayRules(said, code, file)
  return said.with()
}

const sayRules = (said: Sayings, code: ReadCode | null, file: string): void => {
  for (const name of switchedBy(code, 'disable'))
    said.say(disabled[name] ?? {}, `${file}: disable('${name}')`)
  for (const name of switchedBy(code, 'enable')) said.say(enabled[name] ?? {}, `${file}: enable('${name}')`)
}

/** The `slugify` option of markdown-it-anchor; undefined if it has none. */
const slugOption = (code: ReadCode | null): CodeValue | undefined => {
  const call = code?.calls.find(
    ({ method, args: [plugin] }) =>
      method === 'use' && /^markdown-it-anchor(?:#|$)/.test(packageOf(plugin) ?? ''),
  )
  const options = call?.args[1]
  return options !== undefined && isObject(options) ? options.slugify : undefined
}

const saySlugs = (said: Sayings, slugs: CodeValue | undefined, source: string): void => {
  if (slugs === undefined) return
  const isFilter =
    slugs instanceof Called && slugs.method === 'getFilter' && /^slugi?fy$/.test(String(slugs.args[0]))
  const isPackage = /^@sindresorhus\/slugify(?:#|$)/.test(packageOf(slugs) ?? '')
  said.say({ idStyle: isFilter || isPackage ? 'slugify' : 'own' }, source)
}

const isIdPlugin = (value: CodeValue): boolean =>
  typeof value === 'object' && value !== null && 'name' in value && value.name === 'IdAttributePlugin'

/** VitePress and VuePress: `markdown` of the configuration, with the plugins used in its `config`. */
export const vitepressOf = ({ configuration }: MarkdownEvidence): SiteMarkdown => {
  const said = new Sayings()
  const file = configuration?.file || t('site.configuration')
  const markdown = mapOf(configuration?.values ?? {}, 'markdown')
  said.sayIf('math', flagOf(markdown.math), `${file}: markdown.math`)
  sayOptions(said, markdown, `${file}: markdown`)
  if (flagOf(markdown.attrs) === false || mapOf(markdown, 'attrs').disable === true)
    said.say({ attributes: 'off' }, `${file}: markdown.attrs`)
  saySlugs(
    said,
    optionOf(configuration?.code ?? null, 'markdown', 'anchor', 'slugify'),
    `${file}: markdown.anchor.slugify`,
  )
  if (flagOf(markdown.gfmAlerts) === false) said.say({ alerts: false }, `${file}: markdown.gfmAlerts`)
  const code = configuration?.code ?? null
  sayOptions(said, setLater(code), file)
  sayRules(said, code, file)
  return said.plugins(used(code), (name) => `${file}: ${name}`).with()
}

/** The value of an option in the exported configuration, by the keys that lead to it. */
const optionOf = (code: ReadCode | null, ...keys: readonly string[]): CodeValue | undefined =>
  keys.reduce<CodeValue | undefined>(
    (value, key) => (value !== undefined && isObject(value) ? value[key] : undefined),
    configurationOf(code?.exported),
  )
