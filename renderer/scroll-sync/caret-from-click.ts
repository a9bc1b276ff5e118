import { EditorView } from '@codemirror/view'
import { editorView } from '../document/document-store'
import type { ShownBlock } from '../preview/page/blocks'
import type { PreviewSession } from '../preview/session/preview-session'
import { lineOfY } from './line-map'
import { blockAnchors } from './page-anchors'
import { placeOfWord, wordAt } from './word-places'

/** A click in the preview moves the caret, a double click also selects the word in the source. */
export const followClicks = ({ frame, blocks }: PreviewSession): (() => void) => {
  const page = frame.document
  const clicked = (event: MouseEvent) => {
    const target = event.target as Element | null
    if (event.button !== 0 || target?.closest?.('a, input, summary')) return
    const selection = page.getSelection()
    if (event.type === 'click' && selection && !selection.isCollapsed) return // text was selected
    const block = blocks.all.find(({ nodes }) => nodes.some((node) => node.contains(target)))
    if (block) goTo(block, page, event)
  }
  page.addEventListener('click', clicked)
  page.addEventListener('dblclick', clicked)
  return () => {
    page.removeEventListener('click', clicked)
    page.removeEventListener('dblclick', clicked)
  }
}

const goTo = (block: ShownBlock, page: Document, event: MouseEvent): void => {
  const view = editorView()
  if (!view) return
  const { doc } = view.state
  const from = doc.line(Math.min(block.line + 1, doc.lines)).from
  const to = doc.line(Math.min(Math.max(block.endLine, block.line + 1), doc.lines)).to
  const caret = page.caretRangeFromPoint(event.clientX, event.clientY)
  const found = caret && wordUnder(block, caret)
  const source = doc.sliceString(from, to)
  const at = found?.word ? placeOfWord(source, found.word, found.nth) : -1
  if (found && at >= 0) {
    const start = from + at
    const selection =
      event.type === 'dblclick'
        ? { anchor: start, head: start + found.word.length }
        : { anchor: start + found.inside }
    show(view, selection)
    return
  }
  const line = Math.floor(lineOfY(blockAnchors(block), event.clientY))
  show(view, { anchor: doc.line(Math.max(1, Math.min(line + 1, doc.lines))).from })
}

const show = (view: EditorView, selection: { readonly anchor: number; readonly head?: number }): void => {
  view.dispatch({
    selection,
    effects: EditorView.scrollIntoView(selection.anchor, { y: 'nearest', yMargin: 40 }),
    userEvent: 'select.preview',
  })
  view.focus()
}

/** The word at a caret on the page, its earlier occurrences in the block, and the offset of the caret in it. */
const wordUnder = (block: ShownBlock, caret: Range) => {
  const text = caret.startContainer
  if (text.nodeType !== Node.TEXT_NODE) return null
  const { word, from } = wordAt((text as Text).data, caret.startOffset)
  if (word === '') return null
  const before = textBefore(block, text as Text, from)
  return { word, nth: before.split(word).length - 1, inside: caret.startOffset - from }
}

const textBefore = (block: ShownBlock, text: Text, offset: number): string => {
  let before = ''
  for (const node of block.nodes) {
    if (!node.contains(text)) {
      before += node.textContent ?? ''
      continue
    }
    const walk = text.ownerDocument.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    for (let next = node === text ? text : walk.nextNode(); next && next !== text; next = walk.nextNode()) {
      before += (next as Text).data
    }
    break
  }
  return before + text.data.slice(0, offset)
}
