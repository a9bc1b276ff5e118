import type {
  FeatureSources,
  MarkdownFeatures,
  MarkdownPreset,
  SiteMarkdown,
} from '../../markdown/options/features'
import type { ReadConfiguration } from '../shape/generator'
import type { GeneratorId } from '../shape/generator-id'
import { featuresOfPlugin } from './plugin-features'

/** What is known of a site when it is asked which markdown it writes. */
export interface MarkdownEvidence {
  readonly generator: GeneratorId
  /** The packages it asks for, with the versions it wants. */
  readonly packages: ReadonlyMap<string, string>
  readonly configuration: ReadConfiguration | null
  /** Of Jekyll: the includes of the site that show a picture, and its Gemfile. */
  readonly includes?: { readonly pictures: readonly string[]; readonly gemfile: string }
}

type Switched = Partial<MarkdownFeatures>

/** Gathers switches with the reason for each; what is said later counts. */
export class Sayings {
  private features: Switched = {}
  private sources: FeatureSources = {}

  say(features: Switched, source: string): this {
    this.features = { ...this.features, ...features }
    const reasons = Object.keys(features).map((key) => [key, source] as const)
    this.sources = { ...this.sources, ...Object.fromEntries(reasons) }
    return this
  }

  /** A switch that a configuration has a value for; nothing where it has none. */
  sayIf<K extends keyof MarkdownFeatures>(
    key: K,
    value: MarkdownFeatures[K] | undefined,
    source: string,
  ): this {
    return value === undefined ? this : this.say({ [key]: value } as Switched, source)
  }

  /** Those plugins that are known. */
  plugins(names: Iterable<string>, source: (name: string) => string): this {
    for (const name of names) {
      const features = featuresOfPlugin(name)
      if (features) this.say(features, source(name))
    }
    return this
  }

  /** All of it, on top of a preset or of the generator's own. */
  with(preset?: MarkdownPreset): SiteMarkdown {
    const { features, sources } = this
    return { ...(preset === undefined ? {} : { preset }), features, sources }
  }
}

/** `true` and `false` as they are; undefined for all else. */
export const flagOf = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined

/** The first number of a version range; null where it names none. */
export const majorOf = (range: string | undefined): number | null => {
  const found = /(\d+)/.exec(range ?? '')?.[1]
  return found === undefined ? null : Number(found)
}
