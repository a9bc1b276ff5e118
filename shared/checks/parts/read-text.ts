import { itemAt } from '../../base/item-at'
import { gfmAddresses } from '../../markdown/links/gfm-links'
import { codeAsker } from '../../references/code-ranges'
import type { BodyParts, LabelPart, LinkPart } from './body-parts'
import type { Gathered } from './gathered'
import { rangesBetween, sortedRanges } from './ranges'

type Prose = Pick<BodyParts, 'notes' | 'noteMarks' | 'bare' | 'hasParts' | 'reminders'>

/** What may precede a reminder that is alone on its line: the marks of quotes, lists and headings. */
const alone = String.raw`^[\s>*+#-]{0,20}(?:\d{1,9}[.)] {1,4})?`
const words = 'TODO|FIXME|TBD|XXX'
const reminder = new RegExp(
  String.raw`(?:^|[^\w-]|(?<!\w)_{1,2})(?:(?:${words})(?=[*_]{0,3}[:(\]]|[*_]{0,3} ?-{1,2} )|\[T[KB]D?\]|TKTK)|${alone}_{0,2}(?:${words})(?=[*_]{0,3}[ \t]*$)`,
  'gm',
)
const reminderWord = /TODO|FIXME|TBD|XXX|\[T[KB]|TKTK/
const inComment = /\b(?:TODO|FIXME|TBD|XXX)\b/g
const noteSign = /\[\^([^\]\s[^]+)\](:?)/g
const tagSign =
  /\{\{[<%][ \t]*(?:rel)?ref[ \t]+(?:"([^"\n]*)"|`([^`\n]*)`|([^\s"%>]+))|\{%-?[ \t]*(post_url|link)[ \t]+([^\s%]+)/g
/** Includes, shortcodes and components, which may contain headings. */
const part = /\{%-?[ \t]*(?:include|render|capture|for)\b|\{\{[<%](?![ \t]*(?:rel)?ref\b)|^<[A-Z]|\{\{>/m

/** Collects the parts of the prose: footnotes, bare addresses, link tags, reminders. */
export const readText = (all: Gathered, bodyFrom: number): Prose => {
  const { text, place } = all
  const body = text.slice(bodyFrom)
  const ranges = sortedRanges(all.silent)
  readTags(all, body, bodyFrom, ranges)
  const notes: LabelPart[] = []
  const noteMarks: LabelPart[] = []
  if (body.includes('[^')) {
    const isSilent = codeAsker(ranges)
    for (const match of body.matchAll(noteSign)) {
      const from = bodyFrom + match.index
      const [all_, label = '', colon] = match
      const lineStart = text.lastIndexOf('\n', from - 1) + 1
      const isDefinition = colon === ':' && /^[\s>]*$/.test(text.slice(lineStart, from))
      if (isSilent(from) || isNoNote(text, from, from + all_.length)) continue
      const at = place(from, from + all_.length - Number(colon === ':' && !isDefinition))
      if (isDefinition) notes.push({ ...at, label, whole: at })
      else noteMarks.push({ ...at, label, whole: at })
    }
  }
  return {
    notes,
    noteMarks,
    bare: bareIn(all, body, bodyFrom, ranges),
    hasParts: part.test(body),
    reminders: remindersIn(all, body, bodyFrom, ranges),
  }
}

/** True for `[^…]` that is escaped, or is a character class of a regular expression in the text. */
const isNoNote = (text: string, from: number, to: number): boolean =>
  /[\\/]/.test(text.charAt(from - 1)) ||
  /[+/{]/.test(text.charAt(to)) ||
  (text.charAt(to) === '*' && !endsEmphasis(text, from, to))

/** Whether the asterisks at `to` close some that open before `from` in the same line. */
const endsEmphasis = (text: string, from: number, to: number): boolean => {
  const marks = /^\*{1,3}/.exec(text.slice(to, to + 3))?.[0].length ?? 0
  const line = text.slice(Math.max(text.lastIndexOf('\n', from - 1) + 1, from - farthest), from)
  return new RegExp(String.raw`(?:^|[^\w*\\])\*{${marks}}(?=[^\s*])`).test(line)
}

const readTags = (all: Gathered, body: string, bodyFrom: number, ranges: readonly number[]): void => {
  if (!body.includes('{{') && !body.includes('{%')) return
  const isSilent = codeAsker(ranges)
  for (const match of body.matchAll(tagSign)) {
    const target = match[1] ?? match[2] ?? match[3] ?? match[5] ?? ''
    const start = bodyFrom + match.index
    const isInLink = all.text.slice(start - 2, start) === ']('
    if (target === '' || (isSilent(start) && !isInLink)) continue
    const from = start + match[0].lastIndexOf(target)
    const after = anchorBehind(all.text, start + match[0].length)
    all.links.push({
      ...all.place(from, from + target.length),
      kind: match[4] === undefined ? 'hugo-ref' : match[4] === 'link' ? 'jekyll-link' : 'jekyll-post',
      target,
      whole: all.place(start, start + match[0].length),
      words: null,
      wordsAt: start,
      written: 'tag',
      ...(after ? { after } : {}),
    })
  }
}

const tagEnd = /[^%}\n]*(?:%\}|\}\})(#([^\s)"'#]+))?/y

/** The anchor that follows the end of a tag; `at` is an offset inside the tag. */
const anchorBehind = (text: string, at: number): LinkPart['after'] | null => {
  tagEnd.lastIndex = at
  const match = tagEnd.exec(text)
  if (!match?.[1] || match[2] === undefined) return null
  const to = match.index + match[0].length
  return { anchor: match[2], from: to - match[1].length, to }
}

const bareIn = (all: Gathered, body: string, bodyFrom: number, ranges: readonly number[]): Prose['bare'] => {
  if (!body.includes('://')) return []
  const isSilent = codeAsker(ranges)
  const isLinked = codeAsker(sortedRanges(all.linkTexts))
  const isHtml = codeAsker(all.htmlBlocks)
  const found: Prose['bare'][number][] = []
  for (const { from: index, to } of gfmAddresses.in(body)) {
    const from = bodyFrom + index
    const raw = body.slice(index, to)
    if (isSilent(from) || isLinked(from) || !/^https?:\/\//i.test(raw) || isInTag(body, index)) continue
    found.push({ ...all.place(from, from + raw.length), text: raw, isInHtml: isHtml(from) })
  }
  return found
}

/** How many characters before an address are searched for an enclosing tag or link. */
const farthest = 500

/** True inside a shortcode or template tag, and in the target of a link that is not parsed. */
const isInTag = (body: string, at: number): boolean => {
  const before = body.slice(Math.max(0, at - farthest), at)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return (
    line.lastIndexOf('{{') > line.lastIndexOf('}}') ||
    line.lastIndexOf('{%') > line.lastIndexOf('%}') ||
    /\]\([^)]*$|=\s*["'{]?$|^\s*\[[^\]]*\]:\s*$/.test(line)
  )
}

const comments = [['<!--', '-->']] as const
const commentsOfMdx = [['{/*', '*/}'], ...comments] as const

const remindersIn = (
  all: Gathered,
  body: string,
  bodyFrom: number,
  ranges: readonly number[],
): Prose['reminders'] => {
  const isSilent = codeAsker(ranges)
  const found: Prose['reminders'][number][] = []
  if (!reminderWord.test(body)) return found
  for (const match of body.matchAll(reminder)) {
    const text = match[0].replace(/^[^A-Za-z0-9[]*(?:\d+[.)] +)?[*_]*/, '')
    const from = bodyFrom + match.index + match[0].length - text.length
    if (!isSilent(from)) found.push({ ...all.place(from, from + text.length), text })
  }
  for (const [open, close] of all.isMdx ? commentsOfMdx : comments) {
    for (const [index, start] of rangesBetween(body, open, close).entries()) {
      if (index % 2 === 1) continue
      const comment = body.slice(start, body.indexOf(close, start))
      for (const match of comment.matchAll(inComment)) {
        const from = bodyFrom + start + match.index
        if (!isInCode(all, from)) found.push({ ...all.place(from, from + match[0].length), text: match[0] })
      }
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** True inside code, where a comment is shown as text. */
const isInCode = ({ silent, text }: Gathered, at: number): boolean => {
  for (let index = 0; index < silent.length; index += 2)
    if (
      itemAt(silent, index) <= at &&
      at < itemAt(silent, index + 1) &&
      !/^(?:<!--|\{\/\*)/.test(text.slice(silent[index], itemAt(silent, index) + 4))
    )
      return true
  return false
}
