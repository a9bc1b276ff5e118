import { caseless, type Values } from '../../configuration/read-data'
import type { SiteMarkdown } from '../../markdown/options/features'
import { mapOf } from '../shape/configured-values'
import type { ConfigurationPart } from '../shape/generator'
import { flagOf, type MarkdownEvidence, Sayings } from './evidence'

const idStyles = { github: 'goldmark', 'github-ascii': 'github-ascii', blackfriday: 'blackfriday' } as const

/** Hugo: `markup.goldmark` of its configuration. */
export const goldmarkOf = ({ configuration, alertHook }: MarkdownEvidence): SiteMarkdown => {
  const values = caseless(configuration?.values ?? {})
  const markup = mapOf(values, 'markup')
  const goldmark = mapOf(caseless(markup), 'goldmark')
  const [extensions, parser, renderer] = ['extensions', 'parser', 'renderer'].map((key) =>
    caseless(mapOf(caseless(goldmark), key)),
  ) as [Values, Values, Values]
  const extras = caseless(mapOf(extensions, 'extras'))
  const said = new Sayings()
  const where = (key: string) =>
    `${fileWith(configuration, ['markup', 'goldmark', ...key.split('.')])}: ${key}`
  said.sayIf('emoji', flagOf(values.enableemoji), `${fileWith(configuration, ['enableEmoji'])}: enableEmoji`)
  if (alertHook !== undefined) said.say({ alerts: 'callouts' }, alertHook)
  const on = (values: Values, key: string) => flagOf(caseless(mapOf(values, key)).enable)

  said.sayIf('rawHtml', unsafe(flagOf(renderer.unsafe)), where('renderer.unsafe'))
  said.sayIf('breaks', flagOf(renderer.hardwraps), where('renderer.hardWraps'))
  for (const [key, feature] of [
    ['table', 'tables'],
    ['strikethrough', 'strikethrough'],
    ['linkify', 'autolinks'],
    ['tasklist', 'taskLists'],
    ['definitionlist', 'definitionLists'],
  ] as const)
    said.sayIf(feature, flagOf(extensions[key]), where(`extensions.${key}`))
  const { footnote, typographer } = extensions
  said.sayIf('footnotes', flagOf(footnote) ?? on(extensions, 'footnote'), where('extensions.footnote'))
  const disabled = flagOf(caseless(mapOf(extensions, 'typographer')).disable)
  said.sayIf(
    'typography',
    flagOf(typographer) ?? (disabled === undefined ? undefined : !disabled),
    where('extensions.typographer'),
  )
  for (const [key, feature] of [
    ['subscript', 'subscript'],
    ['superscript', 'superscript'],
    ['mark', 'mark'],
    ['insert', 'insert'],
  ] as const)
    said.sayIf(feature, on(extras, key), where(`extensions.extras.${key}`))
  // Subscript and strikethrough share the single tilde.
  if (on(extras, 'subscript')) said.say({ singleTilde: false }, where('extensions.extras.subscript'))
  const passthrough = on(extensions, 'passthrough')
  said.sayIf('math', passthrough, where('extensions.passthrough'))
  const delimiters = delimitersIn(caseless(mapOf(caseless(mapOf(extensions, 'passthrough')), 'delimiters')))
  if (passthrough && delimiters.length > 0)
    said.say({ mathDelimiters: delimiters }, where('extensions.passthrough.delimiters'))
  said.sayIf('anchors', flagOf(parser.autoheadingid), where('parser.autoHeadingID'))
  const style = String(parser.autoheadingidtype ?? parser.autoidtype ?? '').toLowerCase()
  if (Object.hasOwn(idStyles, style))
    said.say({ idStyle: idStyles[style as keyof typeof idStyles] }, where('parser.autoHeadingIDType'))
  const attribute = caseless(mapOf(parser, 'attribute'))
  const [block, title] = [flagOf(attribute.block), flagOf(attribute.title)]
  if (block !== undefined || title !== undefined)
    said.say(
      { attributes: block ? 'blocks' : title === false ? 'off' : 'headings' },
      where('parser.attribute'),
    )
  return said.with()
}

/** The file that sets a value: the last of the data files that has it, else the main file. */
const fileWith = (configuration: MarkdownEvidence['configuration'], path: readonly string[]): string => {
  const keys = path.map((key) => key.toLowerCase())
  const sets = ({ values }: ConfigurationPart) =>
    keys.reduce<unknown>((value, key) => Object(value)[key], caseless(values)) !== undefined
  return configuration?.parts?.findLast(sets)?.file ?? configuration?.file ?? 'hugo.toml'
}

const signs = ['$', '$$', '\\(', '\\['] as const

// `block = [['\\[', '\\]'], ['$$', '$$']]`, and `inline` in the same way.
const delimitersIn = (values: Values): readonly (typeof signs)[number][] => {
  const opening = [values.block, values.inline].flat().map((pair) => [pair].flat()[0])
  return signs.filter((sign) => opening.includes(sign))
}

const unsafe = (flag: boolean | undefined) => (flag === undefined ? undefined : flag ? 'show' : 'omit')
