import { applyTextChanges, type TextChange } from '../../text/text-change'
import { t } from '../../texts/translate'
import { splitPost } from '../read/split'
import { expectedData, type Intent } from '../values/intent'
import { sameData } from '../values/same-data'
import type { Edit } from '../values/types'
import { lineOf, readYamlHead, type YamlHead } from '../yaml/head'
import { shapeOf } from '../yaml/shape'

/** A draft edit of a head's source, to be proved before use. */
export interface Draft {
  readonly changes: readonly TextChange[]
  readonly intent: Intent
  /** The offset of the field in the source, for the message if the proof fails. */
  readonly at: number
}

/**
 * The edit of a draft if it is proved: parsed before and after by gray-matter and by `yaml`, every value
 * except the intended one is the same, and the changes stay inside the head. Otherwise refused.
 */
export const prove = (head: YamlHead, draft: Draft): Edit => {
  const line = lineOf(head, draft.at)
  const refuse = (reason: string): Edit => ({ kind: 'refused', reason, line })
  const changes = draft.changes
    .map(({ from, to, insert }) => ({ from: from + head.offset, to: to + head.offset, insert }))
    .sort((a, b) => a.from - b.from)
  const { content } = head.split
  if (changes.some((change) => change.from < content.from || change.to > content.to))
    return refuse(t('form.outsideHead'))
  const text = applyTextChanges(head.text, changes)
  const grown = text.length - head.text.length
  const split = splitPost(text)
  if (split.content.from !== content.from || split.content.to !== content.to + grown)
    return refuse(t('form.endsHead'))
  const after = readYamlHead(text)
  if (after.kind === 'refused') return refuse(t('form.unreadableAfter', { reason: after.reason }))
  if (!isAsTrusted(head, after)) return refuse(t('form.readDifferently'))
  const expected = expectedData(draft.intent, shapeOf(head.document))
  if (!sameData(expected, shapeOf(after.document))) return refuse(t('form.otherField'))
  const provedTwice = head.data === null || sameData(expectedData(draft.intent, head.data), after.data)
  return provedTwice ? { kind: 'changes', changes } : refuse(t('form.otherField'))
}

// A repaired line may have become valid; any other difference in errors is refused.
const isAsTrusted = (before: YamlHead, after: YamlHead): boolean => {
  if (before.trust === 'mended') return after.trust !== 'patient'
  const codes = (head: YamlHead) => head.document.errors.map((error) => error.code).join()
  return before.trust === after.trust && codes(before) === codes(after)
}
