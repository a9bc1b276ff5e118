import type { PostVersionInfo } from '../../shared/posts/unsaved-text'
import { t } from '../../shared/texts/translate'
import { showError } from '../base/notices'
import { showVersion, useHistory } from './history-store'
import styles from './version-list.module.css'

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' })
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })
const size = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'byte', unitDisplay: 'long' })

const byDay = (versions: readonly PostVersionInfo[]): readonly (readonly [string, PostVersionInfo[]])[] => {
  const days = new Map<string, PostVersionInfo[]>()
  for (const version of versions) {
    const name = day.format(version.savedMs)
    days.set(name, [...(days.get(name) ?? []), version])
  }
  return [...days]
}

/** The timeline: the versions of a post by day, newest first. */
export const VersionList = () => {
  const versions = useHistory((state) => state.versions)
  const shown = useHistory((state) => state.shown?.revision)
  const loading = useHistory((state) => state.loading)
  if (versions.length === 0) return <p className={styles.none}>{loading ? '' : t('document.noVersions')}</p>
  return (
    <nav className={styles.list} aria-label={t('document.versions')}>
      {byDay(versions).map(([name, ofDay]) => (
        <section key={name} aria-label={name}>
          <h3 className={styles.day}>{name}</h3>
          <ul className={styles.versions}>
            {ofDay.map(({ revision, savedMs, size: bytes }) => (
              <li key={`${savedMs}:${revision}`}>
                <button
                  type="button"
                  className={styles.version}
                  aria-current={revision === shown || undefined}
                  onClick={() => showVersion(revision).catch(showError)}
                >
                  <span>{time.format(savedMs)}</span>
                  <span className={styles.size}>{size.format(bytes)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
