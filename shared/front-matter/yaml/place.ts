import type { EditStyle } from '../values/types'
import type { Found, Steps } from './find'
import type { YamlHead } from './head'

/** Where in a YAML head an edit happens, what stands there, and how the site writes such a field. */
export interface YamlPlace<Kind extends Found = Found> {
  readonly head: YamlHead
  readonly path: Steps
  readonly found: Kind
  readonly style: EditStyle
}

/** A place where nothing stands yet. */
export type AbsentPlace = YamlPlace<Extract<Found, { kind: 'absent' }>>
/** A place with a value. */
export type ValuePlace = YamlPlace<Exclude<Found, { kind: 'absent' }>>
/** The place of a key with its value. */
export type PairPlace = YamlPlace<Extract<Found, { kind: 'pair' }>>
