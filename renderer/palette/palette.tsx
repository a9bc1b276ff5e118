import { useEffect, useState } from 'react'
import { create } from 'zustand'
import { type CommandId, commands } from '../../shared/commands'
import type { PostSummary } from '../../shared/posts/post'
import type { QuickOpenHit } from '../../shared/posts/post-search'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { closeDialog, openDialog, useDialog } from '../base/dialogs'
import { focusText } from '../base/focus-text'
import { showError } from '../base/notices'
import { useFolderOpener, useSite } from '../base/site-store'
import { goToLine } from '../document/place/go-to-line'
import { revealLine } from '../document/place/reveal-line'
import { recentPosts, toFront } from '../document/reading/recent-posts'
import { openPost } from '../document/show-post'
import { useDocument } from '../document/state/document-state'
import { Panel } from '../ui/dialog'
import {
  commandItems,
  folderItems,
  headingItems,
  lineItems,
  type PaletteItem,
  postItems,
} from './palette-items'
import { PaletteList } from './palette-list'

const rest = 80
const fewestLetters = 3
const limit = 40

/** Headings inside of posts that fit what is typed; they come a moment after the titles. */
const useHeadings = (typed: string): readonly QuickOpenHit[] => {
  const [found, setFound] = useState<{ readonly typed: string; readonly hits: readonly QuickOpenHit[] }>()
  useEffect(() => {
    if (typed.trim().length < fewestLetters) return
    let wanted = true
    const timer = setTimeout(() => {
      api.quickOpen(typed.slice(0, 200), limit).then(
        (hits) => wanted && setFound({ typed, hits: hits.filter(({ heading }) => heading !== null) }),
        (error: unknown) => wanted && showError(error, t('commands.headingsNotSearched')),
      )
    }, rest)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [typed])
  return found?.typed === typed ? found.hits : []
}

/** The commands chosen in this session, the last first. */
const useRecentCommands = create<readonly CommandId[]>(() => [])

const rememberCommand = (id: CommandId): void =>
  useRecentCommands.setState(toFront(useRecentCommands.getState(), id), true)

const isCommand = (key: string): key is CommandId => commands.some(({ id }) => id === key)

const showPost = (id: string, line?: number): void => {
  const shown = () => (line === undefined ? focusText() : void requestAnimationFrame(() => revealLine(line)))
  openPost(id).then(shown, showError)
}

const choose = (item: PaletteItem): void => {
  closeDialog()
  if (isCommand(item.key)) rememberCommand(item.key)
  requestAnimationFrame(item.run) // after the focus has returned: a command may depend on it
}

const Commands = () => {
  const [query, setQuery] = useState('')
  const recent = useRecentCommands()
  const folders = useSite((state) => state.recentFolders)
  const shown = useSite((state) => state.site?.displayPath)
  const open = useFolderOpener((state) => state.open)
  const others = folders.filter(({ path }) => path !== shown)
  return (
    <PaletteList
      label={t('commands.commands')}
      placeholder={t('commands.typeCommand')}
      query={query}
      items={[...commandItems(query, recent), ...folderItems(others, query, (path) => open?.(path))]}
      nothing={t('commands.noCommands')}
      onQuery={setQuery}
      onChoose={choose}
    />
  )
}

const Posts = ({ posts }: { readonly posts: readonly PostSummary[] }) => {
  const [query, setQuery] = useState('')
  const headings = useHeadings(query)
  const isOpen = useDocument((state) => state.post !== null)
  const items = [
    ...(isOpen ? lineItems(query, goToLine) : []),
    ...postItems(posts, query, recentPosts(), showPost),
    ...headingItems(headings, showPost),
  ]
  return (
    <PaletteList
      label={t('titles.view-posts')}
      placeholder={t('commands.goToPlaceholder')}
      query={query}
      items={items}
      nothing={posts.length === 0 ? t('commands.noPosts') : t('commands.noMatches')}
      onQuery={(typed) => (typed.startsWith('>') ? openDialog('commands') : setQuery(typed))}
      onChoose={choose}
    />
  )
}

export interface PaletteProps {
  readonly posts: readonly PostSummary[]
}

/** The command palette, and Go to post. */
export const Palette = ({ posts }: PaletteProps) => {
  const { open, opened } = useDialog()
  return (
    <>
      <Panel open={open === 'commands'} onClose={closeDialog} label={t('titles.command-palette')} width={600}>
        <Commands key={opened} />
      </Panel>
      <Panel open={open === 'posts'} onClose={closeDialog} label={t('commands.goToPost')} width={600}>
        <Posts key={opened} posts={posts} />
      </Panel>
    </>
  )
}
