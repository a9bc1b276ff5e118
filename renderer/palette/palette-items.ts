import { type CommandId, commands } from '../../shared/commands'
import type { RecentFolder } from '../../shared/ipc/app-calls'
import type { PostSummary } from '../../shared/posts/post'
import type { QuickOpenHit } from '../../shared/posts/post-search'
import { t } from '../../shared/texts/translate'
import { canRunCommand, runCommand } from '../base/command-bus'
import { shortcutOf, titleHere } from '../base/platform'
import { dayOf } from '../base/written-date'
import { bestMatches } from './best-matches'

/** A row of the palette. */
export interface PaletteItem {
  readonly key: string
  readonly label: string
  /** The matched characters of the label. */
  readonly marks: readonly number[]
  readonly hint: string
  readonly run: () => void
}

const limit = 60

const menuNames: Readonly<Record<string, string>> = {
  file: t('commands.file'),
  edit: t('commands.edit'),
  format: t('commands.format'),
  insert: t('commands.insert'),
  view: t('commands.view'),
  help: t('commands.help'),
}

/** The label of a command in the palette, with its menu for context. */
const nameOfCommand = ({ id, menu }: { readonly id: CommandId; readonly menu?: string }): string =>
  menu === undefined
    ? titleHere(id)
    : t('commands.ofMenu', { menu: menuNames[menu] ?? '', title: titleHere(id) })

const own: ReadonlySet<CommandId> = new Set(['command-palette'])

/** The available commands that match the query; without a query, recently used ones first. */
export const commandItems = (query: string, recent: readonly CommandId[]): readonly PaletteItem[] => {
  const possible = commands.filter(({ id }) => !own.has(id) && canRunCommand(id))
  const rank = (id: CommandId) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  const ordered = possible.toSorted((a, b) => rank(a.id) - rank(b.id))
  const found = bestMatches(ordered, nameOfCommand, query, limit)
  return found.map(({ item, marks }) => ({
    key: item.id,
    label: nameOfCommand(item),
    marks,
    hint: shortcutOf(item.id),
    run: () => runCommand(item.id),
  }))
}

/** Recent folders that match the query; none without a query. */
export const folderItems = (
  folders: readonly RecentFolder[],
  query: string,
  open: (path: string) => void,
): readonly PaletteItem[] =>
  query.trim() === ''
    ? []
    : bestMatches(folders, ({ name }) => t('commands.openRecentFolder', { name }), query, limit).map(
        ({ item, marks }) => ({
          key: `folder ${item.path}`,
          label: t('commands.openRecentFolder', { name: item.name }),
          marks,
          hint: item.path,
          run: () => open(item.path),
        }),
      )

const textOf = ({ title, id }: PostSummary): string => `${title}\n${id}`

/** The posts whose title or path matches the query; without a query, recent ones first, then the others as listed. */
export const postItems = (
  posts: readonly PostSummary[],
  query: string,
  recent: readonly string[],
  open: (id: string) => void,
): readonly PaletteItem[] => {
  const rank = new Map(recent.map((id, index) => [id, index]))
  const first = posts.filter(({ id }) => rank.has(id))
  first.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
  const rest = posts.filter(({ id }) => !rank.has(id))
  return bestMatches([...first, ...rest], textOf, query, limit).map(({ item, marks }) => ({
    key: item.id,
    label: item.title,
    marks: marks.filter((at) => at < item.title.length),
    hint: item.draft ? t('library.draft') : dayOf(item) || item.id,
    run: () => open(item.id),
  }))
}

/** Headings with their posts. */
export const headingItems = (
  hits: readonly QuickOpenHit[],
  open: (id: string, line: number) => void,
): readonly PaletteItem[] =>
  hits.flatMap(({ id, title, heading }) =>
    heading === null
      ? []
      : [
          {
            key: `${id} ${heading.line}`,
            label: `# ${heading.text}`,
            marks: [],
            hint: title,
            run: () => open(id, heading.line),
          },
        ],
  )

/** The line of the open text for a query such as `:12`. */
export const lineItems = (query: string, go: (line: number) => void): readonly PaletteItem[] => {
  const line = Number(/^:(\d{1,7})$/.exec(query.trim())?.[1] ?? 0)
  if (line === 0) return []
  return [
    { key: `:${line}`, label: t('commands.goToLine', { line }), marks: [], hint: '', run: () => go(line) },
  ]
}
