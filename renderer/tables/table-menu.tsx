import { Table2 } from 'lucide-react'
import type { CommandId } from '../../shared/commands'
import type { tableMenu } from '../../shared/texts/english/writing/table-menu'
import { t } from '../../shared/texts/translate'
import { runCommand } from '../base/command-bus'
import { editorView } from '../document/document-store'
import { Menu, MenuItem, MenuSeparator, Submenu } from '../ui/menu'
import styles from './table-menu.module.css'

type TableCommand = CommandId & keyof typeof tableMenu

const Commands = ({ ids }: { readonly ids: readonly TableCommand[] }) =>
  ids.map((id) => (
    <MenuItem key={id} label={t(`tableMenu.${id}`)} command={id} onSelect={() => runCommand(id)} />
  ))

const toText = (open: boolean): void => {
  if (!open) requestAnimationFrame(() => editorView()?.focus()) // after the menu gave the focus back
}

/** The handle of the table at the caret, with a menu of its commands. */
export const TableMenu = () => (
  <Menu
    onOpenChange={toText}
    trigger={
      <button
        type="button"
        className={styles.handle}
        aria-label={t('editor.table')}
        title={t('editor.tableMenu')}
      >
        <Table2 size={14} aria-hidden />
      </button>
    }
  >
    <Commands
      ids={['table-row-above', 'table-row-below', 'table-row-up', 'table-row-down', 'table-row-remove']}
    />
    <MenuSeparator />
    <Commands
      ids={[
        'table-column-before',
        'table-column-after',
        'table-column-left',
        'table-column-right',
        'table-column-remove',
      ]}
    />
    <MenuSeparator />
    <Submenu label={t('editor.alignColumn')}>
      <Commands ids={['table-align-left', 'table-align-center', 'table-align-right', 'table-align-none']} />
    </Submenu>
    <Submenu label={t('editor.sortRows')}>
      <Commands ids={['table-sort-up', 'table-sort-down']} />
    </Submenu>
    <Commands ids={['table-format']} />
  </Menu>
)
