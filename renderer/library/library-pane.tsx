import { useDeferredValue, useMemo } from 'react'
import { FilterTabs } from './filter-tabs'
import styles from './library-pane.module.css'
import { useLibrary } from './library-store'
import { EmptyList, FolderBanner, ReadingProgress } from './list-states'
import { filterPosts } from './post-filter'
import { PostList } from './post-list'
import { SearchField } from './search-field'

/** The posts of the open folder: search, filters and the list. */
export const LibraryPane = () => {
  const posts = useLibrary((state) => state.posts)
  const filter = useLibrary((state) => state.filter)
  const query = useDeferredValue(useLibrary((state) => state.query)) // typing goes before drawing
  const shown = useMemo(() => filterPosts(posts, filter, query), [posts, filter, query])
  return (
    <section className={styles.pane} aria-label="Library">
      <div className={styles.tools}>
        <SearchField />
      </div>
      <FilterTabs />
      <FolderBanner />
      {shown.length === 0 ? <EmptyList /> : <PostList posts={shown} />}
      <ReadingProgress />
    </section>
  )
}
