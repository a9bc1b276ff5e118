import { parseFrontMatter } from '../read/parse'
import { isInverted, roleOfValue } from '../schema/roles'
import { fieldOf, type SiteSchema } from '../schema/site-schema'
import type { DraftKeys } from '../values/draft-keys'
import { type DraftReason, draftReasons } from '../values/draft-reasons'
import { flagOf } from '../values/flag'
import type { Edit } from '../values/types'
import { styleOf } from './apply-bulk'
import { editField, setFlag } from './edit'

type Data = Readonly<Record<string, unknown>>

/** The fields that mark a post as draft: the generator's keys and the site's own flags. */
const reasonsOf = (data: Data, keys: DraftKeys, schema?: SiteSchema): readonly DraftReason[] => {
  const known = draftReasons(data, keys, schema?.ignoresCase)
  const own = Object.entries(data).flatMap(([key, value]): DraftReason[] => {
    const said = flagOf(value)
    const role = (schema && fieldOf(schema, key)?.role) ?? roleOfValue(key, value)
    const isDraft = said !== null && role === 'draft' && said !== isInverted(key)
    return isDraft && known.every((reason) => reason.key !== key) ? [{ kind: 'flag', key, on: !said }] : []
  })
  return [...known, ...own]
}

const publishBy = (text: string, reason: DraftReason, schema?: SiteSchema): Edit => {
  const style = styleOf(reason.key, schema)
  if (reason.kind === 'flag') return setFlag(text, [reason.key], reason.on, style)
  const used = schema && fieldOf(schema, reason.key)
  const values = [...(used?.choices ?? []), ...(used?.values.map(({ value }) => value) ?? [])]
  const word = values.find((value) => reason.published.includes(value.toLowerCase()))
  return editField(text, [reason.key], word ?? reason.published[0] ?? '', style)
}

/** Switches all fields that mark a post as draft; no changes if there are none. */
export const publishEdit = (text: string, keys: DraftKeys, schema?: SiteSchema): Edit => {
  const head = parseFrontMatter(text, undefined, schema?.heads)
  if (head.kind === 'broken') return { kind: 'refused', reason: head.message, line: head.line }
  const edits = reasonsOf(head.kind === 'parsed' ? head.data : {}, keys, schema).map((reason) =>
    publishBy(text, reason, schema),
  )
  const refused = edits.find((edit) => edit.kind === 'refused')
  if (refused) return refused
  const changes = edits.flatMap((edit) => (edit.kind === 'changes' ? edit.changes : []))
  return { kind: 'changes', changes: changes.sort((a, b) => a.from - b.from) }
}
