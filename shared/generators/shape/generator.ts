import type { ConfiguredSite, Values } from './configured-values'
import type { GeneratorId } from './generator-id'
import type { Habits } from './habits'
import type { Sign } from './signs'

/** The configuration of a generator's sites. */
export interface Configuration {
  /** Its files relative to the site root; the first that is there counts. */
  readonly files: readonly string[]
  /** What is read from it: its data, or its code. */
  readonly read: (values: Values, code: string) => ConfiguredSite
}

/** All that is known of one generator. */
export interface Generator extends Habits {
  readonly id: GeneratorId
  /** What it is recognised by: the weights of those that are found count together. */
  readonly signs: readonly Sign[]
  /** Null for one that has none. */
  readonly configuration: Configuration | null
}
