import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { factsOf, type MarkdownEnv } from '../options/env'

/*
 * A label of three characters copies the whole address of its definition on each use: a hostile page could
 * grow quadratically. Uses are counted per address on the page; each address may fill as many characters as
 * the reference implementation of CommonMark allows for all of them together.
 */
const long = 200
const enough = 100_000

/** Records the long addresses of a block; each link and image gets its index among them. */
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

/** True when the address of this link or image has reached its limit on the page. */
export const isWithheld = (token: Token, env: MarkdownEnv): boolean =>
  env.numbers?.withheld[token.meta?.longAddress ?? -1] === true

/** Counts addresses in page order; true for each use beyond the limit. */
export const countAddresses = (): ((address: string) => boolean) => {
  const counts = new Map<string, number>()
  return (address) => {
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    return count > 3 && count * address.length > enough
  }
}
