import { afterEach, expect, test, vi } from 'vitest'
import { keyAt, readKeyboardLayout, useKeyboardLayout } from '../../../renderer/settings/keyboard-layout'

afterEach(() => {
  vi.unstubAllGlobals()
  useKeyboardLayout.setState({ printed: new Map() })
})

/** The result of `getLayoutMap` for the keys that are brackets in the US layout. */
const layouts: Readonly<Record<string, readonly [left: string, right: string]>> = {
  US: ['[', ']'],
  German: ['ü', '+'],
  French: ['^', '$'],
  Swedish: ['å', '¨'],
  Dvorak: ['/', '='],
  Russian: ['х', 'ъ'],
}

test.each(Object.entries(layouts))(
  'the keys of a %s keyboard are named by what they print',
  async (_, keys) => {
    const [left, right] = keys
    const getLayoutMap = async () =>
      new Map([
        ['BracketLeft', left],
        ['BracketRight', right],
      ])
    vi.stubGlobal('navigator', { keyboard: { getLayoutMap } })
    await readKeyboardLayout()
    const { printed } = useKeyboardLayout.getState()
    expect(keyAt('BracketLeft', '[', printed)).toBe(left.toUpperCase())
    expect(keyAt('BracketRight', ']', printed)).toBe(right.toUpperCase())
  },
)

test('a letter without a capital stays as it is', () => {
  expect(keyAt('Minus', '-', new Map([['Minus', 'ß']]))).toBe('ß')
})

test('where the layout cannot be read the signs of the US layout stand', async () => {
  vi.stubGlobal('navigator', {})
  await readKeyboardLayout()
  expect(keyAt('BracketLeft', '[', useKeyboardLayout.getState().printed)).toBe('[')
})
