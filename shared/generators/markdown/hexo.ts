import type { Values } from '../../configuration/read-data'
import type { MarkdownFeatures, SiteMarkdown } from '../../markdown/options/features'
import { t } from '../../texts/translate'
import { mapOf } from '../shape/configured-values'
import { flagOf, type MarkdownEvidence, Sayings } from './evidence'

/** Hexo: which renderer is installed, and its options. */
export const hexoOf = ({ packages, configuration }: MarkdownEvidence): SiteMarkdown => {
  const values = configuration?.values ?? {}
  const said = new Sayings().plugins(packages.keys(), (name) => t('site.installed', { name }))
  const has = (name: RegExp) => [...packages.keys()].find((one) => name.test(one))
  const plus = has(/^hexo-renderer-markdown-it-plus$/)
  if (plus !== undefined) return markdownItPlus(said, values, plus)
  const markdownIt = has(/^hexo-renderer-(multi-)?markdown-it/)
  if (markdownIt !== undefined) return markdownItOf(said, values, markdownIt)
  const pandoc = has(/^hexo-renderer-pandoc$/)
  if (pandoc !== undefined)
    return said.say(pandocFeatures, t('site.installed', { name: pandoc })).with('github')
  const kramed = has(/^hexo-renderer-kramed$/)
  if (kramed !== undefined) said.say({ math: true }, t('site.installed', { name: kramed }))
  return markedOf(said, mapOf(values, kramed === undefined ? 'marked' : 'kramed'), kramed ?? 'marked')
}

const markedOf = (said: Sayings, marked: Values, name: string): SiteMarkdown => {
  const where = (key: string) => `_config.yml: ${name.replace('hexo-renderer-', '')}.${key}`
  if (marked.gfm === false)
    said.say(
      {
        tables: false,
        strikethrough: false,
        singleTilde: false,
        autolinks: false,
        taskLists: false,
        breaks: false,
      },
      where('gfm'),
    )
  said.sayIf('breaks', marked.gfm === false ? undefined : flagOf(marked.breaks), where('breaks'))
  said.sayIf('typography', flagOf(marked.smartypants), where('smartypants'))
  said.sayIf('anchors', flagOf(marked.headerIds), where('headerIds'))
  said.sayIf('autolinks', flagOf(marked.autolink), where('autolink'))
  said.sayIf('definitionLists', flagOf(marked.descriptionLists), where('descriptionLists'))
  return said.with()
}

// https://github.com/hexojs/hexo-renderer-markdown-it: its defaults are not those of markdown-it.
const usual: Partial<MarkdownFeatures> = {
  indentedCode: true,
  anchors: true,
  idStyle: 'hexo',
  breaks: true,
  autolinks: true,
  typography: true,
}

const rules = {
  table: 'tables',
  strikethrough: 'strikethrough',
  code: 'indentedCode',
  linkify: 'autolinks',
} as const

const markdownItOf = (said: Sayings, values: Values, name: string): SiteMarkdown => {
  said.say(usual, t('site.installed', { name }))
  const options = mapOf(values, 'markdown')
  const render = mapOf(options, 'render')
  const preset = String(typeof values.markdown === 'string' ? values.markdown : (options.preset ?? 'default'))
  const presetSource = typeof values.markdown === 'string' ? 'markdown' : 'markdown.preset'
  if (preset === 'commonmark' || preset === 'zero')
    said.say(
      { tables: false, strikethrough: false, autolinks: false, typography: false },
      `_config.yml: ${presetSource}`,
    )
  sayRender(said, render, 'markdown.render')
  for (const [list, on] of [
    ['disable_rules', false],
    ['enable_rules', true],
  ] as const)
    for (const rule of [options[list]].flat().map(String))
      if (Object.hasOwn(rules, rule))
        said.say({ [rules[rule as keyof typeof rules]]: on }, `_config.yml: markdown.${list}`)
  if (options.anchors === false) said.say({ anchors: false }, '_config.yml: markdown.anchors')
  return said.plugins(enabledIn(options.plugins), (plugin) => `_config.yml: ${plugin}`).with('markdown-it')
}

const sayRender = (said: Sayings, render: Values, at: string): void => {
  const where = (key: string) => `_config.yml: ${at}.${key}`
  const html = flagOf(render.html)
  said.sayIf('rawHtml', html === undefined ? undefined : html ? 'show' : 'escape', where('html'))
  said.sayIf('breaks', flagOf(render.breaks), where('breaks'))
  said.sayIf('autolinks', flagOf(render.linkify), where('linkify'))
  said.sayIf('typography', flagOf(render.typographer), where('typographer'))
}

/** The names of a list of plugins: `name`, `{ name, enable }` or `{ plugin: { name, enable } }`. */
const enabledIn = (list: unknown): readonly string[] =>
  (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
    const plugin = Object(Object(one).plugin ?? one)
    if (plugin.enable === false) return []
    return typeof one === 'string' ? [one] : typeof plugin.name === 'string' ? [plugin.name] : []
  })

// https://github.com/CHENXCHEN/hexo-renderer-markdown-it-plus lists the plugins that it uses by itself.
const plusPlugins = ['emoji', 'sub', 'sup', 'deflist', 'abbr', 'footnote', 'ins', 'mark', 'katex'].map(
  (name) => `markdown-it-${name}`,
)

const markdownItPlus = (said: Sayings, values: Values, name: string): SiteMarkdown => {
  said.say({ ...usual, typography: false, toc: 'brackets' }, t('site.installed', { name }))
  const options = mapOf(values, 'markdown_it_plus')
  sayRender(said, options, 'markdown_it_plus')
  const listed = Array.isArray(options.plugins) ? options.plugins : []
  const off = new Set(
    listed
      .map((one: unknown) => Object(Object(one).plugin ?? one))
      .filter((plugin) => plugin.enable === false)
      .map((plugin) => String(plugin.name)),
  )
  said.plugins(
    plusPlugins.filter((one) => !off.has(one)),
    () => t('site.installed', { name }),
  )
  return said.plugins(enabledIn(listed), (plugin) => `_config.yml: ${plugin}`).with('markdown-it')
}

// Pandoc's own markdown: https://pandoc.org/MANUAL.html#pandocs-markdown
const pandocFeatures: Partial<MarkdownFeatures> = {
  autolinks: false,
  singleTilde: false,
  alerts: false,
  emoji: false,
  math: true,
  inlineNotes: true,
  definitionLists: true,
  subscript: true,
  superscript: true,
  figures: true,
  typography: true,
  typographyStyle: 'smartypants',
  attributes: 'headings',
  dialects: ['templates', 'more'],
}
