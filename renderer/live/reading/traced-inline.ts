import type MarkdownIt from 'markdown-it'
import type { StateInline, Token } from 'markdown-it'
import type { MarkdownEnv } from '../../../shared/markdown/options/env'

/** What a rule took of the text to make a token of, and where the token was made. */
interface Trace {
  /** Start and end of what the rule took. */
  readonly from: number
  readonly to: number
  /** Where the rule stood when it made the token: the closing bracket, for the end of a link. */
  readonly at: number
  /** Characters of the token as it was made; an emphasis' mark has lost them by the time it is known as one. */
  readonly length: number
}

type Tracer = (content: string, env: MarkdownEnv) => readonly TracedToken[]

/** An inline token and where it comes from; null where no rule of its own made it. */
export interface TracedToken {
  readonly token: Token
  readonly trace: Trace | null
}

/** A rule as the parser keeps it; the list is not part of its declared interface. */
interface KeptRule {
  readonly name: string
  readonly fn: (state: StateInline, silent: boolean) => boolean
}

/**
 * Reads inline text with the rules of a site and says where each token comes from, which markdown-it itself does not.
 * The rules stay the site's own: they are only watched.
 */
export const traceInline = (md: MarkdownIt): Tracer => {
  let traces = new Map<Token, Trace>()
  let places = new Map<Token, number>()
  const State = md.inline.State
  class WatchedState extends State {
    override push(...made: Parameters<StateInline['push']>): Token {
      const token = super.push(...made)
      places.set(token, this.pos)
      return token
    }
  }
  md.inline.State = WatchedState
  const rules = (md.inline.ruler as unknown as { readonly __rules__: readonly KeptRule[] }).__rules__
  for (const { name, fn } of [...rules]) {
    md.inline.ruler.at(name, (state, silent) => {
      const from = state.pos
      const count = state.tokens.length
      const isTaken = fn(state, silent)
      if (!isTaken || silent) return isTaken
      let run = from
      for (const token of state.tokens.slice(count)) {
        const at = places.get(token)
        if (at === undefined || traces.has(token)) continue // text that was waiting, or what an inner rule made
        const { length } = token.content
        const isSign = token.type === 'text'
        traces.set(token, { from: isSign ? run : from, to: state.pos, at, length })
        if (isSign) run += length
      }
      return isTaken
    })
  }
  return (content, env) => {
    traces = new Map()
    places = new Map()
    const tokens: Token[] = []
    md.inline.parse(content, md, env, tokens)
    return tokens.map((token) => ({ token, trace: traces.get(token) ?? null }))
  }
}
