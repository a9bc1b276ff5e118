import { useMemo } from 'react'
import { assertNever } from '../../../shared/app-error'
import type { RenamePlan } from '../../../shared/posts/post-rename'
import { BeforeAfter, ChangedLines } from '../plan/changed-lines'
import styles from '../plan/plan-dialog.module.css'
import { heightOfLines, PlanList } from '../plan/plan-list'

type Row =
  | { readonly kind: 'warning'; readonly text: string }
  | ({ readonly kind: 'move' } & RenamePlan['moves'][number])
  | ({ readonly kind: 'post' } & RenamePlan['files'][number])

const rowsOf = ({ warnings, moves, files }: RenamePlan): readonly Row[] => [
  ...warnings.map((text): Row => ({ kind: 'warning', text })),
  ...moves.map((move): Row => ({ kind: 'move', ...move })),
  ...files.map((file): Row => ({ kind: 'post', ...file })),
]

const keyOf = (row: Row): string => {
  if (row.kind === 'warning') return `warning ${row.text}`
  return row.kind === 'move' ? `move ${row.from}` : `post ${row.id}`
}

const heightOf = (row: Row): number => heightOfLines(row.kind === 'post' ? row.changes.length : 0)

const Drawn = ({ row }: { readonly row: Row }) => {
  switch (row.kind) {
    case 'warning':
      return <p className={styles.warning}>{row.text}</p>
    case 'move':
      return <BeforeAfter before={row.from} after={row.to} />
    case 'post':
      return (
        <>
          <div className={styles.heading}>
            <bdi>{row.id}</bdi>
          </div>
          <ChangedLines changes={row.changes} />
        </>
      )
    default:
      return assertNever(row)
  }
}

/** What a rename or a move would change: files that move, and the lines of the posts that link to them. */
export const RenamePlanList = ({ plan }: { readonly plan: RenamePlan }) => {
  const rows = useMemo(() => rowsOf(plan), [plan])
  return (
    <PlanList rows={rows} keyOf={keyOf} heightOf={heightOf}>
      {(row) => <Drawn row={row} />}
    </PlanList>
  )
}
