import type { MarkdownFeatures } from '../../markdown/options/features'
import type { SiteLayout } from '../../site/site-layout'
import type { FindingSeverity, Found } from '../findings/finding'
import type { PostParts } from '../parts/post-parts'
import type { CheckSite } from './check-site'
import type { PostRecord } from './post-record'

/** What every check has. */
interface CheckFacts {
  readonly name: string
  readonly severity: FindingSeverity
  /** What it looks for, in one sentence. */
  readonly about: string
}

/** The settings of the site that checks of a text alone depend on. */
export interface TextRules {
  readonly layout: SiteLayout
  readonly features: MarkdownFeatures
}

/** A check that needs only the text. */
export interface TextCheck extends CheckFacts {
  readonly inText: (post: PostParts, rules: TextRules) => readonly Found[]
}

/** A check that needs the rest of the site. */
export interface SiteCheck extends CheckFacts {
  readonly inSite: (post: PostRecord, site: CheckSite) => readonly Found[]
}
