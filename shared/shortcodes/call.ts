import type { ShortcodeKind } from './shape'

/** An argument of a call, with its offsets in the text. */
export interface Argument {
  /** Null for a positional argument. */
  readonly name: string | null
  readonly value: string
  /** What encloses the value: quotes, the braces of an expression, or nothing. */
  readonly quote: '"' | "'" | '`' | '{' | ''
  readonly from: number
  readonly to: number
  /** The range of the value with its quotes; empty, at the end, for a flag, which has no value. */
  readonly valueFrom: number
  readonly valueTo: number
}

/** A call of a shortcode in a text. */
export interface Call {
  readonly kind: ShortcodeKind
  readonly name: string
  readonly from: number
  readonly to: number
  /** Where another argument is inserted. */
  readonly end: number
  readonly args: readonly Argument[]
}

/** Longer calls are not read. */
const longest = 8_000

const closersOf = {
  hugo: /^\s*\/?[>%]\}\}/,
  include: /^\s*-?%\}/,
  tag: /^\s*-?%\}/,
  component: /^\s*\/?>/,
} as const satisfies Readonly<Record<ShortcodeKind, RegExp>>

const openers: readonly (readonly [kind: ShortcodeKind, pattern: RegExp])[] = [
  ['hugo', /^\{\{[<%]\s*([\w][\w./-]*)/],
  ['include', /^\{%-?\s*include(?:_cached|_relative)?\s+([^\s%"']+)/],
  ['tag', /^\{%-?\s*(?!end)([A-Za-z_][\w-]*)/],
  ['component', /^<([A-Z][\w.]*)(?=[\s/>])/],
]

const namePattern: Readonly<Record<ShortcodeKind, RegExp>> = {
  hugo: /^([\w-]+)\s*=\s*/,
  include: /^([\w-]+)\s*=\s*/,
  tag: /^([A-Za-z_]\w*)\s*=\s*/,
  component: /^([\w$:@.-]+)(?:\s*=\s*)?/,
}

const valuePattern: Readonly<Record<ShortcodeKind, RegExp>> = {
  hugo: /^(?:"((?:[^"\\]|\\[\s\S])*)"|`([^`]*)`|([^\s"`>%][^\s"`]*?)(?=\s|\/?[>%]\}\}))/,
  include: /^(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^\s"'%]+))/,
  tag: /^(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^\s"',%]+))/,
  component: /^(?:"([^"]*)"|'([^']*)')/,
}

/** A value with its escapes decoded. */
const unescaped = (kind: ShortcodeKind, quote: string, value: string): string => {
  if (kind === 'component')
    return value.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
  if (kind === 'include') return quote === '' ? value : value.replaceAll(`\\${quote}`, quote)
  const escapes = (kind === 'hugo' && quote === '"') || (kind === 'tag' && quote !== '')
  return escapes ? value.replace(/\\([\s\S])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign)) : value
}

