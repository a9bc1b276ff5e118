import { completionStatus } from '@codemirror/autocomplete'
import { Prec, type StateCommand } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { closeFence } from './close-fence'
import { deleteGrapheme } from './delete-grapheme'
import { indentItem, outdentItem } from './list-indent'
import { listOrder } from './list-order'
import { parseToCaret } from './parse-to-caret'
import { smartQuotes } from './smart-quotes'
import { wrapByTyping } from './wrap-selection'

const unlessCompleting =
  (command: StateCommand): StateCommand =>
  (target) =>
    completionStatus(target.state) !== 'active' && command(target)

/** Help while typing: markup characters wrap a selection, lists are renumbered, fences are closed. */
export const typingHelp = [
  wrapByTyping,
  smartQuotes,
  listOrder,
  Prec.highest(keymap.of(['Enter', 'Backspace'].map((key) => ({ key, run: parseToCaret })))),
  Prec.high(
    keymap.of([
      { key: 'Tab', run: unlessCompleting(indentItem), shift: unlessCompleting(outdentItem) },
      { key: 'Enter', run: unlessCompleting(closeFence) },
    ]),
  ),
  keymap.of([{ key: 'Backspace', run: deleteGrapheme }]), // before the default key, after those of lists and tables
]
