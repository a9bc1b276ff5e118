import { useEffect, useState } from 'react'
import { messageOf } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import { api } from './api'

/** Why an image did not load, as a sentence; null if it was not found. */
export const whyNotShown = async (url: string): Promise<string | null> => {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname, searchParams } = new URL(url)
  const reference = searchParams.get('ref')
  if (protocol !== 'asset:' || host !== 'site' || reference === null) return null
  try {
    const problem = await api.imageProblem(decodeURIComponent(pathname.slice(1)), reference)
    if (problem.kind === 'missing') return null
    return problem.kind === 'unreadable' ? problem.message : t('app.imageDamaged')
  } catch (error) {
    return messageOf(error) // this too answers why there is no image
  }
}

/** The same as a hook: `url` is the image that did not load, empty if none failed. */
export const useWhyNotShown = (url: string): string | null => {
  const [known, setKnown] = useState<{ readonly url: string; readonly why: string | null }>()
  useEffect(() => {
    if (url === '') return undefined
    let isWanted = true
    void whyNotShown(url).then((why) => {
      if (isWanted) setKnown({ url, why })
    })
    return () => {
      isWanted = false
    }
  }, [url])
  return known?.url === url ? known.why : null
}
