import type { ReadCode } from '../../configuration/code-values'
import type { Values } from '../../configuration/read-data'
import type { PathAlias } from './address-settings'
import type { ConfiguredSite } from './configured-values'
import type { GeneratorId } from './generator-id'
import type { Habits } from './habits'
import type { Sign } from './signs'

/** The development server of a generator: how to start it, and its port. */
interface DevelopmentServer {
  readonly port: number
  /** The command that starts it. */
  readonly start: string
  /** The command that also shows drafts and future posts, if `start` leaves them out. */
  readonly drafts?: string
  /** It ignores the configured base path and serves the site at `/`. */
  readonly atTop?: boolean
}

/** A code file that configures the site. */
export interface ConfigurationCode {
  readonly file: string
  readonly code: ReadCode
}

/** A data file of a configuration that has several. */
export interface ConfigurationPart {
  readonly file: string
  readonly values: Values
}

/** A configuration as read from its files. */
export interface ReadConfiguration {
  /** Its data; for code, the part of the exported object that is known without running it. */
  readonly values: Values
  /** The parsed code; null for a data file. */
  readonly code: ReadCode | null
  /** The file that was found, relative to the site root. */
  readonly file: string
  /** Further code files that were found. */
  readonly beside?: readonly ConfigurationCode[]
  /** The data files of its folders; a later one overrides those before. */
  readonly parts?: readonly ConfigurationPart[]
}

/** Where sites of a generator have their configuration, and how to read it. */
export interface Configuration {
  /** Possible files, relative to the site root; the first that exists is used. */
  readonly files: readonly string[]
  /** Folders of data files; each file is the value of the key with its name. */
  readonly parts?: readonly string[]
  /** Further code files, whose calls count as calls in the configuration. */
  readonly besides?: readonly string[]
  readonly read: (configuration: ReadConfiguration) => ConfiguredSite
}

/** The description of a generator. */
export interface Generator extends Habits {
  readonly id: GeneratorId
  /** What it is recognized by; the weights of the signs that are found are added up. */
  readonly signs: readonly Sign[]
  /** Folders next to a site that may be part of its source, relative to its root. */
  readonly outside?: readonly string[]
  /** The front matter key for former addresses, if a site has one of `packages`; always if that is empty. */
  readonly redirects?: { readonly key: string; readonly packages: readonly string[] }
  /** Aliases that it has by itself; its configuration may have more. */
  readonly aliases?: readonly PathAlias[]
  /** Null if it has none. */
  readonly configuration: Configuration | null
  /** Null if it has none. */
  readonly server: DevelopmentServer | null
}
