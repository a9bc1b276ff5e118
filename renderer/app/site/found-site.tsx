import { X } from 'lucide-react'
import { habitsOf } from '../../../shared/generators/generators'
import { t } from '../../../shared/texts/translate'
import { useSite } from '../../base/site-store'
import { useLibrary } from '../../library/state/library-store'
import { IconButton } from '../../ui/button'
import { dismissFinding, showSitePanel, useSitePanel } from '../commands/site-panel'
import styles from './found-site.module.css'
import { folderInWords, generatorEvidence } from './site-words'

/** Says above the list what was found in a folder that was never opened before, and leads to the panel where it can be changed. */
export const FoundSite = () => {
  const site = useSite((state) => state.site)
  const told = useSitePanel((state) => state.announced)
  const posts = useLibrary((state) => (state.loaded && state.progress === null ? state.counts.all : null))
  if (site?.found === undefined || told !== site.displayPath) return null
  return (
    <section className={styles.found} aria-label={t('app.foundHere')}>
      <p className={styles.what}>
        {t('app.generatorAndFolder', {
          generator: habitsOf(site).name,
          folder: folderInWords(site.postsFolder, site.name, posts),
        })}
      </p>
      <IconButton label={t('app.hideFound')} onClick={dismissFinding}>
        <X size={13} aria-hidden />
      </IconButton>
      <p className={styles.why}>
        {generatorEvidence(site.found)}{' '}
        <button type="button" className={styles.change} onClick={() => showSitePanel(true)}>
          {t('app.change')}
        </button>
      </p>
    </section>
  )
}
