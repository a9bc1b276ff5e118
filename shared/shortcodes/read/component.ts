import { merged, type Parameter, parameter, type Shortcode } from '../shape'
import { insideOf, partsOf, withoutComments } from './braces'

const inner = new Set(['children'])
/** Attributes that the framework handles, which are not parameters. */
const notGiven = new Set(['key', 'ref', 'slot', 'class:list'])

const literal = /^(?:'([^']*)'|"([^"]*)"|`([^`$]*)`)$/

/** The types that a module names for values, such as `type Size = 'small' | 'large'`. */
const aliasesIn = (source: string): ReadonlyMap<string, string> =>
  new Map(
    [...source.matchAll(/\btype\s+([\w$]+)\s*=\s*(\|?\s*(?:['"\w][^;={}()\n]{0,300}?))\s*(?=[;\n]|$)/g)].map(
      ([, name = '', type = '']) => [name, type],
    ),
  )

/** The members of a type in braces: `title: string; kind?: 'a' | 'b'`. */
const ofType = (body: string, aliases: ReadonlyMap<string, string>): readonly Parameter[] =>
  partsOf(body, /[;,\n]/).flatMap((member) => {
    const [, name, optional, type = ''] =
      /^(?:readonly\s+)?['"]?([\w$-]+)['"]?(\?)?\s*:\s*([\s\S]*)$/.exec(member) ?? []
    if (name === undefined) return []
    const parts = partsOf(type.trim().replace(/^\|/, ''), /\|/)
      .flatMap((part) => partsOf((aliases.get(part) ?? part).replace(/^\|/, ''), /\|/))
      .filter((part) => !/^(?:undefined|null)$/.test(part))
    const choices = parts.flatMap((part) => {
      const found = literal.exec(part)
      return found ? [found[1] ?? found[2] ?? found[3] ?? ''] : []
    })
    const isWords = parts.some((part) => part === 'string')
    return [
      parameter(name, {
        isRequired: optional === undefined && !parts.some((part) => part === 'false'),
        kind: choices.length > 0 || isWords ? 'text' : kindOfType(parts),
        choices: choices.length === parts.length ? choices : [],
      }),
    ]
  })

const kindOfType = (parts: readonly string[]): Parameter['kind'] => {
  if (parts.every((part) => /^(?:boolean|true|false)$/.test(part))) return 'flag'
  if (parts.every((part) => part === 'number')) return 'number'
  return parts.some((part) => /ReactNode|JSX\.Element|ReactElement/.test(part)) ? 'text' : 'code'
}

const kindOfValue = (value: string): Partial<Parameter> => {
  const found = literal.exec(value)
  if (found) return { otherwise: found[1] ?? found[2] ?? found[3] ?? '' }
  if (/^(?:true|false)$/.test(value)) return { kind: 'flag', otherwise: value }
  if (/^-?[\d.]+$/.test(value)) return { kind: 'number', otherwise: value }
  return value === '' ? {} : { kind: 'code' }
}

/** Destructured props: `{ title, kind = 'a', class: name, ...rest }`. */
const ofPattern = (body: string): readonly Parameter[] =>
  partsOf(body, /,/).flatMap((part) => {
    const [, name, value = ''] =
      /^['"]?([\w$-]+)['"]?(?:\s*:\s*[\w$]+)?(?:\s*=\s*([\s\S]+))?$/.exec(part) ?? []
    return name === undefined ? [] : [parameter(name, kindOfValue(value.trim()))]
  })

const vueTypes: Readonly<Record<string, Parameter['kind']>> = {
  Boolean: 'flag',
  Number: 'number',
  String: 'text',
}

/** Vue's props, object or list: `{ title: String, count: { type: Number, required: true } }`, `['a']`. */
const ofVue = (argument: string): readonly Parameter[] =>
  partsOf(argument, /,/).flatMap((part) => {
    const bare = literal.exec(part)
    if (bare) return [parameter(bare[1] ?? bare[2] ?? '')]
    const [, name, value = ''] = /^['"]?([\w$-]+)['"]?\s*:\s*([\s\S]*)$/.exec(part) ?? []
    if (name === undefined) return []
    const type =
      /(?:type\s*:\s*)?\b(Boolean|Number|String|Array|Object|Function)\b/.exec(value)?.[1] ?? 'String'
    const [, otherwise = ''] = /\bdefault\s*:\s*['"]?([^'",}\n]*)/.exec(value) ?? []
    return [
      parameter(name, {
        kind: vueTypes[type] ?? 'code',
        isRequired: /\brequired\s*:\s*true\b/.test(value),
        otherwise: otherwise.trim(),
      }),
    ]
  })

/** PropTypes of React: `{ title: PropTypes.string.isRequired, kind: PropTypes.oneOf(['a', 'b']) }`. */
const ofPropTypes = (body: string): readonly Parameter[] =>
  partsOf(body, /,/).flatMap((part) => {
    const [, name, type = ''] = /^['"]?([\w$-]+)['"]?\s*:\s*([\s\S]*)$/.exec(part) ?? []
    if (name === undefined) return []
    const [, list] = /oneOf\(\s*\[([^\]]*)\]/.exec(type) ?? []
    const choices = list === undefined ? [] : partsOf(list, /,/).map((one) => one.replace(/^['"]|['"]$/g, ''))
    const kind = /\bbool\b/.test(type)
      ? 'flag'
      : /\bnumber\b/.test(type)
        ? 'number'
        : /string|oneOf|node/.test(type)
          ? 'text'
          : 'code'
    return [parameter(name, { isRequired: /\.isRequired\b/.test(type), choices, kind })]
  })

/** The text inside the bracket at the end of each match of a pattern. */
const bodiesAfter = (source: string, pattern: RegExp): readonly string[] =>
  [...source.matchAll(pattern)].flatMap(({ 0: all, index }) => insideOf(source, index + all.length - 1) ?? [])

const inPattern = (name: string): string => name.replace(/[$]/g, '\\$&')

const propsIn = (source: string, name: string): readonly Parameter[] => {
  const own = inPattern(name)
  const aliases = aliasesIn(source)
  const types = [`${own}Props`, 'Props', `${own}Properties`].map((type) =>
    bodiesAfter(
      source,
      new RegExp(String.raw`\b(?:interface\s+${type}\b[^{=]{0,200}|type\s+${type}\s*=[^{;]{0,200})\{`, 'g'),
    ),
  )
  const typed = types.find((bodies) => bodies.length > 0) ?? []
  const patterns = [
    ...bodiesAfter(source, new RegExp(String.raw`\bfunction\s+${own}\s*(?:<[^>]{0,80}>\s*)?\(\s*\{`, 'g')),
    ...bodiesAfter(
      source,
      new RegExp(
        String.raw`\b${own}\s*(?::[^=]{0,120})?=\s*(?:[\w.]+(?:<[^>]{0,80}>)?\(\s*)?(?:async\s*)?(?:function\s*(?:\w+\s*)?)?\(\s*\{`,
        'g',
      ),
    ),
    ...bodiesAfter(source, /\bexport\s+default\s+(?:async\s+)?(?:function\s*)?\(\s*\{/g),
    ...[
      ...source.matchAll(
        /\b(?:const|let)\s*(\{[^;]{0,2000}?\})\s*(?::\s*[\w<>]+\s*)?=\s*(?:Astro\.props\b|\$props\(\)|props\b)/g,
      ),
    ].map(([, body = '']) => body.slice(1, -1)),
  ]
  const inline = bodiesAfter(
    source,
    new RegExp(String.raw`\b(?:function\s+${own}|${own}\s*=)[^;]{0,20}\(\s*\{[^{}]{0,800}\}\s*:\s*\{`, 'g'),
  )
  const vue = [
    ...bodiesAfter(source, /\bdefineProps\s*\(\s*[{[]/g),
    ...bodiesAfter(source, /(?<![\w.])props\s*:\s*[{[]/g),
  ]
  return [
    ...[...typed, ...inline, ...bodiesAfter(source, /\bdefineProps\s*<\s*\{/g)].flatMap((body) =>
      ofType(body, aliases),
    ),
    ...patterns.flatMap(ofPattern),
    ...vue.flatMap(ofVue),
    ...bodiesAfter(source, new RegExp(String.raw`\b${own}\.propTypes\s*=\s*\{`, 'g')).flatMap(ofPropTypes),
    ...[...source.matchAll(/\bexport\s+let\s+([\w$]+)[^=;\n]*(?:=\s*([^;\n]+))?/g)].map(
      ([, prop = '', value = '']) => parameter(prop, kindOfValue(value.trim())),
    ),
    ...[...source.matchAll(/(?<![\w.])(?:Astro\.|this\.)?props\.([A-Za-z_$][\w$]*)/g)].map(([, prop = '']) =>
      parameter(prop),
    ),
  ]
}

/** The names of the components that a module exports; the name of its file for a default export. */
const namesIn = (
  source: string,
  fileName: string,
): { readonly names: readonly string[]; readonly isNamed: boolean } => {
  const named = [...source.matchAll(/\bexport\s+(?:async\s+)?(?:function|const|class)\s+([A-Z][\w$]*)/g)].map(
    ([, name = '']) => name,
  )
  const isNamed = !/\bexport\s+default\b/.test(source) && named.length > 0
  return { names: isNamed ? named : [fileName], isNamed }
}

/** The name in its module of the default export; undefined if it has none. */
const defaultName = (source: string): string | undefined =>
  /\bexport\s+default\s+(?:async\s+)?(?:(?:function|class)\s+)?(?:[\w.]+\(\s*)?([A-Z][\w$]*)/.exec(
    source,
  )?.[1] ?? /\bexport\s*\{[^}]*?\b([A-Z][\w$]*)\s+as\s+default\b/.exec(source)?.[1]

/** Reads the components of a file, which is never run. `fileName` is its name without the extension. */
export const readComponents = (fileName: string, file: string, text: string): readonly Shortcode[] => {
  const source = withoutComments(text)
  const isModule = /\.[jt]sx?$/.test(file)
  const base =
    fileName.charAt(0).toUpperCase() +
    fileName.slice(1).replace(/[-_](\w)/g, (_all, sign: string) => sign.toUpperCase())
  const { names, isNamed } = isModule ? namesIn(source, base) : { names: [base], isNamed: false }
  return names.map((name) => {
    const local = isNamed ? undefined : defaultName(source)
    const own = propsIn(source, name)
    const found = merged(local === undefined || local === name ? own : [...own, ...propsIn(source, local)])
    return {
      kind: 'component',
      name,
      file,
      ...(isNamed && { isNamed }),
      parameters: found.filter((one) => !inner.has(one.name) && !notGiven.has(one.name)),
      hasInner: found.some((one) => inner.has(one.name)) || /<slot[\s/>]|\bchildren\b|\$slots\b/.test(source),
    }
  })
}
