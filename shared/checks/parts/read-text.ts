import { imageTypeOf } from '../../base/image-types'
import { itemAt } from '../../base/item-at'
import { gfmAddresses } from '../../markdown/links/gfm-links'
import { codeAsker, untouchedByTemplates } from '../../references/code-ranges'
import type { Reference } from '../../references/forms/reference'
import { tagReaders } from '../../references/forms/tags'
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
/** Includes, shortcodes and components, which may contain headings. */
const part =
  /\{%-?[ \t]*(?:include|render|capture|for)\b|\{\{[<%](?![ \t]*(?:(?:rel)?ref|figure|gist|instagram|param|qr|tweet|vimeo|x|youtube)\b)|^<[A-Z]|\{\{>/m

/** Collects the parts of the prose: footnotes, bare addresses, link tags, reminders. */
export const readText = (all: Gathered, bodyFrom: number): Prose => {
  const { text, place } = all
  const body = text.slice(bodyFrom)
  const ranges = sortedRanges(all.silent)
  readTags(all, bodyFrom, ranges)
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

/** The tags that name pages and files, and the ends of each kind of tag. */
const namingTags = tagReaders.filter(({ sign }) => sign !== '{{')
const endsOfTags: Readonly<Record<string, string>> = { '{{<': '>}}', '{{%': '%}}', '{%': '%}' }

const readTags = (all: Gathered, bodyFrom: number, ranges: readonly number[]): void => {
  const { text } = all
  if (!namingTags.some(({ sign }) => text.includes(sign, bodyFrom))) return
  // `{{</* figure */>}}` is shown as it is written.
  const shown = untouchedByTemplates(text, bodyFrom)
  for (const { sign, read } of namingTags) {
    const isSilent = codeAsker(ranges)
    const isShown = codeAsker(shown)
    for (let at = text.indexOf(sign, bodyFrom); at >= 0; at = text.indexOf(sign, at + sign.length)) {
      if (isShown(at) || (isSilent(at) && text.slice(at - 2, at) !== '](')) continue
      const end = endsOfTags[sign] ?? ''
      for (const reference of read(text, at)) {
        const close = text.indexOf(end, reference.to)
        if (close >= 0 && reference.target !== '') readTag(reference, at, close + end.length, all)
      }
    }
  }
}

const namesPage = /^(?:hugo-ref|jekyll-(?:post|link)|hexo-(?:post|asset))$/

const readTag = (
  { kind, target, from, to, language }: Reference,
  start: number,
  end: number,
  all: Gathered,
) => {
  const whole = all.place(start, end)
  const part = { ...all.place(from, to), kind, whole, words: null, wordsAt: start, written: 'tag' } as const
  const tag = all.text.slice(start, end)
  if (imageTypeOf(target.replace(/[?#].*$/s, '')) !== null && /^(?:image|hexo-asset)$/.test(kind)) {
    if (/^\{%-?[ \t]*asset_(?:link|path)/.test(tag)) all.links.push({ ...part, target })
    else
      all.images.push({
        ...part,
        target,
        ...altOfTag(tag, start),
        ...(isOwnTag.test(tag) ? {} : { isOfTemplate: true }),
      })
    return
  }
  if (!namesPage.test(kind)) return
  const after = anchorAt(all.text, end)
  all.links.push({
    ...part,
    target,
    ...(language === undefined ? {} : { language }),
    ...(after ? { after } : {}),
  })
}

/** Tags that come with the generator, whose image is where they say; a template may put a folder before others. */
const isOwnTag = /^\{\{[<%]-?\s*figure\s|^\{%-?[ \t]*(?:asset_img|img)\s/

/** The alt text of an image in a tag: its place, or null if the template may give it. */
const altOfTag = (tag: string, start: number): Pick<LinkPart, 'words' | 'wordsAt'> => {
  const alt = /\salt\s*=\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|'([^']*)')/.exec(tag)
  const words = alt?.[1] ?? alt?.[2] ?? alt?.[3]
  if (alt && words !== undefined)
    return words === ''
      ? { words: null, wordsAt: start }
      : { words, wordsAt: start + alt.index + alt[0].length - 1 - words.length }
  const lacks = /^\{\{[<%]-?\s*figure\s/.test(tag)
    ? !/\scaption\s*=/.test(tag)
    : /^\{%-?[ \t]*asset_img\s[^"']*$/.test(tag)
  return { words: lacks ? '' : null, wordsAt: start + tag.search(/\s*-?[>%]\}+$/) }
}

/** The anchor that follows the end of a tag. */
const anchorAt = (text: string, at: number): LinkPart['after'] | null => {
  anchor.lastIndex = at
  const written = anchor.exec(text)?.[0]
  return written === undefined ? null : { anchor: written.slice(1), from: at, to: at + written.length }
}

const anchor = /#[^\s)"'#]+/y

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
