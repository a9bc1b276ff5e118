import { editField } from '../../front-matter/edit/edit'
import { parseFrontMatter } from '../../front-matter/read/parse'
import { splitPost } from '../../front-matter/read/split'
import { headRulesOf } from '../../generators/head-rules'
import type { GeneratorId } from '../../generators/shape/generator-id'
import { codeRanges, syntaxOf } from '../../references/code-ranges'
import type { Reference } from '../../references/forms/reference'
import { headReferences } from '../../references/head-references'
import { lastName } from '../../references/last-name'
import { headNames } from '../../references/post-references'
import { referencesIn } from '../../references/references'
import { textReferences } from '../../references/text-references'
import { isMarkdownName } from '../../site/post-path'
import { applyTextChanges, type TextChange } from '../../text/text-change'
import { t } from '../../texts/translate'
import { isSame, meaningOf } from '../meaning/meaning'
import type { Meaning, Place } from '../meaning/meaning-types'
import type { SitePath } from '../rules/page'
import { respelled } from '../spelling/respell'
import type { SiteChange } from './site-change'

/** A reference that a change would break and that cannot be rewritten. */
interface LeftReference {
  readonly target: string
  /** Its offset in the text; the start of the head for one in a field. */
  readonly at: number
  readonly reason: string
}

/** The effect of a site change on a text. */
export interface ChangedText {
  /** Ascending, without overlaps. */
  readonly changes: readonly TextChange[]
  readonly left: readonly LeftReference[]
}

/**
 * Finds the references of a file that a site change would break, and their replacements. Each is resolved
 * again in the changed text to prove that it keeps its meaning.
 */
export const changedText = (text: string, path: SitePath, change: SiteChange): ChangedText => {
  const place = placesOf(path, change)
  const left: LeftReference[] = []
  const inHead: TextChange[] = []
  const inBody: TextChange[] = []
  const { profile } = change.before.site
  const body = referencesOf(text, path, profile)
  for (const { path: field, value, references } of headOf(text, path, change)) {
    const edits = references.flatMap((reference) => {
      const now = newTarget(reference, place, change)
      if (now === undefined) return []
      if (now !== null) return [{ from: reference.from, to: reference.to, insert: now }]
      left.push({ target: reference.target, at: 0, reason: `${field.join('.')}: ${noSpelling}` })
      return []
    })
    if (edits.length === 0) continue
    const edit = editField(text, field, applyTextChanges(value, edits))
    if (edit.kind === 'changes') inHead.push(...edit.changes)
    else left.push({ target: value, at: 0, reason: edit.reason })
  }
  for (const reference of body) {
    const now = newTarget(reference, place, change)
    if (now === undefined) continue
    const { target, from, to } = reference
    if (now === null) left.push({ target, at: from, reason: noSpelling })
    else inBody.push({ from, to, insert: now })
  }
  const sure = readAgain(text, body, inBody, place, change)
  for (const { from, to } of inBody.filter((one) => !sure.includes(one)))
    left.push({ target: text.slice(from, to), at: from, reason: t('changes.cannotWriteHere') })
  return { changes: [...inHead, ...sure].sort((a, b) => a.from - b.from), left }
}

const noSpelling = t('changes.noSpelling')

const placesOf = (path: SitePath, { before, after, placeAfter }: SiteChange): readonly [Place, Place] => {
  const now = placeAfter(path)
  return [
    { path, page: before.pages.get(path) ?? null },
    { path: now, page: after.pages.get(now) ?? null },
  ]
}

/**
 * Whether the head of an unmoved file may refer to what the change touches. Parsing the heads of thousands of
 * posts would take longer than everything else.
 */
