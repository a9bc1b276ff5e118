import type { StateInline } from 'markdown-it'
import { longestTag, type TagKind, tagAt } from './tag-at'

/**
 * A text of the same length in which letters stand for every tag: engines that fill tags in before markdown is read
 * have no quotes, brackets or blanks of a tag in the way.
 */
export const withoutTags = (text: string, known: readonly TagKind[]): string => {
  let masked = ''
  let done = 0
  for (const [from, to] of tagsIn(text, known)) {
    masked += text.slice(done, from) + 'x'.repeat(to - from)
    done = to
  }
  return done === 0 ? text : masked + text.slice(done)
}

const maskedSources = new WeakMap<StateInline, string>()

/** The same of the text that is being read, made once. */
export const sourceWithoutTags = (state: StateInline, known: readonly TagKind[]): string => {
  const masked = maskedSources.get(state) ?? withoutTags(state.src, known)
  maskedSources.set(state, masked)
  return masked
}

/** Where the tags of a text begin and end. */
export const tagsIn = (text: string, known: readonly TagKind[]): [number, number][] => {
  const found: [number, number][] = []
  let closed = known
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    const end = tagAt(text, at, text.length, closed)?.end
    if (end !== undefined) found.push([at, end])
    // What nothing closes down to the end is not looked for from every opening.
    else if (text.length - at <= longestTag) closed = closed.filter(({ open }) => !text.startsWith(open, at))
    at = end ?? at + 1
  }
  return found
}
