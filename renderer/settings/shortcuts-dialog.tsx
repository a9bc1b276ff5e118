import { type Command, commands, readableKey } from '../../shared/commands'
import { closeDialog, useDialog } from '../base/dialogs'
import { isMac, shortcutOf, titleHere, words } from '../base/platform'
import { Dialog } from '../ui/dialog'
import styles from './shortcuts-dialog.module.css'

// A key of the platform, written as the commands' keys are.
const key = (written: string): string => readableKey(written, isMac)

// Keys that are no commands: what a list or the text does with them.
const places: readonly { readonly name: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    name: 'In the list of posts',
    keys: [
      ['Next, previous post', '↓ ↑'],
      ['Open and write', 'Enter'],
      ['Open and stay', 'Space'],
      ['Featured, or not', 'F'],
      ['Select several', `${key('Shift-ArrowDown')}, ${key('Mod-Space')}`],
      ['Select all', key('Mod-a')],
      [words.moveToBin, 'Delete'],
      ['Menu', 'Shift+F10'],
    ],
  },
  {
    name: 'In the text',
    keys: [
      ['Move line up, down', `${key('Alt-ArrowUp')}, ${key('Alt-ArrowDown')}`],
      ['Copy line up, down', `${key('Shift-Alt-ArrowUp')}, ${key('Shift-Alt-ArrowDown')}`],
      ['Select next occurrence', key('Mod-d')],
      ['Add caret above, below', `${key('Mod-Alt-ArrowUp')}, ${key('Mod-Alt-ArrowDown')}`],
      ['Next, previous match', 'F3, Shift+F3'],
      ['Fold, unfold', isMac ? '⌘⌥[, ⌘⌥]' : 'Ctrl+Shift+[, Ctrl+Shift+]'],
      ['Tab moves the focus, or indents', isMac ? '⇧⌥M' : 'Ctrl+M'],
    ],
  },
]

const menus: readonly { readonly id: NonNullable<Command['menu']> | undefined; readonly name: string }[] = [
  { id: 'file', name: 'File' },
  { id: 'edit', name: 'Edit' },
  { id: 'format', name: 'Format' },
  { id: 'insert', name: 'Insert' },
  { id: 'view', name: 'View' },
  { id: 'help', name: 'Help' },
  { id: undefined, name: 'Elsewhere' },
]

const Group = ({ name, keys }: (typeof places)[number]) => (
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

/** Every shortcut there is, from the one table of commands. */
export const ShortcutsDialog = () => {
  const open = useDialog((state) => state.open === 'shortcuts')
  return (
    <Dialog open={open} onClose={closeDialog} title="Keyboard shortcuts" width={680}>
      <div className={styles.columns}>
        {[...groups, ...places].map((group) => (
          <Group key={group.name} {...group} />
        ))}
      </div>
    </Dialog>
  )
}
