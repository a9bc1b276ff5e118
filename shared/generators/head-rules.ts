import { headForms, type ReadableHeads } from '../front-matter/find/forms'
import { habitsOf, type MadeWith } from './generators'

/** How a generator reads front matter. */
export interface HeadRules {
  readonly heads?: ReadableHeads
  readonly ignoresCase?: boolean
}

/** How a site's generator reads front matter; if it is unknown, every form is read that is unambiguous. */
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
