import { itemAt } from '../../base/item-at'
import type { LinkReference } from '../options/env'
import { pairAt } from '../tags/paired-tags'
import { isBlank, type Lines, stripped } from './lines'
import type { Node } from './nodes'
import { one, placed, type Read, type Reading } from './nodes'
import {
  abbreviation,
  atx,
  blockAttributes,
  extension,
  footnote,
  namedAttributes,
  reference,
  underline,
} from './patterns'

const headingId = /[\t ]\{#([A-Za-z_:\u00c0-\uffff][\w:.\-\u00b7\u00c0-\uffff]*)\}$/

const headingOf = (
  lines: Lines,
  start: number,
  next: number,
  { level, markup }: { readonly level: number; readonly markup: string },
  written: string,
): Read | null => {
  let text = stripped(written)
  const id = headingId.exec(text)
  if (id) text = stripped(text.slice(0, id.index))
  if (next === start + 1) text = stripped(text.replace(/[\t ]#+$/, ''))
  if (text === '') return null
  return one(
    { kind: 'heading', level, text, id: id?.[1] ?? null, markup, ...placed(lines, start, next) },
    next,
  )
}

/** `# Heading` */
export const readAtx = (lines: Lines, start: number): Read | null => {
  const found = atx.exec(lines.text(start))
  if (!found) return null
  const markup = itemAt(found, 1)
  return headingOf(lines, start, start + 1, { level: markup.length, markup }, itemAt(found, 2))
}

/** A line that is underlined. */
export const readSetext = (lines: Lines, start: number): Read | null => {
  if (start + 1 >= lines.count || !lines.afterBoundary(start)) return null
  const under = underline.exec(lines.text(start + 1))
  const text = lines.text(start)
  if (!under || !/^ {0,3}[^ \t]/.test(text)) return null
  const markup = itemAt(under, 1)
  return headingOf(lines, start, start + 2, { level: markup === '-' ? 2 : 1, markup }, text.trimStart())
}

/** `$$` … `$$` between blank lines. */
export const readMath = (lines: Lines, start: number): Read | null => {
  if (!/^ {0,3}\$\$/.test(lines.text(start)) || !lines.afterBoundary(start)) return null
  let source = ''
  for (let at = start; at < lines.count && !isBlank(lines.text(at)); at++) {
    source += `${lines.text(at)}\n`
    const found = /^ {0,3}\$\$([\s\S]*?)\$\$\s*$/.exec(source)
    if (!found || itemAt(found, 1) === '') continue
    const after = lines.text(at + 1)
    if (at + 1 < lines.count && !isBlank(after) && !blockAttributes.test(after)) return null
    return one({ kind: 'math', text: itemAt(found, 1).trim(), ...placed(lines, start, at + 1) }, at + 1)
  }
  return null
}

/** The address and the title behind a label. The address may contain blanks; a title that does not end the line is none. */
const targetOf = (written: string): LinkReference | null => {
  const quote = /(?<![ \t])[ \t]+(["'])/.exec(written)
  const address = quote ? written.slice(0, quote.index) : written
  const title = quote ? written.slice(quote.index + quote[0].length) : undefined
  if (quote && (title === undefined || title.length < 2 || !title.endsWith(itemAt(quote, 1)))) return null
  const inBrackets = /^<(.*?)>$/.exec(address)
  return {
    href: inBrackets ? itemAt(inBrackets, 1) : address,
    ...(title === undefined ? {} : { title: title.slice(0, -1) }),
  }
}

/** `[label]: address`, and `*[word]: what it stands for`. */
export const readReference = (lines: Lines, start: number): Read | null => {
  const text = lines.text(start)
  const found = reference.exec(text)
  const place = placed(lines, start, start + 1)
  const target = found && !footnote.test(text) ? targetOf(itemAt(found, 2).trimEnd()) : null
  if (found && target) {
    const label = itemAt(found, 1)
    const below =
      target.title === undefined && start + 1 < lines.count
        ? /^[ \t]+(["'])(.+?)\1[ \t]*$/.exec(lines.text(start + 1))
        : null
    const said = target.title ?? below?.[2]
    const node: Node = {
      kind: 'reference',
      label,
      reference: { href: target.href, ...(said === undefined ? {} : { title: said }) },
      ...place,
    }
    return one(node, start + (below ? 2 : 1))
  }
  const short = abbreviation.exec(text)
  if (!short) return null
  return one(
    { kind: 'abbreviation', word: itemAt(short, 1), title: itemAt(short, 2).trim(), ...place },
    start + 1,
  )
}

// `{::comment}` … `{:/comment}`, `{::nomarkdown}`, `{::options /}`; an unclosed one extends to the end.
export const readExtension = (lines: Lines, start: number): Read | null => {
  const text = lines.text(start)
  const named = namedAttributes.exec(text)
  if (named) {
    const [, name = '', written = ''] = named
    return one({ kind: 'named-attributes', name, written, ...placed(lines, start, start + 1) }, start + 1)
  }
  const found = extension.exec(text)
  const name = found?.[1] ?? ''
  if (!found || !/^(?:comment|nomarkdown|options)$/.test(name)) return null
  let next = start + 1
  if (!found[3]) {
    const closing = new RegExp(`^ {0,3}\\{:/(?:${name})?\\}\\s*$`)
    while (next < lines.count && !closing.test(lines.text(next))) next++
  }
  const place = placed(lines, start, next + 1)
  const after = Math.min(lines.count, found[3] ? next : next + 1)
  if (name !== 'nomarkdown' || found[3]) return one({ kind: 'hidden', ...place }, after)
  const inside = Array.from({ length: next - start - 1 }, (_, index) => lines.text(start + 1 + index))
  return one({ kind: 'html', text: inside.join('\n'), ...place }, after)
}

const skipNone = (): boolean => false

// `{% highlight %}` inside a list or a quote; at the top level the rule for tags has already read it.
export const readTagPair = (lines: Lines, start: number, { tags, templates }: Reading): Read | null => {
  const name = /^\s*\{%-?\s*([\w./-]+)/.exec(lines.text(start))?.[1]
  if (name === undefined || tags.length === 0) return null
  if (name !== 'highlight' && name !== 'comment' && !templates.has(name)) return null
  let source = ''
  for (let at = start; at < lines.count; at++) source += `${lines.text(at)}\n`
  const from = source.length - source.trimStart().length
  const pair = pairAt(source, from, source.length, tags, { open: true, skip: skipNone, templates })
  // A tag cannot contain a blank line.
  if (!pair || blankLine.test(source.slice(0, pair.from))) return null
  const next = Math.min(lines.count, start + source.slice(0, pair.end).split('\n').length)
  const place = placed(lines, start, next)
  const inner = source.slice(pair.from, pair.to)
  if (pair.kind === 'template') {
    // With text after it on its line, it is inline.
    if (!isBlank(itemAt(source.slice(pair.end).split('\n', 1), 0))) return null
    return one({ kind: 'pair', tag: source.slice(from, pair.from), inner, ...place }, next)
  }
  if (pair.kind !== 'code') return one({ kind: 'hidden', ...place }, next)
  const code = `${inner.replace(/^[ \t]*\n/, '').trimEnd()}\n`
  return one({ kind: 'code', text: code, language: pair.language, markup: '', ...place }, next)
}

const blankLine = /\n[ \t]*\n/
