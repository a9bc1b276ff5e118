import { Bell } from 'lucide-react'
import { t } from '../../../shared/texts/translate'
import { actOnPassed, useNotices } from '../../base/notices'
import { Menu, MenuGroup, MenuItem } from '../../ui/menu'
import styles from './status-bar.module.css'

/** A bell with earlier notices, if there are any; their actions still work. */
export const PassedNotices = () => {
  const passed = useNotices((state) => state.passed)
  if (passed.length === 0) return null
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={styles.bell}
          aria-label={t('app.earlierNotices')}
          title={t('app.earlierNotices')}
        >
          <Bell size={13} aria-hidden />
        </button>
      }
    >
      <MenuGroup label={t('app.earlierNotices')}>
        {passed.map((notice) => (
          <MenuItem
            key={notice.id}
            label={notice.text}
            whole
            disabled={!notice.action}
            {...(notice.action && { hint: notice.action.label })}
            onSelect={() => actOnPassed(notice)}
          />
        ))}
      </MenuGroup>
    </Menu>
  )
}
