import { ArrowDownUp } from 'lucide-react'
import type { Settings } from '../../../shared/settings'
import { changeSettings, useSettings } from '../../base/settings-store'
import { IconButton } from '../../ui/button'
import { Menu, MenuChoice, MenuSeparator } from '../../ui/menu'

const sorts: readonly { readonly value: Settings['librarySort']; readonly label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'title', label: 'Title' },
  { value: 'modified', label: 'Last changed' },
  { value: 'path', label: 'File name' },
]

const groups: readonly { readonly value: Settings['libraryGroup']; readonly label: string }[] = [
  { value: 'none', label: 'No groups' },
  { value: 'year', label: 'By year' },
  { value: 'folder', label: 'By folder' },
]

/** How the list is ordered and grouped. */
export const ListMenu = () => {
  const sort = useSettings((settings) => settings.librarySort)
  const group = useSettings((settings) => settings.libraryGroup)
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Order of the list">
          <ArrowDownUp size={15} aria-hidden />
        </IconButton>
      }
    >
      <MenuChoice
        label="Order"
        value={sort}
        options={sorts}
        onChange={(librarySort) => changeSettings({ librarySort })}
      />
      <MenuSeparator />
      <MenuChoice
        label="Groups"
        value={group}
        options={groups}
        onChange={(libraryGroup) => changeSettings({ libraryGroup })}
      />
    </Menu>
  )
}