const mayHeadName = (
  text: string,
  path: SitePath,
  { names, before, after, placeAfter }: SiteChange,
): boolean => {
  const now = placeAfter(path)
  if (now !== path || before.pages.get(path)?.address !== after.pages.get(now)?.address) return true
  const head = text.slice(0, splitPost(text).bodyFrom).normalize('NFC').toLowerCase()
  // Encoded names, and paths that do not end in a name.
  if (/[%\\&]|\.\.|(?:^|[\s"'([])\.?\/(?:$|[\s"')\]#?,])/m.test(head)) return true
  for (const name of names()) if (name !== '..' && head.includes(name)) return true
  return false
}

/** The references of a file outside its head. */
const referencesOf = (text: string, path: SitePath, profile: GeneratorId): readonly Reference[] => {
  if (!isMarkdownName(path)) return textReferences(text)
  const syntax = syntaxOf(path, profile)
  const from = splitPost(text).bodyFrom
  return referencesIn(text, from, codeRanges(text, from, syntax), syntax)
}

const headOf = (text: string, path: SitePath, change: SiteChange) => {
  const { before } = change
  if (!isMarkdownName(path) || !mayHeadName(text, path, change)) return []
  const head = parseFrontMatter(text, undefined, headRulesOf(before.site).heads)
  return head.kind === 'parsed' ? headReferences(head.data, headNames(before.site.profile)) : []
}

/** In an unmoved file, only references that end in a name touched by the change can change their meaning. */
const isUntouched = (
  reference: Reference,
  [from, to]: readonly [Place, Place],
  { names, before }: SiteChange,
): boolean => {
  if (from.path !== to.path || from.page?.address !== to.page?.address) return false
  const name = lastName(reference, before.site.address)
  return name === null || !names().has(name)
}

/** The replacement of a reference; undefined if it stays, null if there is none. */
const newTarget = (
  reference: Reference,
  place: readonly [Place, Place],
  change: SiteChange,
): string | null | undefined => {
  const { before, after, movedTo } = change
  if (isUntouched(reference, place, change)) return undefined
  const meant = meaningOf(reference, place[0], before)
  if (meant.kind === 'elsewhere' || meant.kind === 'none') return undefined
  const now = meaningOf(reference, place[1], after)
  if (isSame(meant, now, movedTo)) return undefined
  if (meant.kind === 'several') return meant.paths.some((path) => movedTo(path) !== path) ? null : undefined
  return respelled({
    reference,
    meant,
    place,
    path: [meant.path, movedTo(meant.path)],
    map: [before, after],
  })
}

/** The changes after which every reference of the text still has its meaning. */
const readAgain = (
  text: string,
  body: readonly Reference[],
  changes: readonly TextChange[],
  place: readonly [Place, Place],
  change: SiteChange,
): readonly TextChange[] => {
  if (changes.every((one) => isPlainName(text, one))) return changes
  const isRight = (some: readonly TextChange[]) => {
    const again = referencesOf(applyTextChanges(text, some), place[1].path, change.after.site.profile)
    const changed = new Set(some.map(({ from }) => from))
    return (
      again.length === body.length &&
      again.every((reference, index) => {
        const old = body[index]
        if (!old || !changed.has(old.from)) return true
        return isMeant(
          meaningOf(old, place[0], change.before),
          meaningOf(reference, place[1], change.after),
          change,
        )
      })
    )
  }
  return isRight(changes) ? changes : changes.filter((one) => isRight([one]))
}

/** Whether only letters, digits and hyphens of a name change, so that parsing and meaning are unaffected. */
const isPlainName = (text: string, { from, to, insert }: TextChange): boolean => {
  const old = text.slice(from, to)
  const most = Math.min(old.length, insert.length)
  let start = 0
  while (start < most && old[start] === insert[start]) start++
  let end = 0
  while (end < most - start && old[old.length - 1 - end] === insert[insert.length - 1 - end]) end++
  return [old, insert].every((one) => /^[A-Za-z0-9_-]+$/.test(one.slice(start, one.length - end)))
}

const isMeant = (before: Meaning | undefined, after: Meaning, { movedTo }: SiteChange): boolean =>
  (before?.kind === 'page' || before?.kind === 'file') &&
  after.kind === before.kind &&
  after.path === movedTo(before.path) &&
  (before.isLoose || !after.isLoose)
