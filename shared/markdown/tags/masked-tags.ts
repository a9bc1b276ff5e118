import type { StateInline } from 'markdown-it'
import { longestTag, type TagKind } from './tag-at'

/**
 * Replaces every tag by letters, keeping the length of the text. Template engines fill tags in before
 * markdown is parsed, so quotes, brackets and blanks inside a tag must not count as markdown or HTML.
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

/** The same for the text being parsed, computed once per state. */
export const sourceWithoutTags = (state: StateInline, known: readonly TagKind[]): string => {
  const masked = maskedSources.get(state) ?? withoutTags(state.src, known)
  maskedSources.set(state, masked)
  return masked
}

/** Start and end of each tag in a text, in linear time even if many tags are not closed. */
export const tagsIn = (text: string, known: readonly TagKind[]): [number, number][] => {
  const found: [number, number][] = []
  const closings = new Map<string, number>()
  const closingBehind = (close: string, from: number): number => {
    let at = closings.get(close) ?? -1
    if (at < from) at = text.indexOf(close, from)
    if (at < 0) at = Number.POSITIVE_INFINITY
    closings.set(close, at)
    return at
  }
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    let end: number | null = null
    for (const { open, close } of known) {
      if (end !== null || !text.startsWith(open, at)) continue
      const closing = closingBehind(close, at + open.length) + close.length
      if (closing - at <= longestTag) end = closing
    }
    if (end !== null) found.push([at, end])
    at = end ?? at + 1
  }
  return found
}
