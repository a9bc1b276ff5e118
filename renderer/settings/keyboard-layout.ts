import { create } from 'zustand'

/** Chromium's part of the page that knows the keyboard (wicg.github.io/keyboard-map). */
interface Keyboard {
  readonly getLayoutMap: () => Promise<ReadonlyMap<string, string>>
}

/** What the keys of the layout in use print, by their places (`BracketLeft`); empty until it has been read. */
export const useKeyboardLayout = create<{ readonly printed: ReadonlyMap<string, string> }>(() => ({
  printed: new Map(),
}))

/** Reads the layout in use, which people switch while the app runs. */
export const readKeyboardLayout = async (): Promise<void> => {
  const { keyboard } = navigator as { readonly keyboard?: Keyboard }
  if (keyboard) useKeyboardLayout.setState({ printed: await keyboard.getLayoutMap() })
}

/** What is printed on the key at a place, as a capital where it has one; `usKey` where the layout is not known. */
export const keyAt = (place: string, usKey: string, printed: ReadonlyMap<string, string>): string => {
  const sign = printed.get(place) ?? usKey
  const capital = sign.toUpperCase()
  return capital.length === sign.length ? capital : sign // `ß` is no “SS”
}
