import { isScalar, isSeq } from 'yaml'
import { type Draft, prove } from '../../prove/prove'
import type { FrontMatter } from '../../read/parse'
import { flagOfWord, wordLike } from '../../read/yaml-types'
import type { Edit, EditStyle, FieldScalar, FieldValue } from '../../values/types'
import { isEmpty } from '../../yaml/extent'
import { type Found, findNode, type Steps } from '../../yaml/find'
import {
  isQuoted,
  lineOf,
  type Refused,
  rangeOf,
  readYamlHead,
  refused,
  type YamlHead,
} from '../../yaml/head'
import { addPair } from './add'
import { addListItem } from './list'
import { removeNode, renamePair } from './remove'
import { setScalar } from './set'

type Drafts = Draft | readonly Draft[] | Refused
type Plan = (head: YamlHead, found: Found) => Drafts

/** Reads a YAML head, finds a path in it, and answers the first draft of the plan that can be proved. */
export const planYaml = (text: string, path: Steps, plan: Plan, read?: FrontMatter): Edit => {
  const head = readYamlHead(text, read)
  if (head.kind === 'refused') return head
  const found = findNode(head, path)
  if ('reason' in found) return found
  const blocked = whyBlocked(head, path, found)
  if (blocked) return blocked
  const drafts = plan(head, found)
  if ('reason' in drafts) return drafts
  let last: Edit = refused('This value can be edited in the source only', 1)
  for (const draft of 'changes' in drafts ? [drafts] : drafts) {
    last = prove(head, draft)
    if (last.kind === 'changes') return last
  }
  return last
}

// Where lines with errors were set aside, only a value that is one whole line is known for certain.
const whyBlocked = (head: YamlHead, path: Steps, found: Found): Refused | null => {
  if (head.trust !== 'mended' || head.data !== null) return null
  const range = found.kind === 'pair' ? rangeOf(found.pair.value) : null
  const isOneLine =
    found.kind === 'pair' &&
    isScalar(found.pair.value) &&
    range &&
    !head.source.slice(range.from, range.to).includes('\n')
  if (path.length === 1 && (found.kind === 'absent' || isOneLine)) return null
  return refused(
    'The YAML has errors, so only a field of one line can be changed',
    lineOf(head, range?.from ?? 0),
  )
}

/** Sets one value of a YAML head, or adds it. */
export const editYaml = (text: string, path: Steps, value: FieldScalar, style: EditStyle): Edit =>
  planYaml(text, path, (head, found) =>
    found.kind === 'absent'
      ? addPair(head, path, found, value, style)
      : setScalar(head, path, found, value, style),
  )

/** Adds a list that is not there. */
export const addYamlList = (text: string, path: Steps, value: FieldValue, style: EditStyle): Edit =>
  planYaml(text, path, (head, found) =>
    found.kind === 'absent'
      ? addPair(head, path, found, value, style)
      : refused(`“${path.join('.')}” is there already`, 1),
  )

/** Adds an item to a list of a YAML head; a list that is not there is added. */
export const addYamlItem = (text: string, path: Steps, value: FieldScalar, style: EditStyle): Edit =>
  planYaml(text, path, (head, found) =>
    found.kind === 'absent'
      ? addPair(head, path, found, [value], style)
      : addListItem(head, path, found, value, style),
  )

/** Removes a field or an item of a YAML head. */
export const removeYaml = (text: string, path: Steps): Edit =>
  planYaml(text, path, (head, found) => removeNode(head, path, found))

/** Renames a key of a YAML head. */
export const renameYaml = (text: string, path: Steps, to: string): Edit =>
  planYaml(text, path, (head, found) => renamePair(head, path, found, to))

/** Switches a flag of a YAML head in the spelling the file has: `False` becomes `True`, `no` becomes `yes`. */
export const setYamlFlag = (text: string, path: Steps, on: boolean, style: EditStyle): Edit =>
  planYaml(text, path, (head, found) => {
    if (found.kind === 'absent') return addPair(head, path, found, on, style)
    const node = found.kind === 'pair' ? found.pair.value : found.item
    const word = isScalar(node) && !isEmpty(node) ? String(node.source ?? '') : ''
    const spelled = wordLike(word, on)
    const isQuotedOrOld = isScalar(node) && typeof node.value === 'string' && spelled !== String(on)
    const quoted = isScalar(node) && isQuoted(node) && flagOfWord(word) !== null
    return spellFlag(head, path, found, on, spelled, isQuotedOrOld || quoted, style)
  })

const spellFlag = (
  head: YamlHead,
  path: Steps,
  found: Exclude<Found, { kind: 'absent' }>,
  on: boolean,
  spelled: string,
  isText: boolean,
  style: EditStyle,
): Drafts => {
  if (isText) return setScalar(head, path, found, spelled, style)
  const drafts = setScalar(head, path, found, on, style)
  if ('reason' in drafts) return drafts
  return drafts.map((draft) => ({
    ...draft,
    changes: draft.changes.map((change) => ({
      ...change,
      insert: change.insert.replace(String(on), spelled),
    })),
  }))
}

/** The items of a list of a YAML head; null when there is no list at the path. */
export const yamlItems = (text: string, path: Steps): readonly unknown[] | null => {
  const head = readYamlHead(text)
  if (head.kind === 'refused') return null
  const found = findNode(head, path)
  if (!('kind' in found) || found.kind !== 'pair' || !isSeq(found.pair.value)) return null
  return found.pair.value.items.map((item) => (isScalar(item) ? item.value : undefined))
}
