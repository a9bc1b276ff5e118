import { completionStatus } from '@codemirror/autocomplete'
import { deleteMarkupBackward } from '@codemirror/lang-markdown'
import { Prec, type StateCommand } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { continueBlock, endBlock, newLineWithin } from '../lists/end'
import { indentItem, outdentItem } from '../lists/indent'
import { listOrder } from '../lists/order'
import { closeFence } from './close-fence'
import { deleteGrapheme } from './delete-grapheme'
import { parseToCaret } from './parse-to-caret'
import { smartQuotes } from './smart-quotes'
import { wrapByTyping } from './wrap-selection'

const unlessCompleting =
  (command: StateCommand): StateCommand =>
  (target) =>
    completionStatus(target.state) !== 'active' && command(target)

const enter: StateCommand = (target) => closeFence(target) || endBlock(target) || continueBlock(target)

/** Help while typing: markup characters wrap a selection, lists are renumbered, fences are closed. */
export const typingHelp = [
  wrapByTyping,
  smartQuotes,
  listOrder,
  Prec.highest(keymap.of(['Enter', 'Backspace'].map((key) => ({ key, run: parseToCaret })))),
  Prec.high(
    keymap.of([
      { key: 'Tab', run: unlessCompleting(indentItem), shift: unlessCompleting(outdentItem) },
      { key: 'Enter', run: unlessCompleting(enter), shift: unlessCompleting(newLineWithin) },
      { key: 'Backspace', run: deleteMarkupBackward },
    ]),
  ),
  keymap.of([{ key: 'Backspace', run: deleteGrapheme }]), // before the default key, after those of lists and tables
]
