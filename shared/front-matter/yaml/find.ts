import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { t } from '../../texts/translate'
import { isEmpty } from './extent'
import { findPair, isReferenced, lineOf, type Refused, rangeOf, refused, type YamlHead } from './head'

export type Steps = readonly (string | number)[]

/**
 * The result of following a path. `depth` steps exist; for `absent` the next step must be added to `parent`.
 */
export type Found =
  | { readonly kind: 'pair'; readonly pair: Pair; readonly map: YAMLMap; readonly depth: number }
  | { readonly kind: 'item'; readonly item: unknown; readonly at: number; readonly list: YAMLSeq }
  | {
      readonly kind: 'absent'
      readonly parent: YAMLMap | null
      readonly holder: Pair | null
      readonly depth: number
    }

/** Follows a path through a head; refuses values that other places share through an alias. */
export const findNode = (head: YamlHead, path: Steps): Found | Refused => {
  let here: unknown = head.map
  let found: Found = { kind: 'absent', parent: head.map, holder: null, depth: 0 }
  for (const [depth, step] of path.entries()) {
    if (isAlias(here))
      return refused(t('form.reference', { name: here.source }), lineOf(head, rangeOf(here)?.from ?? 0))
    const holder: Pair | null = found.kind === 'pair' ? found.pair : null
    if (here === null || isEmpty(here)) return { kind: 'absent', parent: null, holder, depth }
    const next: Found | null =
      typeof step === 'number' ? itemAt(here, step) : pairAt(here, step, holder, depth)
    if (next === null)
      return refused(
        t('form.noStep', { field: path.slice(0, depth).join('.'), step }),
        lineOf(head, rangeOf(here)?.from ?? 0),
      )
    if (next.kind === 'absent') return next
    const shared = sharedName(head, next.kind === 'pair' ? next.pair.value : next.item)
    if (shared) return shared
    found = next
    here = next.kind === 'pair' ? next.pair.value : next.item
  }
  return found
}

const pairAt = (here: unknown, key: string, holder: Pair | null, depth: number): Found | null => {
  if (!isMap(here)) return null
  const pair = findPair(here, key)
  return pair ? { kind: 'pair', pair, map: here, depth } : { kind: 'absent', parent: here, holder, depth }
}

const itemAt = (here: unknown, at: number): Found | null =>
  isSeq(here) && at >= 0 && at < here.items.length
    ? { kind: 'item', item: here.items[at], at, list: here }
    : null

const sharedName = (head: YamlHead, node: unknown): Refused | null => {
  if (!(isScalar(node) || isMap(node) || isSeq(node)) || !node.anchor) return null
  if (!isReferenced(head, node.anchor)) return null
  return refused(t('form.othersUse', { name: node.anchor }), lineOf(head, rangeOf(node)?.from ?? 0))
}
