import { create } from 'zustand'
import type { PostId } from '../../shared/posts/post'
import { t } from '../../shared/texts/translate'
import { registerCommand } from '../base/command-bus'
import { showError, showNotice } from '../base/notices'
import { recentPosts } from '../document/reading/recent-posts'
import { openPost } from '../document/show-post'
import { useDocument } from '../document/state/document-state'

export interface Switcher {
  /** The posts to choose from, the shown one first; null while the list is closed. */
  readonly posts: readonly PostId[] | null
  readonly at: number
}

const closed: Switcher = { posts: null, at: 0 }

/** The list of recent posts while Ctrl is held. */
export const useSwitcher = create<Switcher>(() => closed)

/** Moves the choice by this many, wrapping around. */
export const moveChoice = (by: number): void =>
  useSwitcher.setState(({ posts, at }) => ({ at: posts ? (at + by + posts.length) % posts.length : 0 }))

/** Changes the choice. */
export const choose = (at: number): void => useSwitcher.setState({ at })

/** Closes the list without opening a post. */
export const closeSwitcher = (): void => useSwitcher.setState(closed)

/** Opens the chosen post and closes the list. */
export const openChoice = (): void => {
  const { posts, at } = useSwitcher.getState()
  closeSwitcher()
  const id = posts?.[at]
  if (id !== undefined && id !== useDocument.getState().post?.id) openPost(id).catch(showError)
}

/** Handles the keys of the switcher; from a menu, where no key is held, the post is opened at once. */
export const startSwitcher = (isListed: (id: PostId) => boolean): void => {
  const step = (by: -1 | 1, key: KeyboardEvent | null): void => {
    if (useSwitcher.getState().posts) {
      moveChoice(by)
      return
    }
    if (document.querySelector('[data-modal]')) return // it keeps the focus, and with it the keys
    const shown = useDocument.getState().post?.id
    const others = recentPosts().filter((id) => id !== shown && isListed(id))
    if (others.length === 0) {
      showNotice({ kind: 'info', text: t('editor.noOtherPost') })
      return
    }
    const posts = shown === undefined ? others : [shown, ...others]
    const first = by < 0 ? posts.length - 1 : shown === undefined ? 0 : 1
    useSwitcher.setState({ posts, at: first })
    if (!key?.ctrlKey) openChoice()
  }
  registerCommand('next-recent-post', (key) => step(1, key))
  registerCommand('previous-recent-post', (key) => step(-1, key))
}
