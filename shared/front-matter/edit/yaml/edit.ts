import { isScalar, isSeq } from 'yaml'
import { t } from '../../../texts/translate'
import { type Draft, prove } from '../../prove/prove'
import type { FrontMatter } from '../../read/parse'
import { flagOfWord, wordLike } from '../../read/yaml-types'
import { noFlagReason } from '../../values/flag'
import type { HeadEditor } from '../../values/head-editor'
import type { Edit, EditStyle, FieldValue } from '../../values/types'
import { isEmpty } from '../../yaml/extent'
import { type Found, findNode, type Steps } from '../../yaml/find'
import {
  isQuoted,
  keyName,
  lineOf,
  type Refused,
  rangeOf,
  readYamlHead,
  refused,
  type YamlHead,
} from '../../yaml/head'
import type { AbsentPlace, ValuePlace, YamlPlace } from '../../yaml/place'
import { addPair } from './add'
import { addListItem } from './list'
import { editRawYaml } from './raw'
import { removeNode, renamePair } from './remove'
import { setScalar } from './set'
import { writtenYaml } from './written'

type Drafts = Draft | readonly Draft[] | Refused
type Plan = (place: YamlPlace) => Drafts

/** Reads a YAML head, finds a path in it, and returns the first draft of the plan that can be proved. */
export const planYaml = (
  text: string,
  path: Steps,
  plan: Plan,
  style: EditStyle = {},
  read?: FrontMatter,
): Edit => {
  const head = readYamlHead(text, read)
  if (head.kind === 'refused') return head
  const found = findNode(head, path)
  if ('reason' in found) return found
  const blocked = whyBlocked(head, path, found)
  if (blocked) return blocked
  const drafts = plan({ head, path, found, style })
  if ('reason' in drafts) return drafts
  let last: Edit = refused(t('form.valueInSource'), 1)
  for (const draft of 'changes' in drafts ? [drafts] : drafts) {
    last = prove(head, draft)
    if (last.kind === 'changes') return last
  }
  return last
}

// If lines with errors had to be masked, only a value on a single line is known for certain.
const whyBlocked = (head: YamlHead, path: Steps, found: Found): Refused | null => {
  if (head.trust !== 'mended' || head.data !== null) return null
  const range = found.kind === 'pair' ? rangeOf(found.pair.value) : null
  const isOneLine =
    found.kind === 'pair' &&
    isScalar(found.pair.value) &&
    range &&
    !head.source.slice(range.from, range.to).includes('\n')
  if (path.length === 1 && (found.kind === 'absent' || isOneLine)) return null
  return refused(t('form.yamlOneLineOnly'), lineOf(head, range?.from ?? 0))
}

const addedOr =
  (value: FieldValue, there: (place: ValuePlace) => Drafts): Plan =>
  (place) =>
    isAbsent(place) ? addPair(place, value) : there(place as ValuePlace)

/** Edits YAML heads. The values of items are those that `yaml` reads. */
export const yamlEditor: HeadEditor = {
  set: ({ text, path, style }, value) =>
    planYaml(
      text,
      path,
      addedOr(value, (there) => setScalar(there, value)),
      style,
    ),
  setFlag: ({ text, path, style }, on) =>
    planYaml(
      text,
      path,
      addedOr(on, (there) => spellFlag(there, on)),
      style,
    ),
  addList: ({ text, path, style }, items) =>
    planYaml(
      text,
      path,
      addedOr(items, () => refused(t('form.fieldTaken', { field: path.join('.') }), 1)),
      style,
    ),
  addItem: ({ text, path, style }, item) =>
    planYaml(
      text,
      path,
      addedOr([item], (there) => addListItem(there, item)),
      style,
    ),
  remove: ({ text, path }) => planYaml(text, path, removeNode),
  rename: ({ text, path }, to) => planYaml(text, path, (place) => renamePair(place, to)),
  setRaw: ({ text, path }, typed) => editRawYaml(text, path, typed),
  items: ({ text, path }) => yamlItems(text, path),
  written: (text, _split, read) => writtenYaml(text, read),
}

const isAbsent = (place: YamlPlace): place is AbsentPlace => place.found.kind === 'absent'

const spellFlag = (place: ValuePlace, on: boolean): Drafts => {
  const { head, found } = place
  const node = found.kind === 'pair' ? found.pair.value : found.item
  const word = isScalar(node) && !isEmpty(node) ? String(node.source ?? '') : ''
  const isFlag = word === '' || flagOfWord(word) !== null || isNothing(node)
  if (isScalar(node) && !isFlag) return refused(noFlag(found, word), lineOf(head, rangeOf(node)?.from ?? 0))
  const spelled = wordLike(word, on)
  const isQuotedOrOld = isScalar(node) && typeof node.value === 'string' && spelled !== String(on)
  if (isQuotedOrOld || (isScalar(node) && isQuoted(node) && word !== '')) return setScalar(place, spelled)
  const drafts = setScalar(place, on)
  if ('reason' in drafts) return drafts
  return drafts.map((draft) => ({
    ...draft,
    changes: draft.changes.map((change) => ({
      ...change,
      insert: change.insert.replace(String(on), spelled),
    })),
  }))
}

const isNothing = (node: unknown): boolean => isScalar(node) && node.value === null

const noFlag = (found: ValuePlace['found'], word: string): string =>
  noFlagReason(found.kind === 'pair' ? keyName(found.pair.key) : String(found.at), word)

const yamlItems = (text: string, path: Steps): readonly unknown[] | null => {
  const head = readYamlHead(text)
  if (head.kind === 'refused') return null
  const found = findNode(head, path)
  if (!('kind' in found) || found.kind !== 'pair' || !isSeq(found.pair.value)) return null
  return found.pair.value.items.map((item) => (isScalar(item) ? item.value : undefined))
}
