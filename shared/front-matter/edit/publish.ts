import { type HeadData, parseFrontMatter } from '../read/parse'
import { splitPost } from '../read/split'
import { isInverted, roleOfValue } from '../schema/roles'
import { fieldOf, type SiteSchema } from '../schema/site-schema'
import { flagOf } from '../values/flag'
import type { Edit } from '../values/types'
import { styleOf } from './apply-bulk'
import { setFlag } from './edit'

/** The keys by which a generator knows a draft. */
export interface DraftKeys {
  readonly draftWhenTrue: readonly string[]
  readonly draftWhenFalse: readonly string[]
}

/** A flag of a head that makes a draft of its post; `on` is what it says of a post that is none. */
interface DraftFlag {
  readonly key: string
  readonly on: boolean
}

/** The flags that make a draft of a post: those that the generator knows, and those that the site's posts have for it. */
const draftFlags = (data: HeadData, keys: DraftKeys, schema?: SiteSchema): readonly DraftFlag[] =>
  Object.entries(data).flatMap(([key, value]) => {
    const said = flagOf(value)
    if (said === null) return []
    const isAmong = (names: readonly string[]) =>
      names.some((name) => name === key || (schema?.ignoresCase && name.toLowerCase() === key.toLowerCase()))
    const role = (schema && fieldOf(schema, key)?.role) ?? roleOfValue(key, value)
    const isDraft = said
      ? isAmong(keys.draftWhenTrue) || (role === 'draft' && !isInverted(key))
      : isAmong(keys.draftWhenFalse) || (role === 'draft' && isInverted(key))
    return isDraft ? [{ key, on: !said }] : []
  })

/** Turns every flag that makes a draft of a post; no changes where there is none. */
export const publishEdit = (text: string, keys: DraftKeys, schema?: SiteSchema): Edit => {
  const head = parseFrontMatter(text, splitPost(text), schema?.heads)
  if (head.kind === 'broken') return { kind: 'refused', reason: head.message, line: head.line }
  const flags = head.kind === 'parsed' ? draftFlags(head.data, keys, schema) : []
  const edits = flags.map(({ key, on }) => setFlag(text, [key], on, styleOf(key, schema)))
  const refused = edits.find((edit) => edit.kind === 'refused')
  if (refused) return refused
  const changes = edits.flatMap((edit) => (edit.kind === 'changes' ? edit.changes : []))
  return { kind: 'changes', changes: changes.sort((a, b) => a.from - b.from) }
}
