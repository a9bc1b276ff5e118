import { isMac } from './platform'

/** What a key press is made of, as the page is told of it. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

// Keys that carry another sign with Shift or on another layout are known by their place on the keyboard.
const codes: Readonly<Record<string, string>> = {
  '`': 'Backquote',
  '\\': 'Backslash',
  ';': 'Semicolon',
  ',': 'Comma',
}

const codeOf = (name: string): string | undefined => {
  if (/^[0-9]$/.test(name)) return `Digit${name}`
  if (/^[a-z]$/.test(name)) return `Key${name.toUpperCase()}`
  return codes[name]
}

const sameKey = (press: KeyPress, name: string): boolean => {
  if (press.key.toLowerCase() === name.toLowerCase()) return true
  // A Latin letter that the layout has elsewhere is not meant by its place, a letter of another script is.
  const foreign = !/^[\x20-\x7e]$/.test(press.key)
  const letter = /^[a-z]$/.test(name)
  return press.code === codeOf(name) && (foreign || !letter)
}

/** Whether a press is the key `key`, written as CodeMirror writes keys: `Mod-Shift-f`. */
export const isKey = (press: KeyPress, key: string, mac = isMac): boolean => {
  const parts = key.split('-')
  const name = key.endsWith('--') ? '-' : (parts.at(-1) ?? '')
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier)
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  return (
    mod === wants('Mod') &&
    !other &&
    press.shiftKey === wants('Shift') &&
    press.altKey === wants('Alt') &&
    sameKey(press, name)
  )
}
