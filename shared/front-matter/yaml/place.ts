import type { EditStyle } from '../values/types'
import type { Found, Steps } from './find'
import type { YamlHead } from './head'

/** Where an edit takes place in a YAML head, what is there now, and how the site writes such a field. */
export interface YamlPlace<Kind extends Found = Found> {
  readonly head: YamlHead
  readonly path: Steps
  readonly found: Kind
  readonly style: EditStyle
}

/** A place without a value. */
export type AbsentPlace = YamlPlace<Extract<Found, { kind: 'absent' }>>
/** A place with a value. */
export type ValuePlace = YamlPlace<Exclude<Found, { kind: 'absent' }>>
/** The place of a key with its value. */
export type PairPlace = YamlPlace<Extract<Found, { kind: 'pair' }>>
