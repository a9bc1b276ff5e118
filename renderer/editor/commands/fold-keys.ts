import { foldCode, unfoldCode } from '@codemirror/language'
import { type Command, keymap } from '@codemirror/view'
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
export const foldKeys = keymap.of([{ any: (view, event) => foldCommandOf(event, isMac)?.(view) ?? false }])
