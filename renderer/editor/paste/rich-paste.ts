import { isolateHistory } from '@codemirror/commands'
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { SyntaxNode } from '@lezer/common'
import { imagesAmong } from '../../../shared/images/pasted-files'
import { t } from '../../../shared/texts/translate'
import { showError, showNotice } from '../../base/notices'
import { headOfState } from '../../document/state/head-field'
import { isAddress } from '../commands/insert-commands'
import { trackPosition } from '../view/tracked-position'
import { codeOf } from './copied-code'
import { addressOverWords, tableOfText } from './copied-text'
import { fitBlock } from './fit-block'
import { importPictures, type PastedMarkdown } from './import-pictures'
import { noteLabels } from './pasted-notes'
import { offerToCopy } from './remote-pictures'

/** Longer HTML is pasted as text. */
const longestHtml = 5_000_000
const plainPlaces = new Set([
  'FencedCode',
  'CodeBlock',
  'InlineCode',
  'HTMLBlock',
  'CommentBlock',
  'Table',
  'URL',
])

/** Whether a position takes only plain text: code, the head, a table cell, an address. */
const takesPlainOnly = (state: EditorState, from: number, to: number): boolean => {
  if (from < headOfState(state).split.bodyFrom) return true
  const tree = ensureSyntaxTree(state, to, 50) ?? syntaxTree(state)
  for (let node: SyntaxNode | null = tree.resolveInner(from, -1); node; node = node.parent)
    if (plainPlaces.has(node.name)) return true
  return false
}

/** Inserts the plain text first, so that one undo returns to it; then replaces it by markdown. */
const pasteTwice = async (
  view: EditorView,
  plain: string,
  markdownOf: () => PastedMarkdown | Promise<PastedMarkdown>,
): Promise<void> => {
  const { from, to } = view.state.selection.main
  const before = view.state
  const text = view.state.toText(plain)
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + text.length },
    scrollIntoView: true,
    userEvent: 'input.paste',
    annotations: isolateHistory.of('full'),
  })
  const place = trackPosition(view, from, -1)
  const length = text.length
  try {
    const { markdown, effects } = await markdownOf()
    const at = place.position()
    if (markdown === '' || !view.state.sliceDoc(at, at + length).startsWith(text.toString())) return
    const insert = fitBlock(markdown, before, from, to)
    if (insert === text.toString()) return
    view.dispatch({
      changes: { from: at, to: at + length, insert },
      selection: { anchor: at + insert.length },
      effects,
      scrollIntoView: true,
      userEvent: 'input.paste',
      annotations: isolateHistory.of('full'),
    })
    offerToCopy(view, markdown)
  } finally {
    place.release()
  }
}

const convert = async (html: string, post: string): Promise<PastedMarkdown> => {
  // Loaded with the first paste: the sanitizer and the rules are large.
  const { htmlToMarkdown } = await import('./html-to-markdown')
  let lost = 0
  const onLost = () => {
    lost += 1
  }
  const markdown = htmlToMarkdown(html, onLost, noteLabels(post))
  if (lost > 0) showNotice({ kind: 'info', text: t('editor.imagesNotPasted', { count: lost }) })
  return importPictures(markdown)
}

/** Pastes rich text of other programs as clean markdown. */
export const richPaste: Extension = EditorView.domEventHandlers({
  paste(event, view) {
    const data = event.clipboardData
    const { state } = view
    const { from, to } = state.selection.main
    if (!data || state.readOnly || state.selection.ranges.length > 1) return false
    const html = data.getData('text/html')
    const plain = data.getData('text/plain').replace(/\r\n?/g, '\n')
    const hasOnlyImage = plain === '' && imagesAmong(data.files).length > 0
    const link = addressOverWords(state, plain)
    if (link) {
      event.preventDefault()
      view.dispatch(link)
      return true
    }
    const table = html === '' && !takesPlainOnly(state, from, to) ? tableOfText(plain) : null
    if (table !== null) {
      event.preventDefault()
      pasteTwice(view, plain, () => ({ markdown: table, effects: [] })).catch((error: unknown) =>
        showError(error, t('editor.pastedAsText')),
      )
      return true
    }
    if (html === '' || html.length > longestHtml || hasOnlyImage || isAddress(plain.trim())) return false
    if (takesPlainOnly(state, from, to)) return false
    const code = codeOf(html, plain, data.getData('vscode-editor-data'))
    if (code === '') return false
    event.preventDefault()
    pasteTwice(view, plain, () =>
      code === null ? convert(html, state.doc.toString()) : { markdown: code, effects: [] },
    ).catch((error: unknown) => showError(error, t('editor.pastedAsText')))
    return true
  },
})
