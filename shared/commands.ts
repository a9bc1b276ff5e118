import { type Platform, platformWords } from './platform-words'
import { t } from './texts/translate'

/** A menu the command stands in; commands without one are in the palette only. */
export type MenuId = 'file' | 'edit' | 'format' | 'insert' | 'view' | 'help'

export interface Command {
  readonly id: string
  readonly title: string
  /** Where a platform has a word of its own. */
  readonly titles?: Readonly<Partial<Record<Platform, string>>>
  /** `Mod` is Cmd on macOS and Ctrl elsewhere, `Ctrl` is Ctrl everywhere; written as CodeMirror writes keys. */
  readonly key?: string
  /** Where macOS has another habit. */
  readonly macKey?: string
  readonly menu?: MenuId
  /** Commands of one group stand together in the menu, with a line between groups. */
  readonly group?: number
  /** Needs an open post (the menu item and the palette entry are off without one). */
  readonly needsPost?: boolean
}

/** A command in the table: its title is the text of its id, unless the platforms have words of their own. */
type Entry = Omit<Command, 'title'> & Partial<Pick<Command, 'title'>>

/** The title of what a platform has its own word for. */
const titled = (word: 'reveal' | 'moveToBin') => ({
  title: platformWords.linux[word],
  titles: { darwin: platformWords.darwin[word], win32: platformWords.win32[word] },
})

