import { kindOf } from '../../../shared/markdown/links/links'
import { isOpenableLink } from '../../../shared/site/link-schemes'
import { tickChange } from '../../../shared/text/tick-change'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { readyFonts } from '../../base/look/ready-fonts'
import { showError, showNotice } from '../../base/notices'
import { followSiteLink, onPostTitles } from '../../base/site-links'
import { dispatchChanges, editorState, getText } from '../../document/document-store'
import { onShownText } from '../../document/state/document-events'
import { useDocument } from '../../document/state/document-state'
import { PageBlocks, type ShownBlock } from '../page/blocks'
import { drawDiagrams } from '../page/mermaid-diagrams'
import { showPostTitles } from '../page/post-titles'
import { followTheme, openFrame, type PreviewFrame } from '../page/preview-frame'
import { RenderClient, type RenderOptions } from '../render/render-client'
import { TypedParagraph } from './typed-paragraph'

/** Ticks a task in the source of the open post. */
const tickTask = (blocks: PageBlocks, box: Node, lineInBlock: number): void => {
  const block = blocks.all.find(({ nodes }) => nodes.some((node) => node.contains(box)))
  const state = editorState()
  const number = (block?.line ?? -1) + lineInBlock + 1
  if (!block || !state || number < 1 || number > state.doc.lines) return
  const { text, from } = state.doc.line(number)
  const change = tickChange(text, from)
  if (change) dispatchChanges([change], 'input.task')
}

/** The page in its frame, synchronized with the open post. */
export interface PreviewSession {
  readonly frame: PreviewFrame
  readonly blocks: PageBlocks
  readonly setOptions: (options: RenderOptions) => void
  /** Listens to layouts that may have changed heights on the page; returns an unsubscribe function. */
  readonly onLayout: (listener: () => void) => () => void
  readonly dispose: () => void
}

/** Fills a loaded frame and keeps it up to date; null if the frame is not ours. */
export const startPreview = (element: HTMLIFrameElement, options: RenderOptions): PreviewSession | null => {
  const frame = openFrame(element, {
    onLink: (href) => {
      openLink(href).catch((error: unknown) => showError(error, t('editor.linkNotOpened')))
    },
    onTask: (box, line) => tickTask(blocks, box, line),
    onResize: () => moved(),
  })
  if (!frame) return null
  const isDark = () => frame.document.documentElement.dataset.theme === 'dark'
  const layoutListeners = new Set<() => void>()
  const moved = () => {
    for (const listener of layoutListeners) listener()
  }
  const onDrawn = (block: ShownBlock) => {
    drawDiagrams(block.nodes, isDark, moved)
    showPostTitles(block.nodes)
  }
  const blocks = new PageBlocks(frame.post, frame.notes, onDrawn)
  const typed = new TypedParagraph(blocks)
  let chosen = options
  /** The version of a text that the page shows before the editor. */
  let ahead: number | null = null
  const open = (postId: string, version: number, text: string): Promise<void> => {
    settled = false
    typed.open(postId, chosen)
    return client.open(postId, version, text)
  }
  const client = new RenderClient(options, {
    currentText: getText,
    onProblem: (text) => showNotice({ kind: 'warning', text }),
    onPatch: (patch, { version, isFirst, finished, latest }) => {
      if (isFirst) {
        blocks.clear()
        frame.document.scrollingElement?.scrollTo({ top: 0 })
      }
      blocks.apply(patch, version)
      isWhole = finished && latest
      if (latest) stepWith()
      if (isFirst || patch.splices.length > 0 || patch.drawn.length > 0) moved()
      if (finished) settle()
    },
  })
  let isWhole = false
  const stepWith = () => typed.inStepWith(isWhole && ahead === null ? (editorState()?.doc ?? null) : null)
  let settled = false
  const settle = () => {
    if (settled) return
    settled = true
    blocks.guessHeights()
  }
  const change = (version: number, changes: unknown) => {
    const doc = editorState()?.doc
    if (!doc || !typed.type(version, changes, doc)) return client.change(version, changes)
    client.confirm(version, changes)
    moved()
  }
  const { post, version } = useDocument.getState()
  if (post) void open(post.id, version, getText())
  const stopEdits = onShownText((edit) => {
    switch (edit.kind) {
      case 'coming':
        ahead = edit.version
        return open(edit.postId, edit.version, edit.text)
      case 'opened': {
        const isThere = ahead === edit.version
        ahead = null
        if (!isThere) return open(edit.postId, edit.version, edit.text)
        queueMicrotask(stepWith) // by then the editor has it as well
        return
      }
      case 'changed':
        if (ahead === null) change(edit.version, edit.changes.toJSON())
        return
    }
  })
  readyFonts(frame.document, ['Source Serif 4 Variable', 'JetBrains Mono Variable']).catch(showError)
  const stopTheme = followTheme(frame.document)
  const stopTitles = onPostTitles(() => showPostTitles([frame.post]))
  return {
    frame,
    blocks,
    onLayout: (listener) => {
      layoutListeners.add(listener)
      return () => layoutListeners.delete(listener)
    },
    setOptions: (changed) => {
      if (JSON.stringify(changed) === JSON.stringify(chosen)) return
      settled = false
      chosen = changed
      client.setOptions(changed)
      const id = useDocument.getState().post?.id
      if (id !== undefined) typed.open(id, changed)
    },
    dispose: () => {
      stopEdits()
      stopTheme()
      stopTitles()
      client.dispose()
    },
  }
}

const openLink = async (href: string): Promise<void> => {
  // An address of the site itself may lead to a post as well.
  if (await followSiteLink(href)) return
  if (isOpenableLink(href)) {
    api.openExternal(href).catch((error: unknown) => showError(error, t('editor.linkNotOpened')))
    return
  }
  const isOfSite = kindOf(href) === 'relative'
  const text = isOfSite
    ? t('preview.linkOnSiteOnly', { href })
    : t('preview.linkKindNotOpened', { href: href.slice(0, 80) })
  showNotice({ kind: 'info', text })
}
