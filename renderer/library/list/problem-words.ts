import type { Problem } from '../../../shared/posts/post'

/** What a narrow row can say of a problem before it is cut. */
const short: Readonly<Record<string, string>> = {
  'front-matter': 'front matter broken',
  unreadable: 'cannot be read',
  'image-missing': 'image missing',
  'field-image': 'image missing',
  'image-case': 'image misspelled',
  'image-outside': 'image not in the site',
  'image-lenient': 'image not found by the site',
  'image-alt': 'no alt text',
  'image-heavy': 'heavy image',
  'link-post': 'dead link',
  'link-anchor': 'dead link',
  'link-external': 'dead link',
  'link-relative': 'link breaks on the site',
  'link-malformed': 'bad address',
  'link-insecure': 'http: address',
  'link-empty': 'empty link',
  'link-bare': 'bare address',
  'field-required': 'field missing',
  'field-choice': 'unknown value',
  'field-length': 'long description',
  'description-missing': 'no description',
  'date-invalid': 'date unreadable',
  'date-file-name': 'two dates',
  'title-duplicate': 'title used twice',
  'duplicate-slug': 'address used twice',
  'heading-top': 'two top headings',
  'fence-open': 'code without an end',
  'html-open': 'HTML left open',
  'reference-missing': 'link undefined',
  'footnote-missing': 'footnote undefined',
  todo: 'reminder left',
}

/** The first of a post's problems in two or three words, and how many more there are; undefined without one. */
export const problemWords = (problems: readonly Problem[]): string | undefined => {
  const [first, ...others] = problems
  if (!first) return undefined
  const words = short[first.check] ?? first.message
  return others.length === 0 ? words : `${words} +${others.length}`
}
