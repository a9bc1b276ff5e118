import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../../../shared/texts/translate'
import {
  dismissNotice,
  dismissNotices,
  lifeOf,
  type Notice,
  passNotice,
  useNotices,
} from '../../base/notices'
import { Button, IconButton } from '../../ui/button'
import styles from './notice-area.module.css'

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert } as const

const NoticeCard = ({ notice }: { readonly notice: Notice }) => {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const life = lifeOf(notice)
    if (life === null || held) return
    const timer = setTimeout(() => passNotice(notice.id), life)
    return () => clearTimeout(timer)
  }, [held, notice])
  const Icon = icons[notice.kind]
  const actions = [notice.action, notice.other].filter((action) => action !== undefined)
  return (
    <div
      className={styles.notice}
      data-kind={notice.kind}
      role={notice.kind === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <Icon className={styles.icon} size={16} aria-hidden />
      <div className={styles.body}>
        <div className={styles.text}>
          {notice.text}
          {notice.files && (
            <details className={styles.files}>
              <summary>{t('app.showFiles')}</summary>
              <ul>
                {notice.files.map((file) => (
                  <li key={file}>{file}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
        {actions.length > 0 && (
          <div className={styles.acts}>
            {actions.map(({ label, run }) => (
              <Button
                key={label}
                onClick={() => {
                  dismissNotice(notice.id)
                  run()
                }}
              >
                {label}
              </Button>
            ))}
          </div>
        )}
      </div>
      <span className={styles.close}>
        <IconButton label={t('app.dismiss')} onClick={() => dismissNotice(notice.id)}>
          <X size={14} aria-hidden />
        </IconButton>
      </span>
    </div>
  )
}

/** More would cover the text; earlier ones are behind the bell. */
const maxShown = 3

/** The notices in the corner, announced to screen readers. Warnings and errors stay until dismissed, others move to the bell. */
export const NoticeArea = () => {
  const notices = useNotices((state) => state.notices)
  const [all, setAll] = useState(false)
  const earlier = notices.length - maxShown
  if (all && earlier <= 0) setAll(false)
  const shown = all ? notices : notices.slice(-maxShown)
  return (
    <div className={styles.area} data-over-page>
      {earlier > 0 && (
        <div className={styles.earlier}>
          <Button onClick={() => setAll(!all)}>
            {all ? t('app.showFewer') : t('app.earlier', { count: earlier })}
          </Button>
          <Button onClick={dismissNotices}>{t('app.dismissAll')}</Button>
        </div>
      )}
      <div className={styles.notices} aria-live="polite" aria-relevant="additions">
        {shown.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </div>
    </div>
  )
}
