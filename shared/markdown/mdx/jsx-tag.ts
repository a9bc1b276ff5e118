import { endOfExpression, namedFile, shownValue } from './expressions'

/** A tag of JSX. */
export interface JsxTag {
  /** Empty for the fragment `<>`. */
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  /** The same tag as HTML; null for a component. */
  readonly html: string | null
  readonly end: number
}

const longestTag = 4000
const name = /[A-Za-z_$][\w$.:-]*/y
const attributeName = /[A-Za-z_$:@][\w$.:@-]*/y
const blanks = /\s*/y

const matched = (pattern: RegExp, src: string, at: number): string | null => {
  pattern.lastIndex = at
  return pattern.exec(src)?.[0] ?? null
}

/** Reads the tag whose `<` is at `at`; null if no tag is there that ends before `max`. */
export const jsxTagAt = (src: string, at: number, max: number): JsxTag | null => {
  if (src.charCodeAt(at) !== 60) return null
  const text = src.slice(at, Math.min(max, at + longestTag))
  let i = 1
  const skip = (): void => {
    i += matched(blanks, text, i)?.length ?? 0
  }
  const closing = text[i] === '/'
  if (closing) {
    i++
    skip()
  }
  const tag = matched(name, text, i) ?? ''
  i += tag.length
  if (tag === '' && text[i] !== '>') return null
  const attributes: string[] = []
  for (;;) {
    const before = i
    skip()
    if (text[i] === '>') return tagOf(tag, closing ? 'close' : 'open', attributes, at + i + 1)
    if (text[i] === '/' && text[i + 1] === '>' && !closing) return tagOf(tag, 'empty', attributes, at + i + 2)
    if (text[i] === '{') {
      const end = endOfExpression(text, i, text.length) // `{...props}`
      if (end === null) return null
      i = end
      continue
    }
    if (i === before || closing) return null
    const key = matched(attributeName, text, i)
    if (key === null) return null
    i += key.length
    const afterName = i
    skip()
    if (text[i] !== '=') {
      i = afterName
      attributes.push(attribute(key, ''))
      continue
    }
    i++
    skip()
    const quote = text[i]
    if (quote === '"' || quote === "'") {
      const end = text.indexOf(quote, i + 1)
      if (end < 0) return null
      attributes.push(attribute(key, text.slice(i + 1, end)))
      i = end + 1
    } else {
      const end = quote === '{' ? endOfExpression(text, i, text.length) : null
      if (end === null) return null
      const value =
        key === 'style'
          ? styleOf(text.slice(i + 1, end - 1))
          : (shownValue(text.slice(i + 1, end - 1)) ?? namedFile(text.slice(i + 1, end - 1)))
      if (value !== null) attributes.push(attribute(key, value.replaceAll('"', '&quot;')))
      i = end
    }
  }
}

const renamed: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' }
const attribute = (key: string, value: string): string =>
  ` ${renamed[key] ?? key.toLowerCase()}="${value.replaceAll('"', '&quot;')}"`

const tagOf = (tag: string, kind: JsxTag['kind'], attributes: readonly string[], end: number): JsxTag => {
  const isComponent = /^[A-Z]|[.$]/.test(tag)
  const html =
    tag === ''
      ? ''
      : isComponent
        ? null
        : kind === 'close'
          ? `</${tag}>`
          : kind === 'empty' && !isVoid.test(tag)
            ? `<${tag}${attributes.join('')}></${tag}>`
            : `<${tag}${attributes.join('')}>`
  return { name: tag, kind, html, end }
}

const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

const declaration = /([A-Za-z]\w*|'[\w-]+'|"[\w-]+")\s*:\s*(?:'([^'\n]*)'|"([^"\n]*)"|(-?[\d.]+))\s*(?:,|$)/y
const unitless = /^(?:opacity|lineHeight|fontWeight|zIndex|flex|order)$/

/** `{ marginTop: 4, color: 'red' }` as CSS; null if anything is computed. */
const styleOf = (expression: string): string | null => {
  const body = /^\s*\{([\s\S]*)\}\s*$/.exec(expression)?.[1]?.trim()
  if (body === undefined) return null
  const found: string[] = []
  let at = 0
  while (at < body.length) {
    declaration.lastIndex = at
    const read = declaration.exec(body)
    if (!read) return null
    const [all, key = '', single, double, number] = read
    const property = key.replace(/['"]/g, '')
    const value = single ?? double ?? `${number}${number === '0' || unitless.test(property) ? '' : 'px'}`
    found.push(`${property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value}`)
    at += all.length + (/^\s*/.exec(body.slice(at + all.length))?.[0].length ?? 0)
  }
  return found.join('; ')
}
