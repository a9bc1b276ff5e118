import { t } from '../../texts/translate'
import { merged, type Parameter, parameter, type Shortcode } from '../shape'

const quoted = String.raw`(?:"([^"\n]{1,200})"|\x60([^\x60]{0,200})\x60)`

const gets = new RegExp(String.raw`(?<!\.Parent)\.Get\s+(?:(\d{1,2})\b|${quoted})`, 'g')
const params = /(?<!\.(?:Parent|Page|Site))\.Params\.([A-Za-z_]\w*)/g
const indexed = new RegExp(String.raw`\b(?:index|isset)\s+\$?\.Params\s+(?:(\d{1,2})\b|${quoted})`, 'g')
const compared =
  /\b(?:eq|ne)\s+(?:\(\s*)?\$?\.(?:Get\s+"([\w-]+)"|Params\.(\w+))\s*(?:\)\s+|(?<=\s))"([^"\n]{0,80})"/g
const defaulted = [
  /\.Get\s+(?:"([\w-]+)"|(\d{1,2}))\s*(?:\)\s*)?\|\s*default\s+(?:"([^"\n]*)"|([\w.-]+))/g,
  /\bdefault\s+(?:"([^"\n]*)"|([\w.-]+))\s+(?:\(\s*)?\$?\.Get\s+(?:"([\w-]+)"|(\d{1,2}))/g,
] as const

const atPlace = (written: string): Parameter =>
  parameter(t('shortcodes.valueAt', { number: Number(written) + 1 }), { position: Number(written) })

const found = (
  place: string | undefined,
  ...names: readonly (string | undefined)[]
): readonly Parameter[] => {
  if (place !== undefined) return [atPlace(place)]
  const name = names.find((one) => one !== undefined)
  return name === undefined || name === '' ? [] : [parameter(name)]
}

const comment = /\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}|<!--[\s\S]*?-->/g

// Only up to the last end of a comment: searching for ends that are not there takes quadratic time.
const withoutComments = (template: string): string => {
  const ends = [...template.matchAll(/\*\/\s*-?\}\}|-->/g)]
  const last = ends.at(-1)
  const end = last ? last.index + last[0].length : 0
  return template.slice(0, end).replace(comment, '') + template.slice(end)
}

/** Reads a Hugo shortcode from its template (`layouts/shortcodes/name.html`), which is never run. */
export const readHugoShortcode = (name: string, file: string, template: string): Shortcode => {
  const source = withoutComments(template)
  const all: Parameter[] = []
  for (const [, place, a, b] of source.matchAll(gets)) all.push(...found(place, a, b))
  for (const [, name] of source.matchAll(params)) all.push(...found(undefined, name))
  for (const [, place, a, b] of source.matchAll(indexed)) all.push(...found(place, a, b))
  for (const [, a, b, value = ''] of source.matchAll(compared))
    all.push(parameter(a ?? b ?? '', value === '' ? {} : { choices: [value] }))
  for (const [, name, place, text, bare] of source.matchAll(defaulted[0]))
    all.push(...found(place, name).map((one) => ({ ...one, otherwise: text ?? bare ?? '' })))
  for (const [, text, bare, name, place] of source.matchAll(defaulted[1]))
    all.push(...found(place, name).map((one) => ({ ...one, otherwise: text ?? bare ?? '' })))
  const parameters = merged(all)
  // A shortcode that takes both kinds of arguments is called with named ones, which are easier to read.
  const named = parameters.filter(({ position }) => position === null)
  const placed = parameters.toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
  return {
    kind: 'hugo',
    name,
    file,
    parameters: named.length > 0 ? named : placed,
    hasInner: /\.Inner(?:Deindent)?\b/.test(source),
  }
}

const builtIn = (name: string, parameters: readonly Parameter[], hasInner = false): Shortcode => ({
  kind: 'hugo',
  name,
  file: '',
  parameters,
  hasInner,
})
const required = { isRequired: true } as const
const first = (name: string): Parameter => parameter(name, { position: 0, ...required })

/** The shortcodes that come with Hugo (gohugo.io/shortcodes). */
export const hugoShortcodes: readonly Shortcode[] = [
  builtIn('figure', [
    parameter('src', required),
    ...['alt', 'caption', 'title', 'link', 'width', 'height', 'class', 'attr', 'attrlink'].map((name) =>
      parameter(name),
    ),
    parameter('loading', { choices: ['eager', 'lazy'] }),
  ]),
  builtIn('youtube', [parameter('id', required), parameter('title'), parameter('start', { kind: 'number' })]),
  builtIn('vimeo', [parameter('id', required), parameter('title'), parameter('class')]),
  builtIn('highlight', [first('Language'), parameter('Options', { position: 1 })], true),
  builtIn(
    'details',
    [parameter('summary'), parameter('open', { choices: ['true', 'false'] }), parameter('class')],
    true,
  ),
  builtIn('qr', [
    parameter('text', required),
    parameter('level'),
    parameter('scale', { kind: 'number' }),
    parameter('alt'),
  ]),
  builtIn('instagram', [first('Id')]),
  builtIn('x', [parameter('user', required), parameter('id', required)]),
  builtIn('ref', [first('Page')]),
  builtIn('relref', [first('Page')]),
  builtIn('param', [first('Name')]),
]
