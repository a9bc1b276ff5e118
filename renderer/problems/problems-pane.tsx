import { useMemo, useState } from 'react'
import type { FindingSeverity } from '../../shared/checks/findings/finding'
import type { PostId } from '../../shared/posts/post'
import { t } from '../../shared/texts/translate'
import { useFindings } from '../document/problems/findings'
import { useDocument } from '../document/state/document-state'
import { Button } from '../ui/button'
import { FilterBar } from './filter-bar'
import { stopLinksOutside } from './links-outside'
import { ProblemList } from './problem-list'
import { type ProblemFilter, problemRows } from './problem-rows'
import styles from './problems-pane.module.css'

export interface ProblemsPaneProps {
  /** The title of a post. */
  readonly titleOf: (id: PostId) => string
}

const words = (progress: {
  readonly kind: 'posts' | 'links'
  readonly done: number
  readonly total: number
}) => {
  return progress.kind === 'posts'
    ? t('checks.checkingPosts', { done: progress.done, total: progress.total })
    : t('checks.checkingSites', { done: progress.done, total: progress.total })
}

const Progress = () => {
  const progress = useFindings((state) => state.progress)
  if (progress === null) return null
  return (
    <div className={styles.progress} role="status">
      <span>{words(progress)}</span>
      <progress value={progress.done} max={Math.max(1, progress.total)} aria-label={words(progress)} />
      {progress.kind === 'links' && <Button onClick={stopLinksOutside}>{t('app.stop')}</Button>}
    </div>
  )
}

const Nothing = ({ isFiltered }: { readonly isFiltered: boolean }) => (
  <p className={styles.nothing}>{isFiltered ? t('checks.noneOfKind') : t('checks.noProblems')}</p>
)

/** The Problems view: all problems of the folder, by post. */
export const ProblemsPane = ({ titleOf }: ProblemsPaneProps) => {
  const posts = useFindings((state) => state.posts)
  const open = useDocument((state) => state.post?.id ?? null)
  const [severity, setSeverity] = useState<FindingSeverity | 'all'>('all')
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [check, setCheck] = useState<string | null>(null)
  const filter: ProblemFilter = useMemo(
    () => ({ severity, check, post: onlyOpen ? open : null }),
    [severity, check, onlyOpen, open],
  )
  const rows = useMemo(() => problemRows(posts, filter), [posts, filter])
  const isFiltered = severity !== 'all' || onlyOpen || check !== null
  return (
    <section className={styles.pane} aria-label={t('titles.view-problems')}>
      <FilterBar
        severity={severity}
        onSeverity={setSeverity}
        onlyOpen={onlyOpen}
        onOnlyOpen={open === null ? null : setOnlyOpen}
        check={check}
        onCheck={setCheck}
      />
      <Progress />
      {rows.length === 0 ? (
        <Nothing isFiltered={isFiltered} />
      ) : (
        <ProblemList rows={rows} titleOf={titleOf} />
      )}
    </section>
  )
}
