import { useEffect, useMemo, useState } from 'react'
import { generators, habitsOf } from '../../../shared/generators/generators'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import type { SiteOptions } from '../../../shared/ipc/site-calls'
import type { SiteInfo } from '../../../shared/site/site-info'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { runCommand } from '../../base/command-bus'
import { showError } from '../../base/notices'
import { useSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { Button } from '../../ui/button'
import { Popover } from '../../ui/popover'
import { Select } from '../../ui/select'
import { chooseSite, openRecent, shareSite } from '../commands/open-folder'
import { showSitePanel, useSitePanel } from '../commands/site-panel'
import { featureGroups } from './markdown-words'
import styles from './site-panel.module.css'
import { folderEvidence, folderInWords, generatorEvidence } from './site-words'

const maxRecent = 6

const namesOf = (site: SiteInfo, likely: readonly GeneratorId[]) => {
  const rank = (id: GeneratorId) => (likely.includes(id) ? likely.indexOf(id) : likely.length)
  return [...generators]
    .sort((a, b) => rank(a.id) - rank(b.id) || a.name.localeCompare(b.name))
    .map(({ id, name }) => ({ value: id, label: id === site.profile ? habitsOf(site).name : name }))
}

const foldersOf = (site: SiteInfo, folders: SiteOptions['folders']) => {
  const known = folders.some(({ path }) => path === site.postsFolder)
  const all = known ? folders : [{ path: site.postsFolder, posts: null }, ...folders]
  return all.map(({ path, posts }) => ({ value: path, label: folderInWords(path, site.name, posts) }))
}

/** The detected generator and posts folder of the open site, the reasons, and how to change them. */
const Choices = ({ site, close }: { readonly site: SiteInfo; readonly close: () => void }) => {
  const [options, setOptions] = useState<SiteOptions>({ likely: [], folders: [] })
  useEffect(() => {
    let isShown = true
    api
      .siteOptions()
      .then((found) => isShown && setOptions(found))
      .catch((error) => showError(error, t('app.foldersNotListed')))
    return () => {
      isShown = false
    }
  }, [])
  const found = site.found ?? { generator: 'found', postsFolder: 'found', signs: [] }
  const whyFolder = folderEvidence(found)
  const choose = (choice: Parameters<typeof chooseSite>[0]) => {
    close()
    chooseSite(choice)
  }
  const chosen = {
    generator: found.generator === 'chosen' ? site.profile : null,
    postsFolder: found.postsFolder === 'chosen' ? site.postsFolder : null,
  }
  return (
    <>
      <div className={styles.choice}>
        <span className={styles.label} aria-hidden>
          {t('app.generator')}
        </span>
        <Select
          label={t('app.generator')}
          value={site.profile}
          options={namesOf(site, options.likely)}
          onChange={(generator) => choose({ ...chosen, generator })}
        />
        <p className={styles.why}>{generatorEvidence(found)}</p>
      </div>
      <div className={styles.choice}>
        <span className={styles.label} aria-hidden>
          {t('app.postsFolder')}
        </span>
        <Select
          label={t('app.postsFolder')}
          value={site.postsFolder}
          options={foldersOf(site, options.folders)}
          onChange={(postsFolder) => choose({ ...chosen, postsFolder })}
        />
        {whyFolder !== '' && <p className={styles.why}>{whyFolder}</p>}
      </div>
      {(chosen.generator !== null || chosen.postsFolder !== null) && (
        <div className={styles.detect}>
          <Button onClick={() => choose({ generator: null, postsFolder: null })}>{t('app.detect')}</Button>
          <Button
            title={t('app.shareChoiceHint')}
            onClick={() => {
              close()
              shareSite(chosen)
            }}
          >
            {t('app.shareChoice')}
          </Button>
        </div>
      )}
    </>
  )
}

/** The markdown features of the preview and their sources. */
const Markdown = ({ site, close }: { readonly site: SiteInfo; readonly close: () => void }) => {
  const choice = useSettings((settings) => settings.markdown)
  const groups = useMemo(() => featureGroups(site, choice), [site, choice])
  return (
    <details className={styles.markdown}>
      <summary className={styles.label}>{t('app.markdownFeatures')}</summary>
      {groups.map(({ source, features }) => (
        <p key={source} className={styles.features}>
          <b>{source.charAt(0).toUpperCase() + source.slice(1)}</b>: {features.join(', ')}
        </p>
      ))}
      <Button
        onClick={() => {
          close()
          runCommand('settings')
        }}
      >
        {t('app.changeInSettings')}
      </Button>
    </details>
  )
}

const Recent = ({ site, close }: { readonly site: SiteInfo; readonly close: () => void }) => {
  const recent = useSite((state) => state.recentFolders)
  const others = recent.filter(({ path }) => path !== site.displayPath).slice(0, maxRecent)
  return (
    <section className={styles.recent} aria-label={t('app.recentFolders')}>
      {others.length > 0 && <h3 className={styles.heading}>{t('app.recentFolders')}</h3>}
      {others.map(({ path, name }) => (
        <button
          key={path}
          type="button"
          className={styles.folder}
          title={path}
          onClick={() => {
            close()
            openRecent(path)
          }}
        >
          <bdi className={styles.folderName}>{name}</bdi>
          <span className={styles.folderPath}>
            <bdi>{path}</bdi>
          </span>
        </button>
      ))}
      <Button
        onClick={() => {
          close()
          runCommand('open-folder')
        }}
      >
        {t('app.openAnother')}
      </Button>
    </section>
  )
}

/** The folder's name in the header, with the panel about the site under it. */
export const SitePanel = ({ site }: { readonly site: SiteInfo }) => {
  const open = useSitePanel((state) => state.open)
  const close = () => showSitePanel(false)
  return (
    <Popover
      label={t('app.aboutSite', { name: site.name })}
      open={open}
      onOpenChange={showSitePanel}
      trigger={
        <button type="button" className={styles.name} title={site.displayPath}>
          <bdi>{site.name}</bdi>
        </button>
      }
    >
      <div className={styles.panel}>
        <div>
          <h2 className={styles.title}>
            <bdi>{site.name}</bdi>
          </h2>
          <p className={styles.path} title={site.displayPath}>
            <bdi>{site.displayPath}</bdi>
          </p>
        </div>
        <Choices site={site} close={close} />
        <Markdown site={site} close={close} />
        <Recent site={site} close={close} />
      </div>
    </Popover>
  )
}
