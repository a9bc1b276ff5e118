import { useState } from 'react'

export interface Draft {
  readonly value: string
  readonly change: (value: string) => void
  readonly end: () => void
}

interface Typed {
  readonly text: string
  /** The field's value before our change, and after it once that has been seen. */
  readonly before: string
  readonly after: string | null
}

/**
 * What stands in a field while it is typed. The text of the post decides what the value is, but one that is not
 * finished (`2026-1`, a blank at the end) must not be rewritten under the caret. A change from elsewhere wins.
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
