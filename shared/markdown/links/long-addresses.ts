import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { factsOf, type MarkdownEnv } from '../options/env'

/*
 * A label of three characters writes the whole address of its definition each time: a hostile page would be the
 * square of its text. Addresses are counted on the page, and each is written until it has filled as much as the
 * reference implementation of CommonMark gives to all of them.
 */
const long = 200
const enough = 100_000

/** Notes the long addresses of a block; each link and image learns its place among them. */
export const longAddresses = (md: MarkdownIt): void => {
  md.core.ruler.push('long_addresses', (state) => {
    const { longAddresses: found } = factsOf(state.env as MarkdownEnv)
    const note = (tokens: readonly Token[]): void => {
      for (const token of tokens) {
        const address = token.attrGet(token.type === 'image' ? 'src' : 'href')
        if (typeof address === 'string' && address.length > long)
          token.meta = { ...token.meta, longAddress: found.push(address) - 1 }
        if (token.meta?.note) note(token.meta.note)
      }
    }
    for (const { children } of state.tokens) if (children) note(children)
  })
}

/** True when the page has had enough of the address of this link or image. */
export const isWithheld = (token: Token, env: MarkdownEnv): boolean =>
  env.numbers?.withheld[token.meta?.longAddress ?? -1] === true

/** Counts addresses in the order of the page; true for each that is one too many. */
export const countAddresses = (): ((address: string) => boolean) => {
  const counts = new Map<string, number>()
  return (address) => {
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    return count > 3 && count * address.length > enough
  }
}
