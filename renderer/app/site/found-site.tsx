import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { generatorOf, habitsOf } from '../../../shared/generators/generators'
import type { SiteInfo } from '../../../shared/site/site-info'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError } from '../../base/notices'
import { useSite } from '../../base/site-store'
import { useLibrary } from '../../library/state/library-store'
import { IconButton } from '../../ui/button'
import { chooseSite } from '../commands/open-folder'
import { dismissFinding, showSitePanel, useSitePanel } from '../commands/site-panel'
import { type Alternatives, alternativesOf } from './alternatives'
import styles from './found-site.module.css'
import { folderInWords, generatorEvidence } from './site-words'

/** Alternatives for the folder, one click each. Requested after the list, which needs the disk first. */
const Others = ({ site }: { readonly site: SiteInfo }) => {
  const [{ folders, generators }, setOthers] = useState<Alternatives>({ folders: [], generators: [] })
  useEffect(() => {
    let isShown = true
    api
      .siteOptions()
      .then((options) => isShown && setOthers(alternativesOf(site, options)))
      .catch((error) => isShown && showError(error, t('app.foldersNotListed')))
    return () => {
      isShown = false
    }
  }, [site])
  const choices = [
    ...folders.map(({ path, posts }) => ({
      key: path,
      name: folderInWords(path, site.name, posts),
      choice: { generator: null, postsFolder: path },
    })),
    ...generators.map((generator) => ({
      key: generator,
      name: generatorOf(generator).name,
      choice: { generator, postsFolder: null },
    })),
  ]
  return choices.map(({ key, name, choice }) => (
    <button key={key} type="button" className={styles.change} onClick={() => chooseSite(choice)}>
      {t('app.useInstead', { name })}
    </button>
  ))
}

/** Announces above the list what was detected in a newly opened folder, and leads to the panel where it can be changed. */
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
      <p className={styles.why}>{generatorEvidence(site.found)}</p>
      <div className={styles.choices}>
        {posts !== null && <Others site={site} />}
        <button type="button" className={styles.change} onClick={() => showSitePanel(true)}>
          {t('app.change')}
        </button>
      </div>
    </section>
  )
}
