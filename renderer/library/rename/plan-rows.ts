import type { LeftOver, PlannedChange, PlannedFile, RenamePlan } from '../../../shared/posts/post-rename'
import { t } from '../../../shared/texts/translate'
import { heightOfLines } from '../plan/plan-list'

/** A row in the list of a rename's changes. */
export type PlanRow =
  | {
      readonly kind: 'title'
      readonly text: string
      readonly note?: string
      /** The changes below it, if they can be included together. */
      readonly keys?: readonly string[]
    }
  | { readonly kind: 'warning'; readonly text: string }
  | ({ readonly kind: 'left' } & LeftOver)
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'file'; readonly file: PlannedFile }
  | {
      readonly kind: 'change'
      readonly path: string
      readonly change: PlannedChange
      readonly at: number
      readonly isOutside: boolean
    }

/** The rows of a plan: problems first, then moved files, posts, and files outside the posts. */
export const rowsOf = ({ warnings, unchangeable, moves, files }: RenamePlan): readonly PlanRow[] => {
  const outside = files.filter(({ id }) => id === null)
  return [
    ...warnings.map((text): PlanRow => ({ kind: 'warning', text })),
    ...titled(t('changes.cannotChange'), unchangeable, (one): PlanRow[] => [{ kind: 'left', ...one }]),
    ...titled(t('changes.movedFiles'), moves, (move): PlanRow[] => [{ kind: 'move', ...move }]),
    ...titled(
      t('titles.view-posts'),
      files.filter(({ id }) => id !== null),
      rowsOfFile,
    ),
    ...titled(t('changes.linksFromOutside'), outside, rowsOfFile, {
      note: t('changes.siteFiles'),
      keys: outside.flatMap(keysOf),
    }),
  ]
}

const titled = <T>(
  text: string,
  all: readonly T[],
  rows: (one: T) => PlanRow[],
  more: { readonly note?: string; readonly keys?: readonly string[] } = {},
): PlanRow[] => (all.length === 0 ? [] : [{ kind: 'title', text, ...more }, ...all.flatMap(rows)])

const rowsOfFile = (file: PlannedFile): PlanRow[] => [
  { kind: 'file', file },
  ...file.changes.map(
    (change, at): PlanRow => ({
      kind: 'change',
      path: file.path,
      change,
      at,
      isOutside: file.id === null,
    }),
  ),
]

/** The key of a row. */
export const keyOfRow = (row: PlanRow): string => {
  switch (row.kind) {
    case 'title':
    case 'warning':
      return `${row.kind} ${row.text}`
    case 'left':
      return `left ${row.path} ${row.line} ${row.target}`
    case 'move':
      return `move ${row.from}`
    case 'file':
      return `file ${row.file.path}`
    case 'change':
      return `change ${row.path} ${row.at}`
  }
}

/** The estimated height of a row. */
export const heightOfRow = ({ kind }: PlanRow): number =>
  kind === 'change' || kind === 'move' ? 62 : heightOfLines(0)

/** The keys of a file's optional changes. */
export const keysOf = ({ changes }: PlannedFile): readonly string[] => changes.flatMap(({ key }) => key ?? [])

/** Changes outside the posts, which need the user's consent. */
export const keysOutside = ({ files }: RenamePlan): readonly string[] =>
  files.filter(({ id }) => id === null).flatMap(keysOf)

/** The summary of a plan in sentences; excluded changes are not counted. */
export const planInWords = (plan: RenamePlan, excluded: ReadonlySet<string>): string => {
  const made = plan.files.map((file) => ({
    file,
    count: file.changes.filter(({ key }) => key === null || !excluded.has(key)).length,
  }))
  const changed = made.filter(({ count }) => count > 0)
  const posts = changed.filter(({ file }) => file.id !== null)
  const others = changed.length - posts.length
  const count = changed.reduce((sum, one) => sum + one.count, 0)
  const unchanged = keysOutside(plan).filter((key) => excluded.has(key)).length
  const places = others === 0 ? 'posts' : posts.length === 0 ? 'files' : 'both'
  return [
    plan.moves.length > 0 && t('changes.itemsMove', { count: plan.moves.length }),
    count > 0
      ? t('changes.changesIn', { count, places, posts: posts.length, files: others })
      : t('changes.noChanges'),
    unchanged > 0 && t('changes.outsideUnchanged', { count: unchanged }),
    plan.unchangeable.length > 0 && t('changes.linksLeft', { count: plan.unchangeable.length }),
  ]
    .filter(Boolean)
    .join(' ')
}
