import { useEffect } from 'react'
import type { PlannedReplacement } from '../../../shared/ipc/file-calls'
import { t } from '../../../shared/texts/translate'
import { Button } from '../../ui/button'
import { ChangedLines } from '../plan/changed-lines'
import styles from '../plan/plan-dialog.module.css'
import { heightOfLines } from '../plan/plan-list'
import { readReplacedLines, useReplacedLines } from './replaced-lines-store'
import { useReplace } from './store'

const rest = 60 // a post that is only scrolled past is not loaded
const maxExpected = 20

/** The estimated height of a post's row, by its number of replacements. */
export const heightOfReplacement = ({ places }: PlannedReplacement): number =>
  heightOfLines(Math.min(places, maxExpected))

/** The lines that a replace would change in a post, loaded when it becomes visible. */
export const ReplacedLines = ({ file }: { readonly file: PlannedReplacement }) => {
  const { plan, running } = useReplace()
  const lines = useReplacedLines((state) => (state.plan === plan ? state.posts.get(file.id) : undefined))
  const isKnown = lines !== undefined
  useEffect(() => {
    if (isKnown || running) return undefined // posts being written no longer match the plan
    const timer = setTimeout(() => void readReplacedLines(file), rest)
    return () => clearTimeout(timer)
  }, [isKnown, running, file])

  if (!lines)
    return (
      <div className={styles.note} style={{ minHeight: heightOfReplacement(file) - heightOfLines(0) }}>
        {t('settings.reading')}
      </div>
    )
  if (lines.kind === 'refused')
    return <p className={styles.warning}>{t('changes.willNotChange', { reason: lines.reason })}</p>
  const more = lines.total - lines.changes.length
  return (
    <>
      <ChangedLines changes={lines.changes} />
      {more > 0 && (
        <div className={styles.more}>
          <Button disabled={running} onClick={() => void readReplacedLines(file)}>
            {t('changes.showMoreLines')}
          </Button>{' '}
          {t('changes.moreLines', { count: more })}
        </div>
      )}
    </>
  )
}
