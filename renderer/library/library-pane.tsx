import { useEffect } from 'react'
import { Later } from '../ui/later'
import { drawThumbnails } from './draw-thumbnails'
import { FilterMenu } from './filter-menu'
import { FilterTabs, FilterTabsPlace } from './filter-tabs'
import styles from './library-pane.module.css'
import { EmptyList, FolderBanner, ReadingProgress } from './list-states'
import { PostList } from './post-list'
import { SearchField } from './search-field'
import { SearchOptions } from './search-options'
import { useShownPosts } from './use-shown-posts'

/** The posts of the open folder: search, filters and the list. */
export const LibraryPane = () => {
  const { posts, hits } = useShownPosts()
  useEffect(drawThumbnails, [])
  const nothing = posts.length === 0 && hits.length === 0
  return (
    <section className={styles.pane} aria-label="Library">
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
      <ReadingProgress />
    </section>
  )
}
