import { useEffect, useState } from 'react'
import type { QuickOpenHit } from '../../shared/posts/post-search'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError } from '../base/notices'

const rest = 80
const fewestLetters = 3
const limit = 40

/** Headings inside of posts that fit what is typed; they come a moment after the titles. */
export const useHeadings = (typed: string): readonly QuickOpenHit[] => {
  const [found, setFound] = useState<{ readonly typed: string; readonly hits: readonly QuickOpenHit[] }>()
  useEffect(() => {
    if (typed.trim().length < fewestLetters) return
    let wanted = true
    const timer = setTimeout(() => {
      api.quickOpen(typed.slice(0, 200), limit).then(
        (hits) => wanted && setFound({ typed, hits: hits.filter(({ heading }) => heading !== null) }),
        (error: unknown) => wanted && showError(error, t('commands.headingsNotSearched')),
      )
    }, rest)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [typed])
  return found?.typed === typed ? found.hits : []
}
