import type { ReadableHeads } from '../front-matter/find/forms'
import { habitsOf, type MadeWith } from './generators'

/** What a generator makes of heads. Nothing is known where no generator is. */
export interface HeadRules {
  readonly heads?: ReadableHeads
  readonly ignoresCase?: boolean
}

/** How the generator of a site reads heads. */
export const headRulesOf = (of: MadeWith): HeadRules => {
  const { name, head } = habitsOf(of)
  const isKnown = (typeof of === 'string' ? of : of.profile) !== 'plain'
  return {
    ...(isKnown ? { heads: { generator: name, forms: head.forms ?? [] } } : {}),
    ...(head.ignoresCase ? { ignoresCase: true } : {}),
  }
}
