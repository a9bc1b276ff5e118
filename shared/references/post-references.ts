import type { CodeRanges, TextSyntax } from './code-ranges'
import type { Reference } from './forms/reference'
import { headReferences } from './head-references'
import { referencesIn } from './references'

/** What of a reference says what it means, wherever it stands. */
export type PostReference = Omit<Reference, 'from' | 'to'>

/** A reference with its place in the text; null for one in the head. */
export interface PlacedReference extends PostReference {
  readonly at: number | null
}

/** All that a post leads to: the links and images of its body, and what the fields of its head name. */
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

/** By which rule a field names a page. */
export const headNames = (profile: string): 'hugo-ref' | 'name' => (profile === 'hugo' ? 'hugo-ref' : 'name')
