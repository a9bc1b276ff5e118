import { useMemo } from 'react'
import type { Problem } from '../../../shared/posts/post'
import { useDocument } from '../../document/state/document-state'
import { postOf, useLibrary } from '../../library/state/library-store'

const none: readonly Problem[] = []

/** What is wrong with the open post: its head as it is typed, the rest as the checks of the library saw the file. */
export const useOpenProblems = (): readonly Problem[] => {
  const id = useDocument((state) => state.post?.id)
  const frontMatter = useDocument((state) => state.head?.frontMatter)
  const found = useLibrary(() => (id === undefined ? none : (postOf(id)?.problems ?? none)))
  return useMemo(() => {
    const rest = found.filter(({ check }) => check !== 'front-matter')
    if (frontMatter?.kind !== 'broken') return rest
    const { message, line } = frontMatter
    return [{ check: 'front-matter', message, line, severity: 'error' }, ...rest]
  }, [found, frontMatter])
}
