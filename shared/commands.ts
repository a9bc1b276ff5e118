import { type Platform, platformWords } from './platform-words'

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

/** The title of what a platform has its own word for. */
const titled = (word: 'reveal' | 'moveToBin') => ({
  title: platformWords.linux[word],
  titles: { darwin: platformWords.darwin[word], win32: platformWords.win32[word] },
})

const table = [
  { id: 'new-post', title: 'New post…', key: 'Mod-n', menu: 'file', group: 1 },
  { id: 'open-folder', title: 'Open posts folder…', key: 'Mod-Shift-o', menu: 'file', group: 1 },
  { id: 'open-sample', title: 'Open the sample blog', menu: 'file', group: 1 },
  { id: 'save', title: 'Save', key: 'Mod-s', menu: 'file', group: 2, needsPost: true },
  { id: 'close-post', title: 'Close post', key: 'Mod-w', menu: 'file', group: 2, needsPost: true },
  { id: 'save-all', title: 'Save all', key: 'Mod-Shift-s', macKey: 'Mod-Alt-s', menu: 'file', group: 2 },
  { id: 'revert', title: 'Revert to saved', menu: 'file', group: 2, needsPost: true },
  { id: 'history', title: 'History…', menu: 'file', group: 2, needsPost: true },
  { id: 'deleted-posts', title: 'Deleted posts…', menu: 'file', group: 4 },
  {
    id: 'export-html',
    title: 'Export to HTML…',
    key: 'Mod-Shift-e',
    menu: 'file',
    group: 3,
    needsPost: true,
  },
  { id: 'rename-post', title: 'Rename slug…', key: 'F2', menu: 'file', group: 4, needsPost: true },
  { id: 'move-post', title: 'Move to folder…', menu: 'file', group: 4, needsPost: true },
  { id: 'duplicate-post', title: 'Duplicate', menu: 'file', group: 4, needsPost: true },
  { id: 'show-in-folder', ...titled('reveal'), menu: 'file', group: 4, needsPost: true },
  { id: 'trash-post', ...titled('moveToBin'), menu: 'file', group: 4, needsPost: true },
  { id: 'edit-fields', title: 'Edit fields of posts…', menu: 'file', group: 4 },
  { id: 'settings', title: 'Settings…', key: 'Mod-,', menu: 'file', group: 5 },
  { id: 'undo', title: 'Undo', key: 'Mod-z', needsPost: true },
  { id: 'redo', title: 'Redo', key: 'Mod-y', macKey: 'Mod-Shift-z', needsPost: true },
  { id: 'copy-rich', title: 'Copy as rich text', menu: 'edit', group: 2, needsPost: true },
  { id: 'find', title: 'Find', key: 'Mod-f', menu: 'edit', group: 3, needsPost: true },
  {
    id: 'replace',
    title: 'Find and replace',
    key: 'Mod-h',
    macKey: 'Mod-Alt-f',
    menu: 'edit',
    group: 3,
    needsPost: true,
  },
  { id: 'find-in-posts', title: 'Search posts', key: 'Mod-Shift-f', menu: 'edit', group: 3 },
  { id: 'replace-in-posts', title: 'Replace in posts…', key: 'Mod-Shift-h', menu: 'edit', group: 3 },
  { id: 'bold', title: 'Bold', key: 'Mod-b', menu: 'format', group: 1, needsPost: true },
  { id: 'italic', title: 'Italic', key: 'Mod-i', menu: 'format', group: 1, needsPost: true },
  {
    id: 'strikethrough',
    title: 'Strikethrough',
    key: 'Mod-Shift-x',
    menu: 'format',
    group: 1,
    needsPost: true,
  },
  { id: 'inline-code', title: 'Inline code', key: 'Mod-e', menu: 'format', group: 1, needsPost: true },
  { id: 'paragraph', title: 'Paragraph', key: 'Mod-0', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-1', title: 'Heading 1', key: 'Mod-1', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-2', title: 'Heading 2', key: 'Mod-2', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-3', title: 'Heading 3', key: 'Mod-3', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-4', title: 'Heading 4', key: 'Mod-4', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-5', title: 'Heading 5', key: 'Mod-5', menu: 'format', group: 2, needsPost: true },
  { id: 'heading-6', title: 'Heading 6', key: 'Mod-6', menu: 'format', group: 2, needsPost: true },
  {
    id: 'quote',
    title: 'Quote',
    key: 'Mod-Shift-q',
    macKey: 'Mod-Shift-b',
    menu: 'format',
    group: 3,
    needsPost: true,
  },
  { id: 'bullet-list', title: 'Bullet list', key: 'Mod-Shift-8', menu: 'format', group: 3, needsPost: true },
  {
    id: 'numbered-list',
    title: 'Numbered list',
    key: 'Mod-Shift-7',
    menu: 'format',
    group: 3,
    needsPost: true,
  },
  { id: 'task-list', title: 'Task list', key: 'Mod-Shift-9', menu: 'format', group: 3, needsPost: true },
  { id: 'link', title: 'Link', key: 'Mod-k', menu: 'insert', group: 1, needsPost: true },
  { id: 'insert-image', title: 'Image…', key: 'Mod-Shift-i', menu: 'insert', group: 1, needsPost: true },
  { id: 'code-block', title: 'Code block', key: 'Mod-Shift-k', menu: 'insert', group: 2, needsPost: true },
  { id: 'table', title: 'Table', menu: 'insert', group: 2, needsPost: true },
  { id: 'table-row-above', title: 'Table: add row above', needsPost: true },
  { id: 'table-row-below', title: 'Table: add row below', needsPost: true },
  { id: 'table-row-up', title: 'Table: move row up', needsPost: true },
  { id: 'table-row-down', title: 'Table: move row down', needsPost: true },
  { id: 'table-row-remove', title: 'Table: delete row', needsPost: true },
  { id: 'table-column-before', title: 'Table: add column before', needsPost: true },
  { id: 'table-column-after', title: 'Table: add column after', needsPost: true },
  { id: 'table-column-left', title: 'Table: move column left', needsPost: true },
  { id: 'table-column-right', title: 'Table: move column right', needsPost: true },
  { id: 'table-column-remove', title: 'Table: delete column', needsPost: true },
  { id: 'table-align-left', title: 'Table: align column left', needsPost: true },
  { id: 'table-align-center', title: 'Table: center column', needsPost: true },
  { id: 'table-align-right', title: 'Table: align column right', needsPost: true },
  { id: 'table-align-none', title: 'Table: align column by default', needsPost: true },
  { id: 'table-sort-up', title: 'Table: sort rows ascending', needsPost: true },
  { id: 'table-sort-down', title: 'Table: sort rows descending', needsPost: true },
  { id: 'table-format', title: 'Table: format source', needsPost: true },
  { id: 'horizontal-rule', title: 'Horizontal rule', menu: 'insert', group: 2, needsPost: true },
  { id: 'alert', title: 'Alert', menu: 'insert', group: 2, needsPost: true },
  { id: 'diagram', title: 'Diagram', menu: 'insert', group: 2, needsPost: true },
  { id: 'math-block', title: 'Formula', menu: 'insert', group: 2, needsPost: true },
  { id: 'footnote', title: 'Footnote', menu: 'insert', group: 2, needsPost: true },
  { id: 'command-palette', title: 'Command palette', key: 'Mod-Shift-p', menu: 'view', group: 1 },
  { id: 'quick-open', title: 'Go to post…', key: 'Mod-p', menu: 'view', group: 1 },
  {
    id: 'next-recent-post',
    title: 'Recent posts',
    key: 'Mod-Tab',
    macKey: 'Ctrl-Tab',
    menu: 'view',
    group: 1,
  },
  {
    id: 'previous-recent-post',
    title: 'Recent posts, the oldest first',
    key: 'Mod-Shift-Tab',
    macKey: 'Ctrl-Shift-Tab',
    menu: 'view',
    group: 1,
  },
  { id: 'go-back', title: 'Back', key: 'Alt-ArrowLeft', macKey: 'Mod-Alt-ArrowLeft', menu: 'view', group: 1 },
  {
    id: 'go-forward',
    title: 'Forward',
    key: 'Alt-ArrowRight',
    macKey: 'Mod-Alt-ArrowRight',
    menu: 'view',
    group: 1,
  },
  {
    id: 'jump-footnote',
    title: 'Go to footnote and back',
    key: 'F12',
    menu: 'view',
    group: 1,
    needsPost: true,
  },
  { id: 'follow-link', title: 'Follow link', key: 'Alt-Enter', menu: 'view', group: 1, needsPost: true },
  { id: 'cycle-layout', title: 'Next layout', key: 'Mod-j', menu: 'view', group: 2 },
  { id: 'layout-write', title: 'Write', menu: 'view', group: 2 },
  { id: 'layout-live', title: 'Live', menu: 'view', group: 2 },
  { id: 'layout-split', title: 'Split', menu: 'view', group: 2 },
  { id: 'layout-preview', title: 'Preview', menu: 'view', group: 2 },
  { id: 'view-posts', title: 'Posts', menu: 'view', group: 2 },
  { id: 'view-images', title: 'Images', key: 'Mod-Shift-y', menu: 'view', group: 2 },
  { id: 'view-problems', title: 'Problems', key: 'Mod-Shift-j', menu: 'view', group: 2 },
  { id: 'toggle-sidebar', title: 'Sidebar', key: 'Mod-Shift-l', menu: 'view', group: 3 },
  { id: 'outline', title: 'Outline', key: 'Mod-Shift-1', menu: 'view', group: 3 },
  {
    id: 'backlinks',
    title: 'Posts that link here',
    key: 'Mod-Shift-2',
    menu: 'view',
    group: 3,
    needsPost: true,
  },
  {
    id: 'focus-form',
    title: 'Go to the front matter',
    key: 'Mod-Shift-m',
    menu: 'view',
    group: 3,
    needsPost: true,
  },
  {
    id: 'focus-editor',
    title: 'Go to the text',
    key: 'Mod-Shift-t',
    menu: 'view',
    group: 3,
    needsPost: true,
  },
  { id: 'toggle-source', title: 'Front matter as source', menu: 'view', group: 3, needsPost: true },
  { id: 'fold', title: 'Fold section', needsPost: true },
  { id: 'unfold', title: 'Unfold section', needsPost: true },
  { id: 'fold-all', title: 'Fold all sections', needsPost: true },
  { id: 'unfold-all', title: 'Unfold all sections', needsPost: true },
  { id: 'focus-mode', title: 'Focus on sentence or paragraph', key: 'F8', menu: 'view', group: 3 },
  { id: 'typewriter', title: 'Typewriter scrolling', key: 'F9', menu: 'view', group: 3 },
  {
    id: 'full-screen',
    title: 'Full screen, text only',
    key: 'F11',
    macKey: 'Ctrl-Mod-f',
    menu: 'view',
    group: 3,
  },
  { id: 'word-count', title: 'Word count and goals', menu: 'view', group: 3, needsPost: true },
  { id: 'theme-system', title: 'System theme', menu: 'view', group: 4 },
  { id: 'theme-light', title: 'Light theme', menu: 'view', group: 4 },
  { id: 'theme-dark', title: 'Dark theme', menu: 'view', group: 4 },
  { id: 'shortcuts', title: 'Keyboard shortcuts', menu: 'help', group: 1 },
  { id: 'install-command', title: 'Install the command-line tool…', menu: 'help', group: 1 },
  { id: 'about', title: 'About Postwright', menu: 'help', group: 2 },
] as const satisfies readonly Command[]

export type CommandId = (typeof table)[number]['id']

/** Every command of the app. Menu, palette, tooltips, README and key bindings read this table. */
export const commands: readonly (Command & { readonly id: CommandId })[] = table

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
