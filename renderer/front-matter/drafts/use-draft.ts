import { useState } from 'react'

export interface Draft {
  readonly value: string
  readonly change: (value: string) => void
  readonly end: () => void
}

interface Typed {
  readonly text: string
  /** The field's value before our change, and after it once known. */
  readonly before: string
  readonly after: string | null
}

/**
 * The text of a field while typing. The post determines the value, but incomplete text (`2026-1`, a trailing space) must
 * not be rewritten under the caret. A change from elsewhere takes precedence.
 */
export const useDraft = (value: string, commit: (value: string) => void): Draft => {
  const [typed, setTyped] = useState<Typed | null>(null)
  if (typed && typed.after === null && value !== typed.before) setTyped({ ...typed, after: value })
  else if (typed && typed.after !== null && value !== typed.after) setTyped(null)
  return {
    value: typed?.text ?? value,
    change(text) {
      setTyped({ text, before: value, after: null })
      commit(text)
    },
    end: () => setTyped(null),
  }
}
