import { useEffect, useState } from 'react'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { closeDialog, useDialog } from '../base/dialogs'
import { showError } from '../base/notices'
import { useSite } from '../base/site-store'
import { Dialog } from '../ui/dialog'
import styles from './about-dialog.module.css'

/** The version and licenses of the app and its packages. */
export const AboutDialog = () => {
  const open = useDialog((state) => state.open === 'about')
  const version = useSite((state) => state.version)
  const [notices, setNotices] = useState<string | null>(null)
  useEffect(() => {
    if (!open || notices !== null) return
    api
      .thirdPartyNotices()
      .then(setNotices)
      .catch((error: unknown) => showError(error, t('settings.noticesNotRead')))
  }, [open, notices])
  return (
    <Dialog open={open} onClose={closeDialog} title={t('titles.about')} width={680}>
      <p className={styles.facts}>{t('settings.version', { version })}</p>
      <h2 className={styles.heading}>{t('settings.notices')}</h2>
      <section className={styles.notices} aria-label={t('settings.notices')}>
        {notices ?? t('settings.reading')}
      </section>
    </Dialog>
  )
}
