import type { ReadCode } from '../../configuration/code-values'
import type { Values } from '../../configuration/read-data'
import type { ConfiguredSite } from './configured-values'
import type { GeneratorId } from './generator-id'
import type { Habits } from './habits'
import type { Sign } from './signs'

/** The server that a generator has for writing: how it is started, and where it then answers. */
interface DevelopmentServer {
  readonly port: number
  /** The command that starts it. */
  readonly start: string
  /** The same with drafts and posts of the future, where it leaves them out otherwise. */
  readonly drafts?: string
  /** It serves the site at the top, whatever base path the configuration has. */
  readonly atTop?: boolean
}

/** What the files of a configuration say. */
export interface ReadConfiguration {
  /** Its data; of code, what of its exported object can be told without running it. */
  readonly values: Values
  /** The code it is written in; null for data. */
  readonly code: ReadCode | null
  /** The file that was found, relative to the site root. */
  readonly file: string
}

/** The configuration of a generator's sites. */
export interface Configuration {
  /** Its files relative to the site root; the first that is there counts. */
  readonly files: readonly string[]
  /** Folders of data files, each of which is the value of the key it is called by. */
  readonly parts?: readonly string[]
  /** Code whose calls count as if they stood in the file. */
  readonly besides?: readonly string[]
  readonly read: (configuration: ReadConfiguration) => ConfiguredSite
}

/** All that is known of one generator. */
export interface Generator extends Habits {
  readonly id: GeneratorId
  /** What it is recognised by: the weights of those that are found count together. */
  readonly signs: readonly Sign[]
  /** Folders beside a site that it may be built from too, relative to its root. */
  readonly outside?: readonly string[]
  /** The key of a head that keeps former addresses, for sites with one of these packages; for all where none is named. */
  readonly redirects?: { readonly key: string; readonly packages: readonly string[] }
  /** Null for one that has none. */
  readonly configuration: Configuration | null
  /** Null for one that has none. */
  readonly server: DevelopmentServer | null
}
