import { create } from 'zustand'

/** Chromium's keyboard API (wicg.github.io/keyboard-map). */
interface Keyboard {
  readonly getLayoutMap: () => Promise<ReadonlyMap<string, string>>
}

/** The characters of the current layout by key code (`BracketLeft`); empty until read. */
export const useKeyboardLayout = create<{ readonly printed: ReadonlyMap<string, string> }>(() => ({
  printed: new Map(),
}))

/** Reads the current layout, which can change while the app runs. */
export const readKeyboardLayout = async (): Promise<void> => {
  const { keyboard } = navigator as { readonly keyboard?: Keyboard }
  if (keyboard) useKeyboardLayout.setState({ printed: await keyboard.getLayoutMap() })
}

/** The character on a key, as a capital if it has one; `usKey` if the layout is unknown. */
export const keyAt = (place: string, usKey: string, printed: ReadonlyMap<string, string>): string => {
  const sign = printed.get(place) ?? usKey
  const capital = sign.toUpperCase()
  return capital.length === sign.length ? capital : sign // not “SS” for `ß`
}
