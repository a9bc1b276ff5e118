import type { SiteMarkdown } from '../../markdown/options/features'
import { t } from '../../texts/translate'
import { mapOf } from '../shape/configured-values'
import { flagOf, type MarkdownEvidence, Sayings } from './evidence'

/** Hexo: which renderer is installed, and its options. */
export const hexoOf = ({ packages, configuration }: MarkdownEvidence): SiteMarkdown => {
  const values = configuration?.values ?? {}
  const said = new Sayings().plugins(packages.keys(), (name) => t('site.installed', { name }))
  const markdownIt = [...packages.keys()].find((name) => /^hexo-renderer-markdown-it/.test(name))
  if (markdownIt !== undefined) {
    const options = mapOf(values, 'markdown')
    const render = mapOf(options, 'render')
    const where = (key: string) => `_config.yml: markdown.render.${key}`
    said.say(
      { indentedCode: true, anchors: true, idStyle: 'hexo', autolinks: true, typography: true },
      t('site.installed', { name: markdownIt }),
    )
    said.sayIf('rawHtml', flagOf(render.html) === false ? 'escape' : undefined, where('html'))
    said.sayIf('breaks', flagOf(render.breaks), where('breaks'))
    said.sayIf('autolinks', flagOf(render.linkify), where('linkify'))
    said.sayIf('typography', flagOf(render.typographer), where('typographer'))
    const listed = Array.isArray(options.plugins) ? options.plugins : []
    const names = listed.map((one: unknown) => String(Object(one).name ?? one))
    return said.plugins(names, (name) => `_config.yml: ${name}`).with('markdown-it')
  }
  const marked = mapOf(values, 'marked')
  const where = (key: string) => `_config.yml: marked.${key}`
  said.sayIf('breaks', flagOf(marked.breaks), where('breaks'))
  said.sayIf('typography', flagOf(marked.smartypants), where('smartypants'))
  said.sayIf('anchors', flagOf(marked.headerIds), where('headerIds'))
  said.sayIf('autolinks', flagOf(marked.autolink), where('autolink'))
  said.sayIf('definitionLists', flagOf(marked.descriptionLists), where('descriptionLists'))
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
  return said.with()
}
