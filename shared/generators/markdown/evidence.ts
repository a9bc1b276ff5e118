import type {
  FeatureSources,
  MarkdownFeatures,
  MarkdownPreset,
  SiteMarkdown,
} from '../../markdown/options/features'
import type { ConfigurationCode, ReadConfiguration } from '../shape/generator'
import type { GeneratorId } from '../shape/generator-id'
import { featuresOfPlugin, type ListedPlugin } from './plugin-features'

/** What a site's markdown features are detected from. */
export interface MarkdownEvidence {
  readonly generator: GeneratorId
  /** The packages it depends on, with their version ranges. */
  readonly packages: ReadonlyMap<string, string>
  readonly configuration: ReadConfiguration | null
  /** Jekyll only: the site's includes that show a picture, and the text of its Gemfile. */
  readonly includes?: { readonly pictures: readonly string[]; readonly gemfile: string }
  /** Hugo only: the file of the site or its theme that renders alerts. */
  readonly alertHook?: string
  /** The template of the site or its theme that renders the markdown of titles. */
  readonly titleTemplate?: string
  /** Code of the site that renders its posts. */
  readonly rendering?: readonly ConfigurationCode[]
}

type Switched = Partial<MarkdownFeatures>

/** Collects features with the reason for each; a later value replaces an earlier one. */
export class Sayings {
  private features: Switched = {}
  private sources: FeatureSources = {}

  say(features: Switched, source: string): this {
    this.features = { ...this.features, ...features }
    const reasons = Object.keys(features).map((key) => [key, source] as const)
    this.sources = { ...this.sources, ...Object.fromEntries(reasons) }
    return this
  }

  /** Sets a feature if the configuration has a value for it. */
  sayIf<K extends keyof MarkdownFeatures>(
    key: K,
    value: MarkdownFeatures[K] | undefined,
    source: string,
  ): this {
    return value === undefined ? this : this.say({ [key]: value } as Switched, source)
  }

  /** Adds the features of the known plugins. */
  plugins(plugins: Iterable<string | ListedPlugin>, source: (name: string) => string): this {
    for (const one of plugins) {
      const plugin = typeof one === 'string' ? { name: one, options: {} } : one
      const features = featuresOfPlugin(plugin)
      if (features) this.say(features, source(plugin.name))
    }
    return this
  }

  /** The collected features, on top of `preset` or the generator's own preset. */
  with(preset?: MarkdownPreset): SiteMarkdown {
    const { features, sources } = this
    return { ...(preset === undefined ? {} : { preset }), features, sources }
  }
}

/** The value if it is a boolean, otherwise undefined. */
export const flagOf = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined

/** The first number of a version range; null if it has none. */
export const majorOf = (range: string | undefined): number | null => {
  const found = /(\d+)/.exec(range ?? '')?.[1]
  return found === undefined ? null : Number(found)
}
