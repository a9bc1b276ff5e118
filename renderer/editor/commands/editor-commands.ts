import { redo, undo } from '@codemirror/commands'
import { foldAll, foldCode, unfoldAll, unfoldCode } from '@codemirror/language'
import type { StateCommand } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { CommandId } from '../../../shared/commands'
import { t } from '../../../shared/texts/translate'
import { registerCommand } from '../../base/command-bus'
import { showNotice } from '../../base/notices'
import { editorView } from '../../document/document-store'
import { openSearch } from '../search/search-panel'
import {
  makeParagraph,
  toggleBulletList,
  toggleCodeBlock,
  toggleHeading,
  toggleNumberedList,
  toggleQuote,
  toggleTaskList,
} from './block-commands'
import { jumpFootnote } from './footnotes'
import { toggleBold, toggleInlineCode, toggleItalic, toggleStrikethrough } from './inline-commands'
import {
  insertAlert,
  insertDiagram,
  insertFootnote,
  insertFormula,
  insertLink,
  insertRule,
  insertTable,
} from './insert-commands'

const textCommands: Readonly<Partial<Record<CommandId, StateCommand>>> = {
  bold: toggleBold,
  italic: toggleItalic,
  strikethrough: toggleStrikethrough,
  'inline-code': toggleInlineCode,
  paragraph: makeParagraph,
  'heading-1': toggleHeading(1),
  'heading-2': toggleHeading(2),
  'heading-3': toggleHeading(3),
  'heading-4': toggleHeading(4),
  'heading-5': toggleHeading(5),
  'heading-6': toggleHeading(6),
  quote: toggleQuote,
  'bullet-list': toggleBulletList,
  'numbered-list': toggleNumberedList,
  'task-list': toggleTaskList,
  link: insertLink,
  'code-block': toggleCodeBlock,
  table: insertTable,
  'horizontal-rule': insertRule,
  alert: insertAlert,
  diagram: insertDiagram,
  'math-block': insertFormula,
  footnote: insertFootnote,
}

const inView = (run: (view: EditorView) => unknown) => () => {
  const view = editorView()
  if (view) run(view)
}

/** Undo and redo in the menu apply to the focused field; each field has its own history. */
const inFieldOr = (command: 'undo' | 'redo', run: () => void) => () => {
  if (document.activeElement?.matches('input, textarea')) document.execCommand(command)
  else run()
}

const jumpOrSay = (view: EditorView): void => {
  if (jumpFootnote(view)) view.focus()
  else showNotice({ kind: 'info', text: t('editor.noFootnote') })
}

/** Registers the commands of the text while a text is shown; returns an unsubscribe function. */
export const registerTextCommands = (): (() => void) => {
  const stops = Object.entries(textCommands).map(([id, command]) =>
    registerCommand(
      id as CommandId,
      inView((view) => {
        command(view)
        view.focus()
      }),
    ),
  )
  stops.push(
    registerCommand('jump-footnote', inView(jumpOrSay)),
    registerCommand('undo', inFieldOr('undo', inView(undo))),
    registerCommand('redo', inFieldOr('redo', inView(redo))),
    registerCommand(
      'find',
      inView((view) => openSearch(view, false)),
    ),
    registerCommand(
      'replace',
      inView((view) => openSearch(view, true)),
    ),
    registerCommand('fold', inView(foldCode)),
    registerCommand('unfold', inView(unfoldCode)),
    registerCommand('fold-all', inView(foldAll)),
    registerCommand('unfold-all', inView(unfoldAll)),
    registerCommand(
      'focus-editor',
      inView((view) => view.focus()),
    ),
  )
  return () => {
    for (const stop of stops) stop()
  }
}