/** The end of an expression in braces; null if they are not closed. */
const endOfBraces = (text: string, at: number): number | null => {
  let depth = 0
  let quote = ''
  for (let index = at; index < text.length && index - at < longest; index += 1) {
    const sign = text.charAt(index)
    if (quote !== '') {
      if (sign === '\\') index += 1
      else if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'" || sign === '`') quote = sign
    else if (sign === '{') depth += 1
    else if (sign === '}') {
      depth -= 1
      if (depth === 0) return index + 1
    }
  }
  return null
}

type Read = Pick<Argument, 'value' | 'quote'> & { readonly to: number }

const readValue = (kind: ShortcodeKind, text: string, at: number): Read | null => {
  if (kind === 'component' && text[at] === '{') {
    const end = endOfBraces(text, at)
    return end === null ? null : { value: text.slice(at + 1, end - 1), quote: '{', to: end }
  }
  const found = valuePattern[kind].exec(text.slice(at, at + longest))
  if (!found) return null
  const [all, a, b, c] = found
  const quote = c === undefined ? (all[0] as Argument['quote']) : ''
  return { value: unescaped(kind, quote, a ?? b ?? c ?? ''), quote, to: at + all.length }
}

const readArgument = (kind: ShortcodeKind, text: string, at: number): Argument | null => {
  if (kind === 'component' && text[at] === '{') {
    const end = endOfBraces(text, at) // `{...rest}`
    return end === null
      ? null
      : {
          name: null,
          value: text.slice(at + 1, end - 1),
          quote: '{',
          from: at,
          to: end,
          valueFrom: at,
          valueTo: end,
        }
  }
  const named = namePattern[kind].exec(text.slice(at, at + 200))
  const name = named?.[1] ?? null
  const valueFrom = at + (named?.[0].length ?? 0)
  if (kind === 'component' && name === null) return null
  if (kind === 'component' && !named?.[0].includes('=')) {
    const end = at + (name?.length ?? 0)
    return { name, value: 'true', quote: '', from: at, to: end, valueFrom: end, valueTo: end }
  }
  const read = readValue(kind, text, valueFrom)
  if (!read) return null
  return { name, value: read.value, quote: read.quote, from: at, to: read.to, valueFrom, valueTo: read.to }
}

/** The call that starts at an offset; null if there is none, or if it cannot be parsed to its end. */
export const readCall = (text: string, from: number): Call | null => {
  const start = text.slice(from, from + 200)
  for (const [kind, opener] of openers) {
    const opened = opener.exec(start)
    if (!opened) continue
    const args: Argument[] = []
    let at = from + opened[0].length
    let end = at
    while (at - from < longest) {
      const closed = closersOf[kind].exec(text.slice(at, at + longest))
      if (closed) return { kind, name: opened[1] ?? '', from, to: at + closed[0].length, end, args }
      const blank = /^[\s,]+/.exec(text.slice(at, at + longest))?.[0].length ?? 0
      if (blank === 0) return null
      const argument = readArgument(kind, text, at + blank)
      if (!argument) return null
      args.push(argument)
      at = argument.to
      end = at
    }
  }
  return null
}

/** `{{% x %}}` has a tag of Liquid within it, which is not meant. */
const isSecondBrace = (text: string, at: number): boolean => text[at] === '{' && text[at - 1] === '{'

const closing =
  /^(?:\{\{[<%]\s*\/\s*([\w./-]+)\s*[>%]\}\}|\{%-?\s*end([A-Za-z_][\w-]*)\s*-?%\}|<\/([A-Z][\w.]*)\s*>)/

/** The call whose end tag starts at an offset; calls of the same name between have their own. */
const callClosedAt = (text: string, at: number, name: string): Call | null => {
  let depth = 0
  for (let before = at - 1; before >= 0 && at - before < longest; before -= 1) {
    if ((text[before] !== '{' && text[before] !== '<') || isSecondBrace(text, before)) continue
    const [, ...ends] = closing.exec(text.slice(before, before + 200)) ?? []
    if (ends.includes(name)) depth += 1
    const call = readCall(text, before)
    if (call?.name !== name || /\/\s*[>%]?\}*>?$/.test(text.slice(call.end, call.to).replace(/[>%}]+$/, '')))
      continue
    if (depth === 0) return call
    depth -= 1
  }
  return null
}

/** The call around an offset of a text: at its tag or at its end tag. */
export const callAt = (text: string, place: number): Call | null => {
  for (let at = Math.min(place, text.length - 1); at >= 0 && place - at < longest; at -= 1) {
    if ((text[at] !== '{' && text[at] !== '<') || isSecondBrace(text, at)) continue
    const end = closing.exec(text.slice(at, at + 200))
    const name = end?.[1] ?? end?.[2] ?? end?.[3]
    if (end && name !== undefined && at + end[0].length >= place) return callClosedAt(text, at, name)
    const call = readCall(text, at)
    if (call && call.to >= place) return call
  }
  return null
}
