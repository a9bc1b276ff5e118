import type { ReactNode } from 'react'
import { t } from '../../shared/texts/translate'
import { Later } from '../ui/later'
import { FilterMenu } from './filter/filter-menu'
import { FilterTabs, FilterTabsPlace } from './filter/filter-tabs'
import styles from './library-pane.module.css'
import { IgnoredRow } from './list/ignored-row'
import { EmptyList, FolderBanner, ReadingProgress, SelectedCount } from './list/list-states'
import { PostList } from './list/post-list'
import { useShownPosts } from './list/use-shown-posts'
import { SearchField } from './search/search-field'
import { SearchOptions } from './search/search-options'

/** The posts of the open folder: search, filters and the list. */
export const LibraryPane = ({ banner }: { readonly banner?: ReactNode }) => {
  const { posts, hits } = useShownPosts()
  const nothing = posts.length === 0 && hits.length === 0
  return (
    <section className={styles.pane} aria-label={t('library.library')}>
      {banner}
      <div className={styles.tools}>
        <SearchField />
        <Later part="filter-menu">
          <FilterMenu />
        </Later>
      </div>
      <SearchOptions />
      <Later part="filter-tabs" before={<FilterTabsPlace />}>
        <FilterTabs />
      </Later>
      <FolderBanner />
      {nothing ? <EmptyList /> : <PostList posts={posts} hits={hits} />}
      <SelectedCount posts={posts} hits={hits} />
      <IgnoredRow />
      <ReadingProgress />
    </section>
  )
}
