import type { Argument, Call } from './call'
import type { Parameter, Shortcode, ShortcodeKind } from './shape'

/** A value as written in a call, quoted if needed; null if it cannot be quoted. */
export const writtenValue = (
  kind: ShortcodeKind,
  value: string,
  wish: Argument['quote'] = '"',
  type: Parameter['kind'] = 'text',
): string | null => {
  switch (kind) {
    case 'hugo':
      return inHugo(value, wish)
    case 'include':
      return inLiquid(value, wish)
    case 'tag':
      return inTag(value, wish)
    case 'component':
      return inComponent(value, wish, type)
  }
}

const inHugo = (value: string, wish: Argument['quote']): string => {
  if (wish === '' && /^[\w./:#?&=-]+$/.test(value)) return value
  if ((wish === '`' || value.includes('"')) && !value.includes('`')) return `\`${value}\``
  return `"${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`
}

const inLiquid = (value: string, wish: Argument['quote']): string | null => {
  if (/%\}|\}\}|\n|\\$/.test(value)) return null
  if (wish === '' && /^[\w.[\]-]+$/.test(value)) return value
  const quotes = wish === "'" ? ["'", '"'] : ['"', "'"]
  const quote = quotes.find((one) => !value.includes(one))
  const used = quote ?? quotes[0] ?? '"' // Jekyll reads an escaped quote
  return used + value.replaceAll(used, `\\${used}`) + used
}

const inTag = (value: string, wish: Argument['quote']): string | null => {
  if (/%\}|\}\}/.test(value)) return null
  if (wish === '' && /^(?:-?[\d.]+|true|false|[A-Za-z_][\w.]*)$/.test(value)) return value
  const quote = wish === "'" ? "'" : '"'
  const other = quote === '"' ? "'" : '"'
  if (!value.includes('\\') && value.includes(quote) && !value.includes(other)) return other + value + other
  return quote + value.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n') + quote
}

const inComponent = (value: string, wish: Argument['quote'], type: Parameter['kind']): string | null => {
  const isCode = wish === '{' || type === 'code' || type === 'number' || type === 'flag'
  if (isCode) return isExpression(value) ? `{${value}}` : null
  const safe = value.replaceAll('&', '&amp;').replace(/&amp;(?=[a-z]+;|#\d+;)/gi, '&amp;')
  const quote = wish === "'" || (value.includes('"') && !value.includes("'")) ? "'" : '"'
  const name = quote === '"' ? '&quot;' : '&apos;'
  return quote + safe.replaceAll(quote, name) + quote
}

/** Whether all brackets and quotes of an expression are closed. */
const isExpression = (code: string): boolean => {
  const open: string[] = []
  const closes: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' }
  for (let at = 0; at < code.length; at += 1) {
    const sign = code.charAt(at)
    const last = open.at(-1)
    if (last === '"' || last === "'" || last === '`') {
      if (sign === '\\') at += 1
      else if (sign === last) open.pop()
    } else if (sign === '"' || sign === "'" || sign === '`') open.push(sign)
    else if (closes[sign] !== undefined) open.push(closes[sign] ?? '')
    else if ('})]'.includes(sign) && open.pop() !== sign) return false
  }
  return open.length === 0 && code.trim() !== ''
}

/** An argument as added to a call; null if its value cannot be written. */
export const writtenArgument = (kind: ShortcodeKind, of: Parameter, value: string): string | null => {
  if (kind === 'component' && of.kind === 'flag' && value === 'true') return of.name
  const isBare =
    kind === 'tag' && of.kind === 'text' ? '"' : of.position !== null && kind === 'hugo' ? '' : '"'
  const written = writtenValue(kind, value, isBare, of.kind)
  if (written === null) return null
  return of.position === null ? `${of.name}=${written}` : written
}

const frames: Readonly<
  Record<
    ShortcodeKind,
    (name: string, args: string, sign: '<' | '%') => { open: string; close: string; alone: string }
  >
> = {
  hugo: (name, args, sign) => {
    const [left, right] = sign === '<' ? ['{{<', '>}}'] : ['{{%', '%}}']
    const open = `${left} ${name}${args} ${right}`
    return { open, close: `${left} /${name} ${right}`, alone: open }
  },
  include: (name, args) => ({
    open: `{% include ${name}${args} %}`,
    close: '',
    alone: `{% include ${name}${args} %}`,
  }),
  tag: (name, args) => ({
    open: `{% ${name}${args} %}`,
    close: `{% end${name} %}`,
    alone: `{% ${name}${args} %}`,
  }),
  component: (name, args) => ({ open: `<${name}${args}>`, close: `</${name}>`, alone: `<${name}${args} />` }),
}

/** A new call with values by parameter name, and where the caret goes; null if a value cannot be written. */
export const newCall = (
  { kind, name, parameters, hasInner }: Shortcode,
  values: ReadonlyMap<string, string>,
  inner = '',
  sign: '<' | '%' = '<',
): { readonly text: string; readonly caret: number } | null => {
  const given = parameters.filter((one) => (values.get(one.name) ?? '') !== '')
  // A positional argument needs all those before it.
  const last = Math.max(-1, ...given.map(({ position }) => position ?? -1))
  const written = parameters
    .filter((one) => (one.position === null ? given.includes(one) : one.position <= last))
    .map((one) => writtenArgument(kind, one, values.get(one.name) ?? one.otherwise))
  if (written.includes(null)) return null
  const args = written.length === 0 ? '' : ` ${written.join(kind === 'tag' ? ', ' : ' ')}`
  const { open, close, alone } = frames[kind](name, args, sign)
  if (!hasInner || close === '') return { text: alone, caret: alone.length }
  const isBlock = kind !== 'component' || inner.includes('\n') || inner === ''
  const between = isBlock ? `\n${kind === 'component' ? '\n' : ''}` : ''
  return {
    text: `${open}${between}${inner}${between}${close}`,
    caret: open.length + between.length + inner.length,
  }
}

/** The delimiter with which a text already calls a shortcode: `{{<` or `{{%`. */
export const signOf = (text: string, name: string): '<' | '%' => {
  const found = text.indexOf(`{{% ${name} `)
  return found === -1 ? '<' : '%'
}

/** Whether two calls have the same arguments, except for `changed` ones. */
export const isSameBut = (before: Call, after: Call, changed: (argument: Argument) => boolean): boolean => {
  const others = ({ args }: Call) =>
    JSON.stringify(args.filter((one) => !changed(one)).map(({ name, value }) => [name, value]))
  return before.name === after.name && others(before) === others(after)
}
