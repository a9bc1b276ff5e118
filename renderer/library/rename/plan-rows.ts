import type { LeftOver, PlannedChange, PlannedFile, RenamePlan } from '../../../shared/posts/post-rename'
import { heightOfLines } from '../plan/plan-list'

/** A row of the list that shows what a rename changes. */
export type PlanRow =
  | { readonly kind: 'title'; readonly text: string; readonly note?: string }
  | { readonly kind: 'warning'; readonly text: string }
  | ({ readonly kind: 'left' } & LeftOver)
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'file'; readonly file: PlannedFile }
  | { readonly kind: 'change'; readonly path: string; readonly change: PlannedChange; readonly at: number }

/** The rows of a plan: what stands in the way first, then what moves, the posts, and what lies outside of them. */
export const rowsOf = ({ warnings, left, moves, files }: RenamePlan): readonly PlanRow[] => {
  const outside = files.filter(({ id }) => id === null)
  return [
    ...warnings.map((text): PlanRow => ({ kind: 'warning', text })),
    ...titled('Cannot be changed', left, (one): PlanRow[] => [{ kind: 'left', ...one }]),
    ...titled('Files that move', moves, (move): PlanRow[] => [{ kind: 'move', ...move }]),
    ...titled(
      'Posts',
      files.filter(({ id }) => id !== null),
      rowsOfFile,
    ),
    ...titled('Links from outside the posts', outside, rowsOfFile, 'Pages, layouts and data of the site'),
  ]
}

const titled = <T>(text: string, all: readonly T[], rows: (one: T) => PlanRow[], note?: string): PlanRow[] =>
  all.length === 0
    ? []
    : [{ kind: 'title', text, ...(note === undefined ? {} : { note }) }, ...all.flatMap(rows)]

const rowsOfFile = (file: PlannedFile): PlanRow[] => [
  { kind: 'file', file },
  ...file.changes.map((change, at): PlanRow => ({ kind: 'change', path: file.path, change, at })),
]

/** Names a row for drawing. */
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

/** About how high a row is. */
export const heightOfRow = ({ kind }: PlanRow): number =>
  kind === 'change' || kind === 'move' ? 62 : heightOfLines(0)

/** The keys of the changes of a file that can be left out. */
export const keysOf = ({ changes }: PlannedFile): readonly string[] => changes.flatMap(({ key }) => key ?? [])

/** What a plan comes to, in words; what is left out is not counted. */
export const planInWords = (plan: RenamePlan, left: ReadonlySet<string>): string => {
  const made = plan.files.map((file) => ({
    file,
    count: file.changes.filter(({ key }) => key === null || !left.has(key)).length,
  }))
  const changed = made.filter(({ count }) => count > 0)
  const posts = changed.filter(({ file }) => file.id !== null)
  const others = changed.length - posts.length
  const count = changed.reduce((sum, one) => sum + one.count, 0)
  const places = [
    posts.length > 0 ? counted(posts.length, 'post') : '',
    others > 0 ? `${counted(others, 'file')} outside` : '',
  ].filter((text) => text !== '')
  return [
    plan.moves.length > 0
      ? `${counted(plan.moves.length, 'item')} ${plan.moves.length === 1 ? 'moves' : 'move'}`
      : '',
    count > 0 ? `${counted(count, 'change')} in ${places.join(' and ')}` : 'no text changes',
    plan.left.length > 0 ? `${counted(plan.left.length, 'link')} cannot be changed` : '',
  ]
    .filter((text) => text !== '')
    .join(', ')
    .replace(/^./, (letter) => letter.toUpperCase())
    .concat('.')
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
