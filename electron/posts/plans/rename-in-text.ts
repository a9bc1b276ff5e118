import { editField } from '../../../shared/front-matter/edit/edit'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { type SplitPost, splitPost } from '../../../shared/front-matter/read/split'
import type { PostId } from '../../../shared/posts/post'
import { codeRanges } from '../../../shared/references/code-ranges'
import { type Reference, referencesIn } from '../../../shared/references/references'
import { movedReference, type NamedPost, renamedTarget } from '../../../shared/references/renamed-target'
import { slugOfPost } from '../../../shared/site/slug'
import type { TextChange } from '../../../shared/text/text-change'
import type { Site } from '../../site/detect-site'
import { type createImageMover, isBundle } from './moved-images'

/** A post that gets another name or place, and what becomes of the images that go with it. */
export interface Rename {
  readonly site: Site
  readonly before: NamedPost
  readonly after: NamedPost
  readonly imageNow: ReturnType<typeof createImageMover>
}

/** What a rename changes in one post, and what it leaves for the writer to look at. */
export interface RenamedText {
  /** Ascending, none over another. */
  readonly changes: readonly TextChange[]
  readonly left: readonly string[]
}

/** Finds what a rename changes in the text of the post `from`: its links, its images, and in the renamed post itself its slug. */
export const renameInText = async (text: string, from: PostId, rename: Rename): Promise<RenamedText> => {
  const changes: TextChange[] = []
  const left: string[] = []
  const split = splitPost(text)
  for (const { path, written, now } of await changedFields(text, split, from, rename)) {
    const edit = now === null ? null : editField(text, path, now)
    if (edit?.kind === 'changes') changes.push(...edit.changes)
    else
      left.push(
        `${from}: ${path.join('.')} (${written}) is left as it is${edit ? `: ${edit.reason}` : lookYourself}`,
      )
  }
  for (const reference of referencesIn(text, split.bodyFrom, codeRanges(text, split.bodyFrom))) {
    const now = await targetNow(reference, from, rename)
    if (now === undefined) continue
    if (now !== null) changes.push({ from: reference.from, to: reference.to, insert: now })
    else {
      const what = reference.kind === 'image' ? 'image' : 'link'
      left.push(`${from}: the ${what} ${reference.target} is left as it is${lookYourself}`)
    }
  }
  return { changes: changes.sort((a, b) => a.from - b.from), left }
}

const lookYourself = '; look at it yourself.'

/** The same post before and after, for one that is only looked at and not renamed. */
const namesOf = (from: PostId, { site, before, after }: Rename): readonly [NamedPost, NamedPost] => {
  if (from === before.id) return [before, after]
  const other = { id: from, slug: slugOfPost(from, site) }
  return [other, other]
}

/** What a reference has to say; undefined where it stays, null where no spelling can be found. */
const targetNow = async (
  { kind, target }: Reference,
  from: PostId,
  rename: Rename,
): Promise<string | null | undefined> => {
  const { before, after, imageNow } = rename
  const [own, ownAfter] = namesOf(from, rename)
  const link = renamedTarget(kind, target, from, before, after, ownAfter.id)
  if (link.kind === 'changed') return link.written
  if (kind === 'image' || kind === 'link') {
    const image = await imageNow(target, own, ownAfter)
    if (image.kind === 'changed') return image.written
    if (image.kind === 'moved') return undefined
  }
  return from === before.id && !isBundle(from)
    ? (movedReference(target, from, after.id) ?? undefined)
    : undefined
}

interface ChangedField {
  readonly path: readonly (string | number)[]
  readonly written: string
  /** Null where no spelling can be found. */
  readonly now: string | null
}

const changedFields = async (
  text: string,
  split: SplitPost,
  from: PostId,
  rename: Rename,
): Promise<readonly ChangedField[]> => {
  const head = parseFrontMatter(text, split)
  if (head.kind !== 'parsed') return []
  const { before, after, imageNow } = rename
  const [own, ownAfter] = namesOf(from, rename)
  const changed: ChangedField[] = []
  if (from === before.id && head.data.slug === before.slug && before.slug !== after.slug)
    changed.push({ path: ['slug'], written: before.slug, now: after.slug })
  for (const { path, written } of textsIn(head.data)) {
    const image = looksLikeFile.test(written) ? await imageNow(written, own, ownAfter) : null
    if (image?.kind === 'changed') changed.push({ path, written, now: image.written })
  }
  return changed
}

const looksLikeFile = /^[^\n]{1,2000}\.[a-z0-9]{2,5}(?:[?#].*)?$/i

/** Every text in a head with the way to it. */
function* textsIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<Omit<ChangedField, 'now'>> {
  if (typeof value === 'string') yield { path, written: value }
  else if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* textsIn(item, [...path, at])
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key])
}
