import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { Finding } from '../../shared/checks/findings/finding'
import type { PostId } from '../../shared/posts/post'
import { t } from '../../shared/texts/translate'
import { showError } from '../base/notices'
import { showGuide } from '../document/problems/guide'
import { Button } from '../ui/button'
import type { ProblemRow } from './problem-rows'
import styles from './problems-pane.module.css'
import { fixFinding, showFinding } from './show-finding'

const signs = { error: '●', warning: '▲', hint: '○' } as const
const severityWords = {
  error: t('checks.error'),
  warning: t('checks.warning'),
  hint: t('checks.hint'),
} as const

/** The message with its subject in bold. */
const Message = ({ text }: { readonly text: string }) =>
  text.split('**').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
    index % 2 === 1 ? <b key={index}>{part}</b> : <span key={index}>{part}</span>,
  )

const whereOf = ({ line, field, detail }: Finding): string =>
  [field === undefined ? t('app.line', { line }) : t('checks.headLine', { line }), detail]
    .filter(Boolean)
    .join(' · ')

interface FindingRowProps {
  readonly id: PostId
  readonly finding: Finding
  readonly onShow: (focus: boolean) => void
}

const FindingRow = ({ id, finding, onShow }: FindingRowProps) => {
  const [fix] = finding.fixes
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keyboard and hears Enter */}
      {/* biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: the grid names its active row */}
      <div
        role="gridcell"
        className={styles.what}
        onClick={() => onShow(false)}
        onDoubleClick={() => onShow(true)}
      >
        <span
          className={styles.sign}
          data-severity={finding.severity}
          title={severityWords[finding.severity]}
        >
          {signs[finding.severity]}
        </span>
        <div className={styles.words}>
          <span className={styles.hidden}>{severityWords[finding.severity]}: </span>
          <Message text={finding.message} />
          <div className={styles.where}>
            <button
              type="button"
              tabIndex={-1}
              className={styles.guide}
              aria-label={t('checks.aboutCheck', { check: finding.check })}
              onClick={(event) => {
                event.stopPropagation()
                showGuide(finding.check)
              }}
            >
              {finding.check}
            </button>
            {` · ${whereOf(finding)}`}
          </div>
        </div>
      </div>
      {/* biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: the button in it takes the focus */}
      <div role="gridcell" className={styles.fix}>
        {fix && (
          <Button tabIndex={-1} onClick={() => void fixFinding(id, finding, fix).catch(showError)}>
            {fix.label}
          </Button>
        )}
      </div>
    </>
  )
}

export interface ProblemListProps {
  readonly rows: readonly ProblemRow[]
  readonly titleOf: (id: PostId) => string
}

const keyOf = (row: ProblemRow | undefined): string => {
  if (!row) return ''
  return row.kind === 'post' ? row.id : `${row.id} ${row.finding.check} ${row.finding.from} ${row.index}`
}

/** The problems by post. Arrow keys move, Enter goes to the place, Ctrl or Cmd with `.` fixes a problem, F1 explains it. */
export const ProblemList = ({ rows, titleOf }: ProblemListProps) => {
  const scroller = useRef<HTMLDivElement>(null)
  const name = useId()
  const [active, setActive] = useState('')
  const at = rows.findIndex((row) => row.kind === 'finding' && keyOf(row) === active)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => keyOf(rows[index]), [rows]),
    estimateSize: (index) => (rows[index]?.kind === 'post' ? 34 : 58),
    overscan: 8,
  })
  const lastAt = useRef(0)
  if (at >= 0) lastAt.current = at

  const show = (index: number, focus: boolean) => {
    const row = rows[index]
    if (row?.kind !== 'finding') return
    setActive(keyOf(row))
    virtual.scrollToIndex(index)
    showFinding(row.id, row.finding, focus).catch(showError)
  }
  const next = (from: number, by: 1 | -1): number => {
    let index = from + by
    while (rows[index]?.kind === 'post') index += by
    return rows[index] ? index : from
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const here = at >= 0 ? at : Math.min(lastAt.current, rows.length) - 1
    const row = rows[at]
    const isFix = event.key === '.' && (event.ctrlKey || event.metaKey)
    if (event.key === 'ArrowDown') show(next(here, 1), false)
    else if (event.key === 'ArrowUp') show(next(here, -1), false)
    else if (event.key === 'Home') show(next(-1, 1), false)
    else if (event.key === 'End') show(next(rows.length, -1), false)
    else if (event.key === 'Enter' && event.target === event.currentTarget) show(here, true)
    else if (event.key === 'F1' && row?.kind === 'finding') showGuide(row.finding.check)
    else if (isFix && row?.kind === 'finding' && row.finding.fixes[0])
      fixFinding(row.id, row.finding, row.finding.fixes[0]).catch(showError)
    else return
    event.preventDefault()
  }
  // After a fix, the next problem becomes active.
  useEffect(() => {
    if (active === '' || at >= 0) return
    const other = rows[lastAt.current] ?? rows.at(-1)
    setActive(other?.kind === 'finding' ? keyOf(other) : '')
  }, [active, at, rows])
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn as they come into sight, which no table can do
    <div
      ref={scroller}
      className={styles.list}
      role="grid"
      aria-label={t('checks.byPost')}
      aria-rowcount={rows.length}
      aria-activedescendant={at >= 0 ? `${name}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]
          if (!row) return null
          return (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: as the grid
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              id={`${name}-${index}`}
              role="row"
              aria-rowindex={index + 1}
              className={row.kind === 'post' ? styles.post : styles.row}
              data-active={index === at || undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.kind === 'post' ? (
                // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: as the grid
                <div role="rowheader" className={styles.title} dir="auto">
                  {titleOf(row.id)}
                </div>
              ) : (
                <FindingRow id={row.id} finding={row.finding} onShow={(focus) => show(index, focus)} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
