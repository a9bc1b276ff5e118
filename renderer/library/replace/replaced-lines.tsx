import { useEffect } from 'react'
import type { PlannedReplacement } from '../../../shared/ipc/file-calls'
import { t } from '../../../shared/texts/translate'
import { Button } from '../../ui/button'
import { ChangedLines } from '../plan/changed-lines'
import styles from '../plan/plan-dialog.module.css'
import { heightOfLines } from '../plan/plan-list'
import { readReplacedLines, useReplacedLines } from './replaced-lines-store'
import { useReplace } from './store'

const rest = 60 // a post that is only scrolled past is not read
const maxExpected = 20

/** How high the row of a post may be, by the places that are replaced in it. */
export const heightOfReplacement = ({ places }: PlannedReplacement): number =>
  heightOfLines(Math.min(places, maxExpected))

/** The lines that a replace would change in a post, read when the post comes into sight. */
export const ReplacedLines = ({ file }: { readonly file: PlannedReplacement }) => {
  const { plan, running } = useReplace()
  const lines = useReplacedLines((state) => (state.plan === plan ? state.posts.get(file.id) : undefined))
  const isKnown = lines !== undefined
  useEffect(() => {
    if (isKnown || running) return undefined // what is being written is no longer as it was shown
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
