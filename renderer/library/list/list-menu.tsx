import { ArrowDownUp } from 'lucide-react'
import type { Settings } from '../../../shared/settings'
import { t } from '../../../shared/texts/translate'
import { changeSettings, useSettings } from '../../base/settings-store'
import { IconButton } from '../../ui/button'
import { Menu, MenuChoice, MenuSeparator } from '../../ui/menu'

const sorts: readonly { readonly value: Settings['librarySort']; readonly label: string }[] = [
  { value: 'newest', label: t('library.newestFirst') },
  { value: 'oldest', label: t('library.oldestFirst') },
  { value: 'title', label: t('library.byTitle') },
  { value: 'modified', label: t('library.lastChanged') },
  { value: 'path', label: t('library.fileName') },
]

const groups: readonly { readonly value: Settings['libraryGroup']; readonly label: string }[] = [
  { value: 'none', label: t('library.noGroups') },
  { value: 'year', label: t('library.byYear') },
  { value: 'folder', label: t('library.byFolder') },
]

/** How the list is ordered and grouped. */
export const ListMenu = () => {
  const sort = useSettings((settings) => settings.librarySort)
  const group = useSettings((settings) => settings.libraryGroup)
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('library.listOrder')}>
          <ArrowDownUp size={15} aria-hidden />
        </IconButton>
      }
    >
      <MenuChoice
        label={t('library.order')}
        value={sort}
        options={sorts}
        onChange={(librarySort) => changeSettings({ librarySort })}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('library.groups')}
        value={group}
        options={groups}
        onChange={(libraryGroup) => changeSettings({ libraryGroup })}
      />
    </Menu>
  )
}
