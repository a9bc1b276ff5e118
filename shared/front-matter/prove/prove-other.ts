import { applyTextChanges, type TextChange } from '../../text/text-change'
import { t } from '../../texts/translate'
import { HeadError } from '../read/head-error'
import { lineInPost, readSource, sourceOf } from '../read/source'
import { type SplitPost, splitPost } from '../read/split'
import { expectedData, type Intent } from '../values/intent'
import { sameData } from '../values/same-data'
import type { Edit } from '../values/types'
import { refused } from '../yaml/head'

type Post = { readonly text: string; readonly split: SplitPost }

/**
 * The proof for languages other than YAML: parsed before and after, only the intended value may differ.
 * Changes have offsets in the head's source.
 */
export const proveOther = ({ text, split }: Post, drafted: readonly TextChange[], intent: Intent): Edit => {
  const { language } = split
  if (language === 'none' || language === 'other' || language === 'yaml')
    return refused(t('form.headInText'), 1)
  const before = sourceOf(text, split)
  const changes = drafted
    .map(({ from, to, insert }) => ({ from: from + before.offset, to: to + before.offset, insert }))
    .sort((a, b) => a.from - b.from)
  const line = lineInPost(text, before, drafted[0]?.from ?? 0)
  const { from, to } = split.content
  if (changes.some((change) => change.from < from || change.to > to))
    return refused(t('form.outsideHead'), line)
  const after = applyTextChanges(text, changes)
  const splitAfter = splitPost(after)
  const isSameHead =
    splitAfter.content.to - to === after.length - text.length &&
    splitAfter.content.from === from &&
    splitAfter.language === language &&
    !splitAfter.problem
  if (!isSameHead) return refused(t('form.endsHead'), line)
  try {
    const expected = expectedData(intent, readSource(before.source, language))
    return sameData(expected, readSource(sourceOf(after, splitAfter).source, language))
      ? { kind: 'changes', changes }
      : refused(t('form.otherField'), line)
  } catch (error) {
    if (!(error instanceof HeadError)) throw error
    return refused(t('form.unreadableAfter', { reason: error.message }), line)
  }
}

/** Runs an edit that parses the head; if that fails, refuses it with the line of the error. */
export const whereReadable = ({ text, split }: Post, edit: () => Edit): Edit => {
  try {
    return edit()
  } catch (error) {
    if (!(error instanceof HeadError)) throw error
    return refused(error.message, lineInPost(text, sourceOf(text, split), 0) + error.line)
  }
}
