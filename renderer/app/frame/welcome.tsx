import { X } from 'lucide-react'
import { productName } from '../../../shared/product-name'
import { t } from '../../../shared/texts/translate'
import { runCommand } from '../../base/command-bus'
import { shortcutOf } from '../../base/platform'
import { useSite } from '../../base/site-store'
import { Button, IconButton } from '../../ui/button'
import { Tooltip } from '../../ui/tooltip'
import { forgetFolder, openRecent } from '../commands/open-folder'
import styles from './welcome.module.css'

const RecentFolders = () => {
  const folders = useSite((state) => state.recentFolders)
  if (folders.length === 0) return null
  return (
    <section aria-labelledby="recent-folders">
      <h2 className={styles.heading} id="recent-folders">
        {t('app.recentFolders')}
      </h2>
      <ul className={styles.folders}>
        {folders.map(({ path, name }) => (
          <li key={path} className={styles.folder}>
            <button type="button" className={styles.open} title={path} onClick={() => openRecent(path)}>
              <bdi className={styles.name}>{name}</bdi>
              <span className={styles.path}>
                <bdi>{path}</bdi>
              </span>
            </button>
            <span className={styles.forget}>
              <IconButton label={t('app.forget', { name })} onClick={() => forgetFolder(path)}>
                <X size={14} aria-hidden />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The first page: no folder is open yet. */
export const Welcome = () => (
  <main className={styles.page}>
    <div className={styles.content}>
      <div>
        <h1 className={styles.title}>{productName}</h1>
        <p className={styles.promise}>{t('app.promise')}</p>
      </div>
      <div className={styles.acts}>
        <Tooltip label={t('app.openHint')} command="open-folder">
          <Button look="primary" size="large" onClick={() => runCommand('open-folder')}>
            {t('app.openPostsFolder')}
          </Button>
        </Tooltip>
        <Button size="large" onClick={() => runCommand('open-sample')}>
          {t('app.trySample')}
        </Button>
      </div>
      <RecentFolders />
      <p className={styles.hint}>{t('app.dropHint', { key: shortcutOf('command-palette') })}</p>
    </div>
  </main>
)
