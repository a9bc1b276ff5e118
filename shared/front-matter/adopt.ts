import { isScalar } from 'yaml'
import { canBeWritten } from './drift'
import type { Edit, FieldPath } from './edit-types'
import { planYaml } from './edit-yaml'
import { quoteText } from './format-value'
import { acceptsScalar } from './intent'
import { quotingOfScalar } from './neighbour-style'
import type { FieldSchema } from './site-schema'
import { isBlockScalar } from './yaml-extent'
import { lineOf, rangeOf, refused } from './yaml-head'

/** Writes a field in the quotes the site's posts use; its value stays what it is, or the edit is refused. */
export const adoptStyle = (text: string, path: FieldPath, usual: FieldSchema): Edit => {
  const steps = typeof path === 'string' ? [path] : path
  return planYaml(text, steps, (head, found) => {
    const node = found.kind === 'pair' ? found.pair.value : null
    const range = rangeOf(node)
    if (!isScalar(node) || !range || isBlockScalar(node)) return refused('There is no text to quote here', 1)
    const value = node.type === 'PLAIN' ? head.source.slice(range.from, range.to) : String(node.value)
    if (!canBeWritten(value, usual.quoting, quotingOfScalar(node)))
      return refused(
        'The value would be read as something else in the usual quotes',
        lineOf(head, range.from),
      )
    const insert = usual.quoting === 'plain' ? value : quoteText(value, usual.quoting)
    return {
      changes: [{ ...range, insert }],
      intent: { kind: 'set', path: steps, value: acceptsScalar(value, false, false) },
      at: range.from,
    }
  })
}
