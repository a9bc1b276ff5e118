import { type ReactNode, useMemo } from 'react'
import { assertNever } from '../../../shared/app-error'
import type { PlannedChange, PlannedFile, RenamePlan } from '../../../shared/posts/post-rename'
import { t } from '../../../shared/texts/translate'
import { Phrase } from '../../ui/phrase'
import { BeforeAfter, MarkedChange } from '../plan/changed-lines'
import styles from '../plan/plan-dialog.module.css'
import { PlanList } from '../plan/plan-list'
import { heightOfRow, keyOfRow, keysOf, type PlanRow, rowsOf } from './plan-rows'

interface Leaving {
  readonly excluded: ReadonlySet<string>
  readonly disabled: boolean
  readonly onLeaveOut: (keys: readonly string[], out: boolean) => void
}

interface BoxProps extends Leaving {
  readonly label: ReactNode
  readonly keys: readonly string[]
}

/** One checkbox for many changes. */
const Box = ({ label, keys, excluded, disabled, onLeaveOut }: BoxProps) => {
  const out = keys.filter((key) => excluded.has(key)).length
  return (
    <label>
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = out > 0 && out < keys.length
        }}
        checked={out < keys.length}
        disabled={disabled}
        onChange={(event) => onLeaveOut(keys, !event.target.checked)}
      />{' '}
      {label}
    </label>
  )
}

const FileRow = ({ file, ...leaving }: Leaving & { readonly file: PlannedFile }) => {
  const keys = keysOf(file)
  const name = <bdi>{file.id ?? file.path}</bdi>
  return (
    <div className={styles.heading}>
      {keys.length === 0 ? name : <Box label={name} keys={keys} {...leaving} />}
    </div>
  )
}

interface ChangeRowProps extends Leaving {
  readonly change: PlannedChange
  /** Changes outside the posts are shown in full, since they need consent. */
  readonly isOutside: boolean
}

const ChangeRow = ({ change, isOutside, excluded, disabled, onLeaveOut }: ChangeRowProps) => {
  const { key, line } = change
  const isOut = key !== null && excluded.has(key)
  return (
    <div className={styles.change}>
      {key === null ? (
        <span />
      ) : (
        <input
          type="checkbox"
          aria-label={t('changes.changeLine', { line })}
          checked={!isOut}
          disabled={disabled}
          onChange={(event) => onLeaveOut([key], !event.target.checked)}
        />
      )}
      <MarkedChange change={change} isOut={isOut && !isOutside} />
    </div>
  )
}

const Drawn = ({ row, ...leaving }: Leaving & { readonly row: PlanRow }) => {
  switch (row.kind) {
    case 'title':
      return (
        <h3 className={styles.title}>
          {row.keys && row.keys.length > 0 ? <Box label={row.text} keys={row.keys} {...leaving} /> : row.text}{' '}
          {row.note && <span className={styles.place}>{row.note}</span>}
        </h3>
      )
    case 'warning':
      return <p className={styles.warning}>{row.text}</p>
    case 'left':
      return (
        <p className={styles.warning}>
          <Phrase
            text={t('changes.staysAsIs', {
              path: '{path}',
              line: row.line,
              target: '{target}',
              reason: '{reason}',
            })}
            parts={{
              path: <bdi>{row.path}</bdi>,
              target: <code>{row.target}</code>,
              reason: row.reason,
            }}
          />
        </p>
      )
    case 'move':
      return <BeforeAfter before={row.from} after={row.to} />
    case 'file':
      return <FileRow file={row.file} {...leaving} />
    case 'change':
      return <ChangeRow change={row.change} isOutside={row.isOutside} {...leaving} />
    default:
      return assertNever(row)
  }
}

/** The changes of a rename or move by post; each can be excluded. */
export const RenamePlanList = ({ plan, ...leaving }: Leaving & { readonly plan: RenamePlan }) => {
  const rows = useMemo(() => rowsOf(plan), [plan])
  return (
    <PlanList rows={rows} keyOf={keyOfRow} heightOf={heightOfRow}>
      {(row) => <Drawn row={row} {...leaving} />}
    </PlanList>
  )
}
