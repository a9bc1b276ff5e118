import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
  snippet,
} from '@codemirror/autocomplete'
import type { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { itemAt } from '../../../shared/base/item-at'
import { type CommandId, commandOf } from '../../../shared/commands'
import { t } from '../../../shared/texts/translate'
import { runCommand } from '../../base/command-bus'
import { type Insertion, insertionsNow } from '../../base/insertions/insertions'
import { templateOf } from '../../base/insertions/snippet-template'
import { snippetsNow } from '../../base/insertions/snippets'
import { shortcutOf } from '../../base/platform'
import { containerIn, continuedIn, insertBlock } from '../commands/insert-block'
import { isInWords } from '../parse/places'

/** What can be inserted on an empty line, the most frequent first; `words` find it too. */
const insertions: readonly (readonly [id: CommandId, words?: string | undefined, detail?: string])[] = [
  ['heading-2'],
  ['heading-3'],
  ['heading-1'],
  ['heading-4'],
  ['bullet-list'],
  ['numbered-list', t('editor.insertNumbered')],
  ['task-list', t('editor.insertTasks')],
  ['quote'],
  ['table', undefined, t('editor.twoColumns')],
  ['insert-image', t('editor.insertPicture')],
  ['code-block'],
  ['footnote'],
  ['alert', t('editor.insertCallout')],
  ['diagram', t('editor.insertDiagram'), 'Mermaid'],
  ['math-block', t('editor.insertMath'), 'TeX'],
  ['horizontal-rule', t('editor.insertDivider')],
]

const opened = /^\s*(?:>\s?)*(?:(?:[-+*]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?\/([^/\n]{0,40})$/

/** Removes the `/` and the text after it, then runs the choice. What it begins may need a blank line below. */
const inPlaceOf =
  (
    run: (view: EditorView, at: number) => void,
    blankBelow: (state: EditorState, at: number) => boolean = () => false,
  ) =>
  (view: EditorView, completion: Completion, from: number, to: number): void => {
    view.dispatch({
      changes: { from: from - 1, to, insert: blankBelow(view.state, from) ? '\n' : '' },
      selection: { anchor: from - 1 },
      userEvent: 'input.complete',
      annotations: pickedCompletion.of(completion),
    })
    run(view, from - 1)
  }

const lists = new Set<CommandId>(['bullet-list', 'numbered-list', 'task-list', 'quote'])

/** Whether the line below is text that would continue a list or quote begun at an offset. */
const wouldContinue = ({ doc }: EditorState, at: number): boolean => {
  const line = doc.lineAt(at)
  const below = line.number < doc.lines ? doc.line(line.number + 1).text : ''
  return containerIn(line.text) === '' && below.trim() !== '' && containerIn(below) === ''
}

const madeBy: Partial<Readonly<Record<CommandId, RegExp>>> = {
  'bullet-list': /[-*+]\s+$/,
  'numbered-list': /\d[.)]\s+$/,
  'task-list': /\[[ xX]\]\s+$/,
}
const insertQuote = insertBlock('> ', { from: 2, to: 2 })

/** Runs an insert command; its key would turn a list or quote off where there is one. */
const insertOrStay = (view: EditorView, id: CommandId): void => {
  const { text } = view.state.doc.lineAt(view.state.selection.main.head)
  if (madeBy[id]?.test(text)) return
  if (id === 'quote' && containerIn(text) !== '') insertQuote(view)
  else runCommand(id)
}

const commandOption = ([id, words, detail]: (typeof insertions)[number], index: number): Completion => {
  const title = commandOf(id).title.replace(/…$/, '')
  return {
    label: words === undefined ? title : `${title} ${words}`,
    displayLabel: title,
    detail: detail ?? shortcutOf(id),
    boost: 50 - index,
    apply: inPlaceOf((view) => insertOrStay(view, id), lists.has(id) ? wouldContinue : undefined),
  }
}

/** The lines of a snippet in the quote or list item it begins in; the indent of its line is added by `snippet`. */
const inContainer = (body: string, { state }: EditorView, at: number): string => {
  const continued = continuedIn(containerIn(state.doc.lineAt(at).text).trimStart())
  return body.replace(
    /\n(?=(.?))/g,
    (_all, next: string) => `\n${next === '' ? continued.trimEnd() : continued}`,
  )
}

const snippetOption = ({ name, body }: { readonly name: string; readonly body: string }): Completion => ({
  label: name,
  detail: t('editor.snippet'),
  apply: inPlaceOf((view, at) => snippet(inContainer(templateOf(body), view, at))(view, null, at, at)),
})

const insertionOption = ({ name, detail, insert }: Insertion): Completion => ({
  label: name,
  detail,
  apply: inPlaceOf((view, at) => insert(view, at, continuedIn(containerIn(view.state.doc.lineAt(at).text)))),
})

/** Offers the insert commands at `/` on an empty line. */
export const completeSlash = (context: CompletionContext): CompletionResult | null => {
  const { state, pos } = context
  const line = state.doc.lineAt(pos)
  const found = opened.exec(line.text.slice(0, pos - line.from))
  if (!found || line.text.slice(pos - line.from).trim() !== '' || !isInWords(state, pos)) return null
  const options = [
    ...insertions.map(commandOption),
    ...snippetsNow().map(snippetOption),
    ...insertionsNow().map(insertionOption),
  ]
  return { from: pos - itemAt(found, 1).length, options, validFor: /^[^/\n]{0,40}$/ }
}
