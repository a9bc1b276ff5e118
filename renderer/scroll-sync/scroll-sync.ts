import { getSettings } from '../base/settings-store'
import { editorView } from '../document/document-store'
import { onShownText } from '../document/state/document-events'
import type { PreviewSession } from '../preview/session/preview-session'
import { followClicks } from './caret-from-click'
import { atEnd, scrollTopFor, topLine } from './editor-position'
import { type Anchor, inOrder, lineOfY, yOfLine } from './line-map'
import { anchorsAround, blockAnchors, indexAtY } from './page-anchors'

type Side = 'editor' | 'preview'

const userActs = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const
/** Milliseconds in which the target is corrected, because heights of content not yet laid out are estimates. */
const corrections = 4
/** Milliseconds after a key in which only real scrolling is synchronized: measuring the page causes a layout. */
const restMs = 120

/**
 * Keeps both panes at the same lines. The pane that the user scrolls leads; scroll events of the other are ignored.
 * Returns an unsubscribe function.
 */
export const startScrollSync = (session: PreviewSession): (() => void) => {
  const { frame } = session
  const page = frame.document.scrollingElement
  if (!page) throw new Error('The frame cannot scroll')
  const stops: (() => void)[] = []
  let leader: Side = 'editor'
  let isScheduled = false
  let resting: ReturnType<typeof setTimeout> | undefined
  let editor: ReturnType<typeof editorView> = null

  const listen = (target: EventTarget, kinds: readonly string[], listener: (event: Event) => void) => {
    for (const kind of kinds) {
      target.addEventListener(kind, listener, { capture: true, passive: true })
      stops.push(() => target.removeEventListener(kind, listener, { capture: true }))
    }
  }
  const schedule = (left = corrections) => {
    if (isScheduled) return
    isScheduled = true
    requestAnimationFrame(() => {
      isScheduled = false
      const moved = follow()
      if (moved && left > 0) schedule(left - 1)
    })
  }
  const follow = (): boolean => {
    const view = editorView()
    if (!view || !getSettings().syncScroll) return false
    return leader === 'editor' ? showInPreview(session, page, view) : showInEditor(session, page, view)
  }
  const attach = () => {
    const view = editorView()
    if (!view || view === editor) return
    editor = view
    listen(view.scrollDOM, userActs, () => {
      leader = 'editor'
    })
    listen(view.scrollDOM, ['scroll'], () => {
      if (leader === 'editor') schedule()
    })
  }
  attach()
  listen(frame.document, userActs, () => {
    leader = 'preview'
  })
  listen(frame.document, ['scroll'], () => {
    if (leader === 'preview') schedule()
  })
  stops.push(
    onShownText((edit) => {
      attach()
      if (edit.kind === 'opened') leader = 'editor'
    }),
    session.onLayout(() => {
      clearTimeout(resting)
      resting = setTimeout(() => {
        attach()
        if (leader === 'editor') schedule()
      }, restMs)
    }),
    followClicks(session),
  )
  schedule()
  return () => {
    clearTimeout(resting)
    for (const stop of stops) stop()
  }
}

const topAnchor = (page: Element): Anchor => ({ line: -1, y: -page.scrollTop })

/** Scrolls the preview to the editor's top line; true if it moved. */
const showInPreview = (
  session: PreviewSession,
  page: Element,
  view: NonNullable<ReturnType<typeof editorView>>,
): boolean => {
  const before = page.scrollTop
  if (atEnd(view.scrollDOM)) {
    page.scrollTop = page.scrollHeight
    return Math.abs(page.scrollTop - before) > 1
  }
  const line = topLine(view)
  const index = Math.max(0, session.blocks.indexAtLine(line))
  const around = anchorsAround(session.blocks, index)
  const anchors = index === 0 ? inOrder([topAnchor(page), ...around]) : around
  if (anchors.length === 0) return false
  const goal = before + yOfLine(anchors, line)
  if (Math.abs(goal - before) <= 1) return keepCaretInView(session, page, view)
  page.scrollTop = goal
  return keepCaretInView(session, page, view) || Math.abs(page.scrollTop - before) > 1
}

/** Scrolls the block of the caret into view in the preview if the caret is visible in the editor. */
const keepCaretInView = (
  session: PreviewSession,
  page: Element,
  view: NonNullable<ReturnType<typeof editorView>>,
): boolean => {
  if (!view.hasFocus) return false
  const { head } = view.state.selection.main
  const box = view.scrollDOM.getBoundingClientRect()
  const caret = view.lineBlockAt(head)
  const top = caret.top + view.documentTop
  if (top < box.top || top > box.bottom) return false
  const line = view.state.doc.lineAt(head).number - 1
  const block = session.blocks.all[session.blocks.indexAtLine(line)]
  const anchors = block ? blockAnchors(block) : []
  if (anchors.length === 0) return false
  const y = yOfLine(anchors, line)
  const room = page.clientHeight
  const margin = Math.min(48, room / 6)
  if (y >= 0 && y <= room - margin) return false
  const before = page.scrollTop
  page.scrollTop = y < 0 ? before + y - margin : before + y - room + margin
  return Math.abs(page.scrollTop - before) > 1
}

/** Scrolls the editor to the preview's top; true if it moved. */
const showInEditor = (
  session: PreviewSession,
  page: Element,
  view: NonNullable<ReturnType<typeof editorView>>,
): boolean => {
  const before = view.scrollDOM.scrollTop
  if (atEnd(page)) {
    view.scrollDOM.scrollTop = view.scrollDOM.scrollHeight
  } else {
    const index = indexAtY(session.blocks, 0)
    if (index < 0) return false
    const around = anchorsAround(session.blocks, index)
    const anchors = index <= 1 ? inOrder([topAnchor(page), ...around]) : around
    if (anchors.length === 0) return false
    view.scrollDOM.scrollTop = scrollTopFor(view, lineOfY(anchors, 0))
  }
  return Math.abs(view.scrollDOM.scrollTop - before) > 1
}
