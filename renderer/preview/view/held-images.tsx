import { useEffect, useState } from 'react'
import { t } from '../../../shared/texts/translate'
import { useSite } from '../../base/site-store'
import { Button } from '../../ui/button'
import type { PreviewSession } from '../session/preview-session'
import styles from './held-images.module.css'

const rest = 400

/** Shows how many images from other servers are blocked, with a button to allow them for this site. */
export const HeldImages = ({
  session,
  onAllow,
}: {
  readonly session: PreviewSession | null
  readonly onAllow: () => void
}) => {
  const name = useSite((state) => state.site?.name ?? '')
  const [count, setCount] = useState(0)
  useEffect(() => {
    if (!session) return
    const look = () => setCount(session.frame.document.querySelectorAll('.image-held').length)
    let timer = setTimeout(look, rest)
    const stop = session.onLayout(() => {
      clearTimeout(timer)
      timer = setTimeout(look, rest)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [session])
  if (count === 0) return null
  return (
    <div className={styles.held} role="status">
      <span>{t('preview.imagesBlocked', { count })}</span>
      <Button look="quiet" onClick={onAllow}>
        {t('preview.loadImages', { site: name })}
      </Button>
    </div>
  )
}
