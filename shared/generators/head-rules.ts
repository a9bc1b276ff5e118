import { headForms, type ReadableHeads } from '../front-matter/find/forms'
import { habitsOf, type MadeWith } from './generators'

/** What a generator makes of heads. */
export interface HeadRules {
  readonly heads?: ReadableHeads
  readonly ignoresCase?: boolean
}

/** How the generator of a site reads heads; where none is known, any that can be nothing else is read. */
export const headRulesOf = (of: MadeWith): HeadRules => {
  const { name, head } = habitsOf(of)
  const isKnown = (typeof of === 'string' ? of : of.profile) !== 'plain'
  return {
    heads: isKnown
      ? { generator: name, forms: head.forms ?? [] }
      : { generator: name, forms: headForms, sureLinesOnly: true },
    ...(head.ignoresCase ? { ignoresCase: true } : {}),
  }
}
