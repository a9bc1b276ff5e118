import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { PostSummary } from '../../shared/posts/post'
import { filePart } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import styles from './post-switcher.module.css'
import { choose, closeSwitcher, moveChoice, openChoice, useSwitcher } from './switcher-store'

/** Takes the focus while it is shown, to notice the release of Ctrl, and returns it. */
const useHeldFocus = () => {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    list.current?.focus()
    window.addEventListener('blur', closeSwitcher)
    return () => {
      window.removeEventListener('blur', closeSwitcher)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return list
}

const onKeyUp = (event: KeyboardEvent) => {
  if (event.key === 'Control') openChoice()
}

const onKeyDown = (event: KeyboardEvent) => {
  if (event.key === 'Escape') closeSwitcher()
  else if (event.key === 'Enter') openChoice()
  else if (event.key === 'ArrowDown') moveChoice(1)
  else if (event.key === 'ArrowUp') moveChoice(-1)
  else return
  event.preventDefault()
}

const List = ({ posts }: PostSwitcherProps) => {
  const { posts: ids, at } = useSwitcher()
  const list = useHeldFocus()
  const titles = useMemo(() => {
    const wanted = new Set(ids)
    return new Map(posts.filter(({ id }) => wanted.has(id)).map(({ id, title }) => [id, title]))
  }, [posts, ids])
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [list, at])
  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      tabIndex={-1}
      aria-label={t('editor.recentPosts')}
      aria-activedescendant={`recent-post-${at}`}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
    >
      {ids?.map((id, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the list
        // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active option
        <div
          key={id}
          id={`recent-post-${index}`}
          className={styles.post}
          role="option"
          aria-selected={index === at}
          onClick={() => {
            choose(index)
            openChoice()
          }}
        >
          <bdi className={styles.title}>{titles.get(id) ?? filePart(id)}</bdi>
          <bdi className={styles.path}>{id}</bdi>
        </div>
      ))}
    </div>
  )
}

export interface PostSwitcherProps {
  readonly posts: readonly PostSummary[]
}

/** The recent posts while Ctrl is held after Ctrl+Tab: Tab moves on, releasing Ctrl opens the chosen one. */
export const PostSwitcher = ({ posts }: PostSwitcherProps) => {
  const shown = useSwitcher((state) => state.posts !== null)
  return shown ? <List posts={posts} /> : null
}
