import type { SiteMarkdown } from '../../markdown/options/features'
import { t } from '../../texts/translate'
import { mapOf, textOf } from '../shape/configured-values'
import { flagOf, type MarkdownEvidence, Sayings } from './evidence'

/** Zola: pulldown-cmark with Zola's extensions (`components/markdown/src/markdown.rs`) and options. */
export const zolaOf = ({ configuration }: MarkdownEvidence): SiteMarkdown => {
  const values = configuration?.values ?? {}
  const markdown = mapOf(values, 'markdown')
  const anchors = textOf(mapOf(values, 'slugify'), 'anchors')
  const said = new Sayings()
  said.say(
    {
      tables: true,
      strikethrough: true,
      taskLists: true,
      footnotes: true,
      attributes: 'headings',
      anchors: true,
      idStyle: anchors === undefined || anchors === null || anchors === 'on' ? 'zola' : 'github',
      highlight: true,
      dialects: ['shortcodes', 'more'],
    },
    t('preview.defaultsOf', { name: 'Zola' }),
  )
  said.sayIf('typography', flagOf(markdown.smart_punctuation), 'config.toml: markdown.smart_punctuation')
  said.sayIf('emoji', flagOf(markdown.render_emoji), 'config.toml: markdown.render_emoji')
  said.sayIf('definitionLists', flagOf(markdown.definition_list), 'config.toml: markdown.definition_list')
  if (flagOf(markdown.github_alerts)) said.say({ alerts: true }, 'config.toml: markdown.github_alerts')
  return said.with()
}
