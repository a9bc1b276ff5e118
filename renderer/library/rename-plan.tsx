import type { RenamePlan } from '../../shared/post-rename'
import { BeforeAfter, ChangedLines } from './changed-lines'
import styles from './plan-dialog.module.css'
import { FirstPosts } from './planned-posts'

/** What a rename or a move would change: files that move, and the lines of the posts that link to them. */
export const RenamePlanList = ({ plan }: { readonly plan: RenamePlan }) => (
  <section className={styles.plan} aria-label="What will change">
    {plan.warnings.map((warning) => (
      <p key={warning} className={styles.warning}>
        {warning}
      </p>
    ))}
    {plan.moves.map(({ from, to }) => (
      <div key={from}>
        <BeforeAfter before={from} after={to} />
      </div>
    ))}
    <FirstPosts posts={plan.files}>
      {({ id, changes }) => (
        <div key={id}>
          <div className={styles.heading}>
            <bdi>{id}</bdi>
          </div>
          <ChangedLines changes={changes} />
        </div>
      )}
    </FirstPosts>
  </section>
)
