import { useMemo } from 'react'
import { plainMessage } from '../../../shared/checks/findings/finding'
import type { Problem } from '../../../shared/posts/post'
import { useCheckedText } from '../../document/problems/check-open'
import { useDocument } from '../../document/state/document-state'
import { postOf, useLibrary } from '../../library/state/library-store'

const none: readonly Problem[] = []

/** The problems of the open post, those of the typed head first; until its text is checked, those of its file. */
export const useOpenProblems = (): readonly Problem[] => {
  const id = useDocument((state) => state.post?.id)
  const frontMatter = useDocument((state) => state.head?.frontMatter)
  const found = useLibrary(() => (id === undefined ? none : (postOf(id)?.problems ?? none)))
  const checked = useCheckedText()
  return useMemo(() => {
    const own = checked.doc === null || checked.id !== id ? null : checked.findings
    const rest = own === null ? found : [...own].flatMap(asProblem)
    const others = rest.filter(({ check }) => check !== 'front-matter')
    if (frontMatter?.kind !== 'broken') return others
    const { message, line } = frontMatter
    return [{ check: 'front-matter', message, line, severity: 'error' }, ...others]
  }, [id, found, checked, frontMatter])
}

const asProblem = ({
  check,
  message,
  line,
  severity,
}: {
  readonly check: string
  readonly message: string
  readonly line: number
  readonly severity: 'error' | 'warning' | 'hint'
}): Problem[] => (severity === 'hint' ? [] : [{ check, message: plainMessage(message), line, severity }])
