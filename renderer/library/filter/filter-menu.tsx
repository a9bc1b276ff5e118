import { ListFilter } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { FilterField } from '../../../shared/posts/post-query'
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
import { missingFields, tagsOf, type Value } from './values-of-posts'

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
      <FilterValues field="tag" label="Tag" values={tags} />
      <FilterValues field="folder" label="Folder" values={folders} />
      <FilterValues field="missing" label="Missing field" values={missing} />
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
        label="Posts ignored by Git"
        checked={choice === 'shown'}
        {...(ignored.posts > 0 && {
          hint: `${ignored.posts.toLocaleString('en')}${ignored.isMore ? '+' : ''}`,
        })}
        onChange={choice === 'shown' ? leaveIgnoredOut : includeIgnored}
      />
    </>
  )
}

const Searches = () => {
  const searches = useSettings((settings) => settings.searches)
  return (
    <Submenu label="Recent searches" disabled={searches.length === 0}>
      {searches.map((search) => (
        <MenuItem key={search} label={search} onSelect={() => setQuery(search)} />
      ))}
      <MenuSeparator />
      <MenuItem label="Clear recent searches" onSelect={forgetSearches} />
    </Submenu>
  )
}

// What can be written in the search field beside words; shared/posts/post-query.ts reads it.
const operators: readonly { readonly sample: string; readonly meaning: string }[] = [
  { sample: 'tag:', meaning: 'with the tag' },
  { sample: 'folder:', meaning: 'in the folder' },
  { sample: 'title:', meaning: 'in the title' },
  { sample: 'has:', meaning: 'with the field' },
  { sample: 'missing:', meaning: 'without the field' },
  { sample: 'draft:true', meaning: 'drafts' },
  { sample: 'before:2024-05', meaning: 'older' },
  { sample: 'after:2024-05', meaning: 'newer' },
  { sample: '"two words"', meaning: 'side by side' },
  { sample: '-word', meaning: 'without the word' },
]

const Operators = () => {
  const query = useLibrary((state) => state.query)
  return (
    <Submenu label="Search operators">
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

/** Writes conditions and searches of before into the search field. */
export const FilterMenu = () => {
  const [open, setOpen] = useState(false)
  return (
    <Menu
      align="end"
      onOpenChange={setOpen}
      trigger={
        <IconButton label="Filter by tag, folder or missing field">
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
