import type { ConfiguredSite, Values } from './configured-values'
import type { GeneratorId } from './generator-id'
import type { Habits } from './habits'

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
  /** Any of these lists says yes when all of it is there; `package:x` is a dependency in package.json. */
  readonly markers: readonly (readonly string[])[]
  /** Null for one that has none. */
  readonly configuration: Configuration | null
}
