import type { Token } from 'markdown-it'

/** A heading of the page, as outline, table of contents and anchors need it. */
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
  /** Written by the author; stays as it is. */
  readonly explicit: boolean
  /** Headings of one base are counted, whatever ids others have: two may come to have the same. */
  readonly counted: boolean
  /** One without letters gets no id. */
  readonly bare: boolean
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

/** What the rules find out about one block while its text is read. */
export interface BlockFacts {
  readonly headings: HeadingFact[]
  readonly footnoteRefs: string[]
  readonly footnotes: FootnoteFact[]
  /** Link, footnote and abbreviation labels it asked for, found or not. */
  readonly uses: Set<string>
  readonly images: string[]
  readonly links: string[]
  /** Addresses of links and images that are too long to be written again without end. */
  readonly longAddresses: string[]
  hasToc: boolean
  /** What stands as source until its engine has answered: `formulas`, or code by its `codeName`. */
  readonly awaited: Set<string>
}

/** What the page tells a block when it is drawn. */
export interface BlockNumbers {
  readonly headingIds: readonly string[]
  /** Which of its headings is the first of the page; -1 for none of them. */
  readonly titleIndex: number
  readonly refs: readonly FootnoteMark[]
  readonly toc: readonly Heading[]
  /** For each of its long addresses, whether the page has had enough of it. */
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
  /** While blocks are read, the labels defined so far; afterwards a question to the whole page. */
  footnoteLabels?: { add(label: string): unknown; has(label: string): boolean }
  /** Tags of templates are text here. */
  plainTags?: boolean
  /** The block is what it is because something is missing from there to the end of the page. */
  openEnded?: boolean
  facts?: BlockFacts
  /** How many paired shortcodes are around. */
  pairDepth?: number
  numbers?: BlockNumbers
  /** The line that counts as 0 in the source map. */
  firstLine?: number
  /** Trusted pieces that the sanitiser must not see; null where nothing is sanitised. */
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

/** Adds to a block what was met in a part of it that is read by itself. */
export const shareFacts = (env: MarkdownEnv, { links, images, awaited }: BlockFacts): void => {
  const known = factsOf(env)
  known.links.push(...links)
  known.images.push(...images)
  for (const engine of awaited) known.awaited.add(engine)
}

/** Keeps HTML of our own making away from the sanitiser, which would not know it. */
export const trusted = (env: MarkdownEnv, html: string): string =>
  env.slots ? `<pw-slot n="${env.slots.push(html) - 1}"></pw-slot>` : html
