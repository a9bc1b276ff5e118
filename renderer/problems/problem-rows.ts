import type { Finding, FindingSeverity } from '../../shared/checks/findings/finding'
import type { PostId } from '../../shared/posts/post'

/** The filters of the view. */
export interface ProblemFilter {
  readonly severity: FindingSeverity | 'all'
  /** Only those of this post. */
  readonly post: PostId | null
  /** Only those of this check. */
  readonly check: string | null
}

/** A row of the view: the title of a post, or one of its problems. */
export type ProblemRow =
  | { readonly kind: 'post'; readonly id: PostId; readonly count: number }
  | { readonly kind: 'finding'; readonly id: PostId; readonly finding: Finding; readonly index: number }

const rank = { error: 0, warning: 1, hint: 2 } as const

/** The rows, with the worst posts first; inside a post by place. */
export const problemRows = (
  posts: ReadonlyMap<PostId, readonly Finding[]>,
  filter: ProblemFilter,
): readonly ProblemRow[] => {
  const shown = [...posts].flatMap(([id, all]) => {
    if (filter.post !== null && filter.post !== id) return []
    const findings = all.filter((finding) => passes(finding, filter))
    return findings.length === 0 ? [] : [{ id, findings, worst: worstOf(findings) }]
  })
  shown.sort((a, b) => a.worst - b.worst || (a.id < b.id ? -1 : 1))
  return shown.flatMap(({ id, findings }): ProblemRow[] => [
    { kind: 'post', id, count: findings.length },
    ...findings.map((finding, index): ProblemRow => ({ kind: 'finding', id, finding, index })),
  ])
}

const passes = ({ severity, check }: Finding, filter: ProblemFilter): boolean =>
  (filter.severity === 'all' || severity === filter.severity) &&
  (filter.check === null || check === filter.check)

const worstOf = (findings: readonly Finding[]): number =>
  Math.min(...findings.map(({ severity }) => rank[severity]))

/** How many findings each check has, the most first. */
export const checksFound = (
  posts: ReadonlyMap<PostId, readonly Finding[]>,
): readonly { readonly check: string; readonly count: number }[] => {
  const counts = new Map<string, number>()
  for (const findings of posts.values())
    for (const { check } of findings) counts.set(check, (counts.get(check) ?? 0) + 1)
  return Array.from(counts, ([check, count]) => ({ check, count })).sort((a, b) => b.count - a.count)
}
