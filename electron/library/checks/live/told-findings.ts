import type { PostFindings } from '../../../../shared/checks/findings/finding'
import type { FindingsChanged } from '../../../../shared/checks/findings/told'
import type { PostId } from '../../../../shared/posts/post'

/** The findings that the window knows. */
export interface ToldFindings {
  /** The posts with findings. */
  readonly ids: () => readonly PostId[]
  /** Reports the findings that have changed. */
  readonly tell: (findings: readonly PostFindings[], removed: readonly PostId[]) => void
}

/** Remembers what was reported, to report only changes. */
export const toldFindings = (
  report: (changed: Pick<FindingsChanged, 'changed' | 'removed'>) => void,
): ToldFindings => {
  const told = new Map<PostId, string>()
  return {
    ids: () => [...told.keys()],
    tell: (findings, removed) => {
      const changed = findings.filter((post) => {
        const now = post.findings.length === 0 ? undefined : JSON.stringify(post.findings)
        if (told.get(post.id) === now) return false
        if (now === undefined) told.delete(post.id)
        else told.set(post.id, now)
        return true
      })
      const gone = removed.filter((id) => told.delete(id))
      if (changed.length + gone.length > 0) report({ changed, removed: gone })
    },
  }
}
