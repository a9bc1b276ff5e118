import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { t } from '../../../shared/texts/translate'
import { setFilter, useLibrary } from '../state/library-store'
import type { PostFilter } from '../state/post-filter'
import styles from './filter-tabs.module.css'

const names: readonly { readonly value: PostFilter; readonly label: string }[] = [
  { value: 'all', label: t('library.all') },
  { value: 'featured', label: t('library.featured') },
  { value: 'drafts', label: t('library.drafts') },
  { value: 'scheduled', label: t('library.scheduled') },
  { value: 'problems', label: t('library.problems') },
]

/** The filters above the list with their numbers of posts. Scheduled is shown only if there are some. */
export const FilterTabs = () => {
  const counts = useLibrary((state) => state.counts)
  const filter = useLibrary((state) => state.filter)
  const shown = names.filter(({ value }) => value !== 'scheduled' || counts.scheduled > 0 || filter === value)
  return (
    <ToggleGroup
      className={styles.tabs}
      aria-label={t('library.show')}
      value={[filter]}
      onValueChange={([chosen]) => setFilter(chosen ?? 'all')}
    >
      {shown.map(({ value, label }) => (
        <Toggle key={value} value={value} className={styles.tab}>
          {label}
          {value !== 'all' && counts[value] > 0 && ` ${counts[value].toLocaleString('en')}`}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}

/** Reserves the space of the filters until they are drawn. */
export const FilterTabsPlace = () => (
  <div className={styles.tabs} aria-hidden>
    <span className={styles.tab}>{'\u00a0'}</span>
  </div>
)
