import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { assertNever } from '../../../shared/app-error'
import type { PostId, PostSummary } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { useSettings } from '../../base/settings-store'
import { useDocument } from '../../document/state/document-state'
import { trashPosts } from '../state/file-operations'
import { useLibrary } from '../state/library-store'
import { openFromList, toggleFeatured } from '../state/post-actions'
import {
  besideGone,
  positionOf,
  type SelectHow,
  selectedAfter,
  selectedPosts,
  useSelection,
} from '../state/selection'
import { actOfKey, howOfPress, type ListAct } from './list-keys'
import { type ListRows, listRows } from './list-rows'
import styles from './post-list.module.css'
import { PostMenu } from './post-menu'
import { PostRow } from './post-row'
import type { ShownPosts } from './use-shown-posts'

const rowHeight = 70
const headingHeight = 34

const byPlace = (index: number): number => index

const elementIdOf = (position: number) => `post-row-${position}`

const Heading = ({ label, count }: { readonly label: string; readonly count: number }) => (
  <div className={styles.heading}>
    <span className={styles.label} dir="auto">
      {label}
    </span>
    <span className={styles.count}>{count}</span>
  </div>
)

/** The virtual rows of the list, and a function that scrolls a post into view; false if the post is not listed. */
const useVirtualRows = (rows: ListRows, current: PostId | null) => {
  const scroller = useRef<HTMLDivElement>(null)
  const keyAt = useCallback((index: number) => rows.keyAt(index), [rows])
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    getItemKey: rows.hasHeadings ? keyAt : byPlace, // a new function makes the virtualizer measure all rows again
    estimateSize: (index) => (rows.isHeading(index) ? headingHeight : rowHeight),
    overscan: 6,
  })
  const reveal = useCallback(
    (id: PostId) => {
      const position = positionOf(rows.posts, id)
      if (position >= 0) virtual.scrollToIndex(rows.rowOf(position))
      return position >= 0
    },
    [rows, virtual],
  )
  // A new search scrolls to the top, where the best results are.
  const query = useLibrary((state) => state.query)
  const searched = useRef(query)
  useEffect(() => {
    if (searched.current === query) return
    searched.current = query
    virtual.scrollToOffset(0)
  }, [query, virtual])
  // A post opened from elsewhere is scrolled into view once, not at every change of the list.
  const revealed = useRef<PostId | null>(null)
  useEffect(() => {
    if (current !== null && revealed.current !== current && reveal(current)) revealed.current = current
  }, [current, reveal])
  return { scroller, virtual, reveal }
}

interface Listed {
  readonly shown: readonly PostSummary[]
  readonly selected: ReadonlySet<PostId>
  readonly select: (id: PostId, how: SelectHow) => void
  readonly reveal: (id: PostId) => boolean
  readonly open: (id: PostId, thenWrite: boolean) => void
}

/** Does what a key asks for; `post` is the one that it moves to, otherwise the active one. */
const perform = (
  act: ListAct,
  post: PostSummary,
  { shown, selected, select, reveal, open }: Listed,
): void => {
  switch (act.kind) {
    case 'move':
      select(post.id, act.how)
      reveal(post.id)
      break
    case 'open':
      open(post.id, act.thenWrite)
      break
    case 'toggle':
      select(post.id, 'toggle')
      break
    case 'star':
      toggleFeatured(selectedPosts(shown, selected, post), !post.featured)
      break
    case 'trash': {
      const gone = selectedPosts(shown, selected, post)
      const next = besideGone(shown, gone)
      if (next) select(next.id, 'move')
      void trashPosts(gone)
      break
    }
    case 'all':
      useSelection.setState({ ids: new Set(shown.map(({ id }) => id)), anchor: shown[0]?.id ?? null })
      break
    default:
      assertNever(act)
  }
}

/** The virtual list of posts. It is one tab stop; arrow keys move inside. */
export const PostList = ({ posts, hits }: ShownPosts) => {
  const group = useSettings((settings) => settings.libraryGroup)
  const current = useDocument((state) => state.opening ?? state.post?.id ?? null)
  const { ids: selected, active } = useSelection()
  const [focused, setFocused] = useState(false)
  const rows = useMemo(() => listRows(posts, group, hits), [posts, group, hits])
  const shown = rows.posts
  const at = useMemo(() => (active === null ? -1 : positionOf(shown, active)), [shown, active])
  const { scroller, virtual, reveal } = useVirtualRows(rows, current)

  const select = (id: PostId, how: SelectHow) =>
    useSelection.setState((selection) => selectedAfter(selection, shown, id, how))
  const newestSelect = useRef(select) // rows are drawn once and keep their handlers
  newestSelect.current = select

  const lineOf = useRef((_id: PostId): number | undefined => undefined)
  lineOf.current = (id) => hits.find(({ post }) => post.id === id)?.line?.line

  const press = useCallback((id: PostId, event: PointerEvent) => {
    if (event.button !== 0) return
    const how = howOfPress(event)
    newestSelect.current(id, how)
    if (how === 'one') openFromList(id, false, lineOf.current(id))
  }, [])
  const star = useCallback((post: PostSummary) => toggleFeatured([post], !post.featured), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1)
    const act = actOfKey(event, at, shown.length, page)
    const post = shown[act?.kind === 'move' ? act.to : at]
    if (!act || !post) return
    event.preventDefault()
    const open = (id: PostId, thenWrite: boolean) => openFromList(id, thenWrite, lineOf.current(id))
    perform(act, post, { shown, selected, select, reveal, open })
  }

  const onFocus = () => {
    setFocused(true)
    if (at >= 0) return
    const start = shown[Math.max(0, current === null ? 0 : positionOf(shown, current))]
    if (start) select(start.id, 'move')
  }

  const listbox = (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={t('titles.view-posts')}
      aria-multiselectable
      aria-activedescendant={focused && at >= 0 ? elementIdOf(at) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={() => setFocused(false)}
    >
      <div className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, size, start }) => {
          const row = rows.at(index)
          if (!row) return null
          return (
            <div
              key={rows.keyAt(index)}
              className={styles.line}
              style={{ height: size, transform: `translateY(${start}px)` }}
              role="presentation"
            >
              {row.kind === 'heading' ? (
                <Heading label={row.label} count={row.count} />
              ) : (
                <PostRow
                  post={row.post}
                  elementId={elementIdOf(row.position)}
                  selected={
                    selected.size > 1 ? selected.has(row.post.id) : row.post.id === (current ?? active)
                  }
                  current={row.post.id === current}
                  active={focused && row.post.id === active}
                  position={row.position + 1}
                  count={shown.length}
                  onPress={press}
                  onStar={star}
                  line={row.line}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
  return <PostMenu area={listbox} posts={shown} />
}
