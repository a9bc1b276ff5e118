import type { Token } from 'markdown-it'

/** A heading of the page, for outline, table of contents and anchors. */
export interface Heading {
  readonly level: number
  readonly text: string
  readonly id: string
  /** 0-based line of the post. */
  readonly line: number
}

interface HeadingFact {
  readonly level: number
  readonly text: string
  /** The id before it is made unique. */
  readonly base: string
  /** The text of an id that holds numbers of footnotes, each by its index among the marks of the block. */
  readonly numbered?: readonly (string | number)[]
  /** Written by the author; stays as it is. */
  readonly explicit: boolean
  /** Each base is counted separately, although two headings may get the same id. */
  readonly counted: boolean
  /** A heading gets no id if nothing is left of its text. */
  readonly bare: boolean
  /** Left out of tables of contents. */
  readonly unlisted: boolean
  readonly offset: number
}

export interface FootnoteFact {
  readonly label: string
  readonly tokens: Token[]
  /** Labels used inside the note, in order. */
  readonly refs: readonly string[]
}

/** One mark of a footnote: its number and which mark of that note it is. */
export interface FootnoteMark {
  readonly number: number
  readonly occurrence: number
}

/** What the rules record about one block while it is parsed. */
export interface BlockFacts {
  readonly headings: HeadingFact[]
  readonly footnoteRefs: string[]
  readonly footnotes: FootnoteFact[]
  /** Link, footnote and abbreviation labels that the block refers to, defined or not. */
  readonly uses: Set<string>
  readonly images: string[]
  readonly links: string[]
  /** Addresses of links and images that are long enough for their repetition to be limited. */
  readonly longAddresses: string[]
  hasToc: boolean
  /** What is shown as source until its engine has loaded: `formulas`, or code by its `codeName`. */
  readonly awaited: Set<string>
}

/** What a block needs to know of the page when it is drawn. */
export interface BlockNumbers {
  readonly headingIds: readonly string[]
  /** The index of the page's first heading among those of the block; -1 if it is elsewhere. */
  readonly titleIndex: number
  readonly refs: readonly FootnoteMark[]
  readonly toc: readonly Heading[]
  /** For each of its long addresses, whether it has reached its limit on the page. */
  readonly withheld: readonly boolean[]
}

export interface LinkReference {
  readonly href: string
  readonly title?: string
}

/** The `env` of markdown-it. Every field is optional: a bare `{}` renders a page without numbers. */
export interface MarkdownEnv {
  references?: Record<string, LinkReference>
  abbreviations?: Record<string, string>
  /** While blocks are parsed, the labels defined so far; afterwards those of the whole page. */
  footnoteLabels?: { add(label: string): unknown; has(label: string): boolean }
  /** Tags of templates are text here. */
  plainTags?: boolean
  /** The kind of the block depends on a closing mark missing in all the text after it. */
  openEnded?: boolean
  facts?: BlockFacts
  /** Number of enclosing paired shortcodes. */
  pairDepth?: number
  numbers?: BlockNumbers
  /** The line that counts as 0 in the source map. */
  firstLine?: number
  /** Trusted HTML that the sanitiser must not see; null if nothing is sanitised. */
  slots?: string[] | null
}

/** Fresh facts. */
export const newFacts = (): BlockFacts => ({
  headings: [],
  footnoteRefs: [],
  footnotes: [],
  uses: new Set(),
  images: [],
  links: [],
  longAddresses: [],
  hasToc: false,
  awaited: new Set(),
})

/** The facts of an env, made on first use. */
export const factsOf = (env: MarkdownEnv): BlockFacts => {
  env.facts ??= newFacts()
  return env.facts
}

/** Adds the facts of a part that was rendered separately to its block. */
export const shareFacts = (env: MarkdownEnv, { links, images, awaited }: BlockFacts): void => {
  const known = factsOf(env)
  known.links.push(...links)
  known.images.push(...images)
  for (const engine of awaited) known.awaited.add(engine)
}

/** Keeps our own HTML away from the sanitiser, which would remove parts of it. */
export const trusted = (env: MarkdownEnv, html: string): string =>
  env.slots ? `<pw-slot n="${env.slots.push(html) - 1}"></pw-slot>` : html
