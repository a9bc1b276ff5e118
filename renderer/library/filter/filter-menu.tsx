import { ListFilter } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import type { PostSummary } from '../../../shared/posts/post'
import type { FilterField } from '../../../shared/posts/post-query'
import { t } from '../../../shared/texts/translate'
import { useSchema } from '../../base/schema-store'
import { useSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { IconButton } from '../../ui/button'
import { Menu, MenuCheck, MenuItem, MenuSeparator, Submenu } from '../../ui/menu'
import { endSearch } from '../search/search-field'
import { ignoredChoiceOf, includeIgnored, leaveIgnoredOut, useIgnored } from '../state/ignored-posts'
import { setQuery, useLibrary } from '../state/library-store'
import { foldersOf } from '../state/post-folders'
import { forgetSearches } from '../state/search-history'
import { hasFilter, toggleFilter } from './query-filters'

/** Something posts can be chosen by, and how many have it; null where that is not known. */
interface Value {
  readonly value: string
  readonly count: number | null
}

const most = 100

/** The tags of the posts, those of the most posts first. */
const tagsOf = (posts: readonly PostSummary[]): readonly Value[] => {
  const counts = new Map<string, number>()
  for (const { tags } of posts) for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most)
}

/** The fields that some posts of the site have and others do not. */
const missingFields = ({ posts, fields }: SiteSchema): readonly Value[] =>
  fields
    .filter(({ key, literal, count }) => count < posts && (literal || !key.includes('.')))
    .map(({ key, count }) => ({ value: key, count: posts - count }))
    .slice(0, most)

interface FilterValuesProps {
  readonly field: FilterField
  readonly label: string
  readonly values: readonly Value[]
}

const FilterValues = ({ field, label, values }: FilterValuesProps) => {
  const query = useLibrary((state) => state.query)
  return (
    <Submenu label={label} disabled={values.length === 0}>
      {values.map(({ value, count }) => (
        <MenuCheck
          key={value}
          label={value}
          checked={hasFilter(query, field, value)}
          {...(count !== null && { hint: count.toLocaleString('en') })}
          onChange={() => setQuery(toggleFilter(query, field, value))}
        />
      ))}
    </Submenu>
  )
}

const Filters = () => {
  const posts = useLibrary((state) => state.posts)
  const schema = useSchema()
  const tags = useMemo(() => tagsOf(posts), [posts])
  const folders = useMemo(
    () => foldersOf(posts).map(({ path, count }): Value => ({ value: path, count })),
    [posts],
  )
  const missing = useMemo(() => missingFields(schema), [schema])
  return (
    <>
      <FilterValues field="tag" label={t('library.tag')} values={tags} />
      <FilterValues field="folder" label={t('library.folder')} values={folders} />
      <FilterValues field="missing" label={t('library.missingField')} values={missing} />
    </>
  )
}

const Ignored = () => {
  const ignored = useIgnored()
  const site = useSite((state) => state.site?.key)
  const choice = useSettings((settings) => ignoredChoiceOf(settings.ignoredPosts, site))
  if (ignored.posts === 0 && choice !== 'shown') return null
  return (
    <>
      <MenuSeparator />
      <MenuCheck
        label={t('library.ignoredByGit')}
        checked={choice === 'shown'}
        {...(ignored.posts > 0 && {
          hint: t(ignored.isMore ? 'library.atLeast' : 'library.count', { count: ignored.posts }),
        })}
        onChange={choice === 'shown' ? leaveIgnoredOut : includeIgnored}
      />
    </>
  )
}

const Searches = () => {
  const searches = useSettings((settings) => settings.searches)
  return (
    <Submenu label={t('library.recentSearches')} disabled={searches.length === 0}>
      {searches.map((search) => (
        <MenuItem key={search} label={search} onSelect={() => setQuery(search)} />
      ))}
      <MenuSeparator />
      <MenuItem label={t('library.clearSearches')} onSelect={forgetSearches} />
    </Submenu>
  )
}

// The search operators; shared/posts/post-query.ts parses them.
const operators: readonly { readonly sample: string; readonly meaning: string }[] = [
  { sample: 'tag:', meaning: t('library.withTag') },
  { sample: 'folder:', meaning: t('library.inFolder') },
  { sample: 'title:', meaning: t('library.inTitle') },
  { sample: 'has:', meaning: t('library.withField') },
  { sample: 'missing:', meaning: t('library.withoutField') },
  { sample: 'draft:true', meaning: t('library.operatorDrafts') },
  { sample: 'before:2024-05', meaning: t('library.older') },
  { sample: 'after:2024-05', meaning: t('library.newer') },
  { sample: t('library.sampleWords'), meaning: t('library.exactPhrase') },
  { sample: '-word', meaning: t('library.withoutWord') },
]

const Operators = () => {
  const query = useLibrary((state) => state.query)
  return (
    <Submenu label={t('library.operators')}>
      {operators.map(({ sample, meaning }) => (
        <MenuItem
          key={sample}
          label={sample}
          hint={meaning}
          onSelect={() => {
            setQuery(`${query} ${sample}`.trimStart())
            requestAnimationFrame(endSearch)
          }}
        />
      ))}
    </Submenu>
  )
}

/** Inserts conditions and recent searches into the search field. */
export const FilterMenu = () => {
  const [open, setOpen] = useState(false)
  return (
    <Menu
      align="end"
      onOpenChange={setOpen}
      trigger={
        <IconButton label={t('library.filterBy')}>
          <ListFilter size={15} aria-hidden />
        </IconButton>
      }
    >
      {open && (
        <>
          <Filters />
          <Operators />
          <MenuSeparator />
          <Searches />
          <Ignored />
        </>
      )}
    </Menu>
  )
}
