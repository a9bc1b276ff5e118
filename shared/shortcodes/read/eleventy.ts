import { type Parameter, parameter, type Shortcode } from '../shape'
import { insideOf, partsOf, withoutComments } from './braces'

const added =
  /\.add(Paired)?(?:Async|Nunjucks(?:Async)?|Liquid|JavaScript)?Shortcode\s*\(\s*(?:"([^"\n]{1,80})"|'([^'\n]{1,80})'|`([^`\n]{1,80})`)\s*,\s*/g

/** The parameters of a function in the order of their positions; those of an object are passed by name (Nunjucks). */
const parametersOf = (list: string): readonly Parameter[] =>
  partsOf(list, /,/).flatMap((part, position) => {
    if (part.startsWith('{')) return namedIn(insideOf(part, 0) ?? '')
    const [, name, otherwise = ''] =
      /^([A-Za-z_$][\w$]*)(?:\s*=\s*(?:['"`]?)([^'"`]*)(?:['"`]?))?$/.exec(part) ?? []
    return name === undefined ? [] : [parameter(name, { otherwise, position })]
  })

const namedIn = (pattern: string): readonly Parameter[] =>
  partsOf(pattern, /,/).flatMap((part) => {
    const [, name, otherwise = ''] =
      /^['"]?([\w$-]+)['"]?(?:\s*:\s*[\w$]+)?(?:\s*=\s*['"`]?([^'"`]*)['"`]?)?$/.exec(part) ?? []
    return name === undefined ? [] : [parameter(name, { otherwise })]
  })

/** The parameters of a function passed to `addShortcode`: inline, or declared in the same file. */
const takenBy = (source: string, at: number): readonly Parameter[] => {
  const rest = source.slice(at, at + 400)
  const written = /^(?:async\s+)?(?:function\s*(?:\*\s*)?(?:[\w$]+\s*)?)?\(/.exec(rest)
  if (written) return parametersOf(insideOf(source, at + written[0].length - 1) ?? '')
  const [, alone] = /^(?:async\s+)?([A-Za-z_$][\w$]*)\s*=>/.exec(rest) ?? []
  if (alone !== undefined) return parametersOf(alone)
  const [, name] = /^(?:[A-Za-z_$][\w$]*\.)*([A-Za-z_$][\w$]*)\s*[,)]/.exec(rest) ?? []
  if (name === undefined) return []
  const own = name.replace(/[$]/g, '\\$&')
  const declared = new RegExp(
    String.raw`\bfunction\s*(?:\*\s*)?${own}\s*\(|\b${own}\s*[=:]\s*(?:async\s*)?(?:function\s*(?:[\w$]+\s*)?)?\(`,
  ).exec(source)
  return declared ? parametersOf(insideOf(source, declared.index + declared[0].length - 1) ?? '') : []
}

/** The shortcodes that an Eleventy configuration adds, read from its text and that of its imports. */
export const readEleventyShortcodes = (
  file: string,
  text: string,
  imported: string = '',
): readonly Shortcode[] => {
  const source = withoutComments(`${text}\n${imported}`)
  return [...source.matchAll(added)].map(({ 0: all, 1: paired, 2: a, 3: b, 4: c, index }) => {
    const taken = takenBy(source, index + all.length)
    // The first parameter of a paired shortcode is its content.
    const parameters =
      paired === undefined
        ? taken
        : taken.flatMap((one) =>
            one.position === null ? one : one.position === 0 ? [] : { ...one, position: one.position - 1 },
          )
    return {
      kind: 'tag',
      name: a ?? b ?? c ?? '',
      file,
      parameters,
      hasInner: paired !== undefined,
    }
  })
}
