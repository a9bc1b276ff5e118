import { acceptCompletion, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, historyKeymap, indentWithTab } from '@codemirror/commands'
import { foldCode, unfoldCode } from '@codemirror/language'
import { searchKeymap } from '@codemirror/search'
import { Prec } from '@codemirror/state'
import { type Command, keymap } from '@codemirror/view'
import { commands, keyOf } from '../../../shared/commands'
import { isMac } from '../../base/platform'

const byPlace: Readonly<Record<string, Command>> = { BracketLeft: foldCode, BracketRight: unfoldCode }

type FoldKey = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/**
 * The folding command of a key; undefined for any other. The position of the key counts, not its character: brackets
 * need AltGr on many layouts.
 */
export const foldCommandOf = (event: FoldKey, mac: boolean): Command | undefined => {
  const { ctrlKey, metaKey, shiftKey, altKey } = event
  const isHeld = mac ? metaKey && altKey && !ctrlKey && !shiftKey : ctrlKey && shiftKey && !metaKey && !altKey
  return isHeld ? byPlace[event.code] : undefined
}

/** Ctrl+Shift, on macOS Command+Option, with the keys that are brackets in the US layout. */
const foldKeys = keymap.of([{ any: (view, event) => foldCommandOf(event, isMac)?.(view) ?? false }])

const leftToTheField = new Set(['undo', 'redo'])
const taken = new Set(
  commands.filter(({ id }) => !leftToTheField.has(id)).map((command) => keyOf(command, isMac)),
)
const standing = [...closeBracketsKeymap, ...historyKeymap, ...searchKeymap, ...defaultKeymap]

/**
 * The keys of the text, except those in the table of commands, so that menu, palette and tooltips show the keys that
 * really run them.
 */
export const editorKeys = [
  foldKeys,
  // An open completion list handles these keys before they continue lists, indent or go to another cell.
  Prec.highest(keymap.of(['Enter', 'Tab'].map((key) => ({ key, run: acceptCompletion })))),
  keymap.of([
    ...completionKeymap,
    ...standing.filter(({ key, mac }) => !taken.has((isMac && mac) || key)),
    indentWithTab, // Ctrl+M or Escape gives Tab back to the focus
  ]),
]
