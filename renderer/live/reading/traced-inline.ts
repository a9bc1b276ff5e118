import type MarkdownIt from 'markdown-it'
import type { StateInline, Token } from 'markdown-it'
import type { MarkdownEnv } from '../../../shared/markdown/options/env'

/** The source range that a rule consumed for a token, and where the token was created. */
export interface Trace {
  /** Start and end of the consumed range. */
  readonly from: number
  readonly to: number
  /** The position when the token was created: the closing bracket, for the end of a link. */
  readonly at: number
  /** The token's characters when created; an emphasis mark has lost them when it is recognized. */
  readonly length: number
}

type Tracer = (content: string, env: MarkdownEnv) => readonly TracedToken[]

/** An inline token and its origin; null if no rule of its own created it. */
export interface TracedToken {
  readonly token: Token
  readonly trace: Trace | null
}

/** A rule as stored by the parser; the list is not in its type declarations. */
interface KeptRule {
  readonly name: string
  readonly fn: (state: StateInline, silent: boolean) => boolean
}

/**
 * Parses inline text with the rules of a site and records the origin of each token, which markdown-it itself does not.
 * The rules are only wrapped, not changed.
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
        if (at === undefined || traces.has(token)) continue // pending text, or tokens of an inner rule
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
