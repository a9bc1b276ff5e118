import type { CodeRanges, TextSyntax } from './code-ranges'
import type { Reference } from './forms/reference'
import { headReferences } from './head-references'
import { referencesIn } from './references'

/** A reference without its position, which does not affect its meaning. */
export type PostReference = Omit<Reference, 'from' | 'to'>

/** A reference with its offset in the text; null if it is in the front matter. */
export interface PlacedReference extends PostReference {
  readonly at: number | null
}

/** All references of a post: the links and images of its body, and those in its front matter. */
export const postReferences = (
  text: string,
  bodyFrom: number,
  code: CodeRanges,
  head: Readonly<Record<string, unknown>>,
  profile: string,
  syntax: TextSyntax,
): PlacedReference[] => [
  ...headReferences(head, headNames(profile)).flatMap(({ references }) =>
    references.map(({ from: _from, to: _to, ...reference }) => ({ ...reference, at: null })),
  ),
  ...referencesIn(text, bodyFrom, code, syntax).map(({ from, to: _to, ...reference }) => ({
    ...reference,
    at: from,
  })),
]

/** The kind of reference for names of pages in front matter. */
export const headNames = (profile: string): 'hugo-ref' | 'name' => (profile === 'hugo' ? 'hugo-ref' : 'name')