const table = [
  { id: 'new-post', key: 'Mod-n', menu: 'file', group: 1 },
  { id: 'open-folder', key: 'Mod-Shift-o', menu: 'file', group: 1 },
  { id: 'open-sample', menu: 'file', group: 1 },
  { id: 'save', key: 'Mod-s', menu: 'file', group: 2, needsPost: true },
  { id: 'close-post', key: 'Mod-w', menu: 'file', group: 2, needsPost: true },
  { id: 'save-all', key: 'Mod-Shift-s', macKey: 'Mod-Alt-s', menu: 'file', group: 2 },
  { id: 'revert', menu: 'file', group: 2, needsPost: true },
  { id: 'history', menu: 'file', group: 2, needsPost: true },
  { id: 'deleted-posts', menu: 'file', group: 4 },
  { id: 'recent-operations', menu: 'edit', group: 1 },
  {
    id: 'export-html',

    key: 'Mod-Shift-e',
    menu: 'file',
    group: 3,
    needsPost: true,
  },
  { id: 'open-live', menu: 'file', group: 3, needsPost: true },
  { id: 'open-development', menu: 'file', group: 3, needsPost: true },
  { id: 'rename-post', key: 'F2', menu: 'file', group: 4, needsPost: true },
  { id: 'move-post', menu: 'file', group: 4, needsPost: true },
  { id: 'change-date', menu: 'file', group: 4, needsPost: true },
  { id: 'publish-draft', menu: 'file', group: 4, needsPost: true },
  { id: 'duplicate-post', menu: 'file', group: 4, needsPost: true },
  { id: 'show-in-folder', ...titled('reveal'), menu: 'file', group: 4, needsPost: true },
  { id: 'trash-post', ...titled('moveToBin'), menu: 'file', group: 4, needsPost: true },
  { id: 'edit-fields', menu: 'file', group: 4 },
  { id: 'settings', key: 'Mod-,', menu: 'file', group: 5 },
  { id: 'undo', key: 'Mod-z', needsPost: true },
  { id: 'redo', key: 'Mod-y', macKey: 'Mod-Shift-z', needsPost: true },
  { id: 'copy-rich', menu: 'edit', group: 2, needsPost: true },
  { id: 'find', key: 'Mod-f', menu: 'edit', group: 3, needsPost: true },
  {
    id: 'replace',

    key: 'Mod-h',
    macKey: 'Mod-Alt-f',
    menu: 'edit',
    group: 3,
    needsPost: true,
  },
  { id: 'next-misspelling', key: 'F7', macKey: 'Mod-;', menu: 'edit', group: 3, needsPost: true },
  { id: 'find-in-posts', key: 'Mod-Shift-f', menu: 'edit', group: 3 },
  { id: 'replace-in-posts', key: 'Mod-Shift-h', menu: 'edit', group: 3 },
  { id: 'bold', key: 'Mod-b', menu: 'format', group: 1, needsPost: true },
  { id: 'italic', key: 'Mod-i', menu: 'format', group: 1, needsPost: true },
  {
    id: 'strikethrough',

    key: 'Mod-Shift-x',
    menu: 'format',
    group: 1,
    needsPost: true,
  },
  { id: 'inline-code', key: 'Mod-e', menu: 'format', group: 1, needsPost: true },
  { id: 'paragraph', key: 'Mod-0', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-1', key: 'Mod-1', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-2', key: 'Mod-2', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-3', key: 'Mod-3', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-4', key: 'Mod-4', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-5', key: 'Mod-5', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-6', key: 'Mod-6', menu: 'format', group: 2, needsPost: true },
  {
    id: 'quote',

    key: 'Mod-Shift-q',
    macKey: 'Mod-Shift-b',
    menu: 'format',
    group: 3,
    needsPost: true,
  },
  { id: 'bullet-list', key: 'Mod-Shift-8', menu: 'format', group: 3, needsPost: true },
  {
    id: 'numbered-list',

    key: 'Mod-Shift-7',
    menu: 'format',
    group: 3,
    needsPost: true,
  },
  { id: 'task-list', key: 'Mod-Shift-9', menu: 'format', group: 3, needsPost: true },
  { id: 'link', key: 'Mod-k', menu: 'insert', group: 1, needsPost: true },
  { id: 'insert-image', key: 'Mod-Shift-i', menu: 'insert', group: 1, needsPost: true },
  { id: 'code-block', key: 'Mod-Shift-k', menu: 'insert', group: 2, needsPost: true },
  { id: 'table', menu: 'insert', group: 2, needsPost: true },
  { id: 'table-row-above', needsPost: true },
  { id: 'table-row-below', needsPost: true },
  { id: 'table-row-up', needsPost: true },
  { id: 'table-row-down', needsPost: true },
  { id: 'table-row-remove', needsPost: true },
  { id: 'table-column-before', needsPost: true },
  { id: 'table-column-after', needsPost: true },
  { id: 'table-column-left', needsPost: true },
  { id: 'table-column-right', needsPost: true },
  { id: 'table-column-remove', needsPost: true },
  { id: 'table-align-left', needsPost: true },
  { id: 'table-align-center', needsPost: true },
  { id: 'table-align-right', needsPost: true },
  { id: 'table-align-none', needsPost: true },
  { id: 'table-sort-up', needsPost: true },
  { id: 'table-sort-down', needsPost: true },
  { id: 'table-format', needsPost: true },
  { id: 'horizontal-rule', menu: 'insert', group: 2, needsPost: true },
  { id: 'alert', menu: 'insert', group: 2, needsPost: true },
  { id: 'diagram', menu: 'insert', group: 2, needsPost: true },
  { id: 'math-block', menu: 'insert', group: 2, needsPost: true },
  { id: 'shortcode', key: 'Mod-Shift-a', menu: 'insert', group: 2, needsPost: true },
  { id: 'footnote', menu: 'insert', group: 2, needsPost: true },
  { id: 'command-palette', key: 'Mod-Shift-p', menu: 'view', group: 1 },
  { id: 'quick-open', key: 'Mod-p', menu: 'view', group: 1 },
  {
    id: 'next-recent-post',

    key: 'Mod-Tab',
    macKey: 'Ctrl-Tab',
    menu: 'view',
    group: 1,
  },
  {
    id: 'previous-recent-post',

    key: 'Mod-Shift-Tab',
    macKey: 'Ctrl-Shift-Tab',
    menu: 'view',
    group: 1,
  },
  { id: 'go-back', key: 'Alt-ArrowLeft', macKey: 'Mod-Alt-ArrowLeft', menu: 'view', group: 1 },
  {
    id: 'go-forward',

    key: 'Alt-ArrowRight',
    macKey: 'Mod-Alt-ArrowRight',
    menu: 'view',
    group: 1,
  },
  {
    id: 'jump-footnote',

    key: 'F12',
    menu: 'view',
    group: 1,
    needsPost: true,
  },
  { id: 'follow-link', key: 'Alt-Enter', menu: 'view', group: 1, needsPost: true },
  { id: 'cycle-layout', key: 'Mod-j', menu: 'view', group: 2 },
  { id: 'layout-write', menu: 'view', group: 2 },
  { id: 'layout-live', menu: 'view', group: 2 },
  { id: 'layout-split', menu: 'view', group: 2 },
  { id: 'layout-preview', menu: 'view', group: 2 },
  { id: 'view-posts', menu: 'view', group: 2 },
  { id: 'view-images', key: 'Mod-Shift-y', menu: 'view', group: 2 },
  { id: 'view-problems', key: 'Mod-Shift-j', menu: 'view', group: 2 },
  { id: 'toggle-sidebar', key: 'Mod-Shift-l', menu: 'view', group: 3 },
  { id: 'outline', key: 'Mod-Shift-1', menu: 'view', group: 3 },
  {
    id: 'backlinks',

    key: 'Mod-Shift-2',
    menu: 'view',
    group: 3,
    needsPost: true,
  },
  {
    id: 'focus-form',

    key: 'Mod-Shift-m',
    menu: 'view',
    group: 3,
    needsPost: true,
  },
  {
    id: 'focus-editor',

    key: 'Mod-Shift-t',
    menu: 'view',
    group: 3,
    needsPost: true,
  },
  { id: 'toggle-source', menu: 'view', group: 3, needsPost: true },
  { id: 'fold', needsPost: true },
  { id: 'unfold', needsPost: true },
  { id: 'fold-all', needsPost: true },
  { id: 'unfold-all', needsPost: true },
  { id: 'focus-mode', key: 'F8', menu: 'view', group: 3 },
  { id: 'typewriter', key: 'F9', menu: 'view', group: 3 },
  {
    id: 'full-screen',

    key: 'F11',
    macKey: 'Ctrl-Mod-f',
    menu: 'view',
    group: 3,
  },
  { id: 'word-count', menu: 'view', group: 3, needsPost: true },
  { id: 'theme-system', menu: 'view', group: 4 },
  { id: 'theme-light', menu: 'view', group: 4 },
  { id: 'theme-dark', menu: 'view', group: 4 },
  { id: 'shortcuts', menu: 'help', group: 1 },
  { id: 'install-command', menu: 'help', group: 1 },
  { id: 'about', menu: 'help', group: 2 },
] as const satisfies readonly Entry[]

