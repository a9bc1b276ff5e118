import { useEffect } from 'react'
import { type Command, commands, readableKey } from '../../shared/commands'
import { t } from '../../shared/texts/translate'
import { closeDialog, useDialog } from '../base/dialogs'
import { showError } from '../base/notices'
import { isMac, shortcutOf, titleHere, words } from '../base/platform'
import { Dialog } from '../ui/dialog'
import { keyAt, readKeyboardLayout, useKeyboardLayout } from './keyboard-layout'
import styles from './shortcuts-dialog.module.css'

// A key on this platform, written like those of commands.
const key = (written: string): string => readableKey(written, isMac)

const foldKeys = (printed: ReadonlyMap<string, string>): string => {
  const held = isMac ? key('Mod-Alt') : `${key('Mod-Shift')}+`
  return `${held}${keyAt('BracketLeft', '[', printed)}, ${held}${keyAt('BracketRight', ']', printed)}`
}

interface KeyGroup {
  readonly name: string
  readonly keys: readonly (readonly [label: string, key: string])[]
}

// Keys in lists and in the text that are not commands.
const placesOn = (printed: ReadonlyMap<string, string>): readonly KeyGroup[] => [
  {
    name: t('commands.inList'),
    keys: [
      [t('commands.nextPost'), '↓ ↑'],
      [t('commands.openAndWrite'), 'Enter'],
      [t('commands.openAndStay'), 'Space'],
      [t('commands.toggleFeatured'), 'F'],
      [t('commands.selectSeveral'), `${key('Shift-ArrowDown')}, ${key('Mod-Space')}`],
      [t('commands.selectAll'), key('Mod-a')],
      [words.moveToBin, 'Delete'],
      [t('commands.menu'), 'Shift+F10'],
    ],
  },
  {
    name: t('commands.inText'),
    keys: [
      [t('commands.moveLine'), `${key('Alt-ArrowUp')}, ${key('Alt-ArrowDown')}`],
      [t('commands.copyLine'), `${key('Shift-Alt-ArrowUp')}, ${key('Shift-Alt-ArrowDown')}`],
      [t('commands.selectNext'), key('Mod-d')],
      [t('commands.addCaret'), `${key('Mod-Alt-ArrowUp')}, ${key('Mod-Alt-ArrowDown')}`],
      [t('commands.nextMatch'), 'F3, Shift+F3'],
      [t('commands.foldUnfold'), foldKeys(printed)],
      [t('commands.tabMovesFocus'), isMac ? '⇧⌥M' : 'Ctrl+M'],
    ],
  },
]

const menus: readonly { readonly id: NonNullable<Command['menu']> | undefined; readonly name: string }[] = [
  { id: 'file', name: t('commands.file') },
  { id: 'edit', name: t('commands.edit') },
  { id: 'format', name: t('commands.format') },
  { id: 'insert', name: t('commands.insert') },
  { id: 'view', name: t('commands.view') },
  { id: 'help', name: t('commands.help') },
  { id: undefined, name: t('commands.elsewhere') },
]

const Group = ({ name, keys }: KeyGroup) => (
  <section className={styles.group} aria-label={name}>
    <h2 className={styles.heading}>{name}</h2>
    <dl className={styles.list}>
      {keys.map(([label, key]) => (
        <div key={label} className={styles.row}>
          <dt>{label}</dt>
          <dd>{key}</dd>
        </div>
      ))}
    </dl>
  </section>
)

const groups = menus
  .map(({ id, name }) => ({
    name,
    keys: commands
      .filter((command) => command.menu === id && shortcutOf(command.id) !== '')
      .map((command) => [titleHere(command.id).replace(/…$/, ''), shortcutOf(command.id)] as const),
  }))
  .filter(({ keys }) => keys.length > 0)

/** All shortcuts, from the table of commands. */
export const ShortcutsDialog = () => {
  const open = useDialog((state) => state.open === 'shortcuts')
  const printed = useKeyboardLayout((state) => state.printed)
  useEffect(() => {
    if (open) readKeyboardLayout().catch(showError)
  }, [open])
  return (
    <Dialog open={open} onClose={closeDialog} title={t('titles.shortcuts')} width={680}>
      <div className={styles.columns}>
        {[...groups, ...placesOn(printed)].map((group) => (
          <Group key={group.name} {...group} />
        ))}
      </div>
    </Dialog>
  )
}
