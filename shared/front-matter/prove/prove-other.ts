import { applyTextChanges, type TextChange } from '../../text/text-change'
import { HeadError } from '../read/head-error'
import { sameData } from '../read/same-data'
import { lineAt, type SplitPost, splitPost } from '../read/split'
import { expectedData, type Intent } from '../values/intent'
import type { Edit } from '../values/types'
import { refused } from '../yaml/head'

/** The proof of yaml heads for TOML and JSON: read before and after, nothing but the meant value may differ. */
export const proveOther = (
  text: string,
  split: SplitPost,
  drafted: readonly TextChange[],
  intent: Intent,
  read: (content: string) => unknown,
): Edit => {
  const { from, to } = split.content
  const changes = drafted.map((change) => ({ ...change, from: change.from + from, to: change.to + from }))
  const line = lineAt(text, changes[0]?.from ?? from) + 1
  const after = applyTextChanges(text, changes)
  const splitAfter = splitPost(after)
  if (splitAfter.content.to - to !== after.length - text.length || splitAfter.problem)
    return refused('The value would end the front matter', line)
  const content = after.slice(from, splitAfter.content.to)
  try {
    return sameData(expectedData(intent, read(text.slice(from, to))), read(content))
      ? { kind: 'changes', changes }
      : refused('Another field would change with this one', line)
  } catch (error) {
    if (!(error instanceof HeadError)) throw error
    return refused(`After the change the front matter would not be readable: ${error.message}`, line)
  }
}