export type CommandId = (typeof table)[number]['id']

/** Every command of the app. Menu, palette, tooltips, README and key bindings read this table. */
export const commands: readonly (Command & { readonly id: CommandId })[] = table.map((entry) =>
  'title' in entry ? entry : { ...entry, title: t(`titles.${entry.id}`) },
)

/** The command with this id. */
export const commandOf = (id: CommandId): Command & { readonly id: CommandId } => {
  const found = commands.find((command) => command.id === id)
  if (!found) throw new Error(`No command ${id}`)
  return found
}

/** The title of a command in the words of a platform. */
export const titleOf = ({ title, titles }: Command, platform: Platform): string => titles?.[platform] ?? title

/** The key of a command on a platform, written as CodeMirror writes keys; undefined when it has none. */
export const keyOf = (command: Command, mac: boolean): string | undefined =>
  mac && command.macKey ? command.macKey : command.key

const signs: Record<string, readonly [other: string, mac: string]> = {
  Mod: ['Ctrl', '⌘'],
  Ctrl: ['Ctrl', '⌃'],
  Shift: ['Shift', '⇧'],
  Alt: ['Alt', '⌥'],
  ArrowUp: ['↑', '↑'],
  ArrowDown: ['↓', '↓'],
  ArrowLeft: ['←', '←'],
  ArrowRight: ['→', '→'],
}

/** A key as a person reads it: `Ctrl+Shift+F`, or `⇧⌘F` on macOS. */
export const readableKey = (key: string, mac: boolean): string => {
  const parts = key
    .split('-')
    .map((part) => signs[part]?.[mac ? 1 : 0] ?? (part.length === 1 ? part.toUpperCase() : part))
  return mac ? parts.join('') : parts.join('+')
}

const electronNames: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/** A key as Electron's menus write it: `CommandOrControl+Shift+F`. */
export const acceleratorOf = (key: string): string =>
  key
    .split('-')
    .map((part) => electronNames[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')
