import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(resolve(import.meta.dirname, '../../../renderer/base/look/tokens.css'), 'utf8')

/** The colors that a block of the style sheet sets, on top of the inherited ones. */
const colorsOf = (block: string, over: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...over,
  ...Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  ),
})
const [usual = '', contrast = ''] = css.split('@media (prefers-contrast: more)')
const [lightBlock = '', darkBlock = ''] = usual.split(':root[data-theme="dark"]')
const [lightMore = '', darkMore = ''] = contrast.split(':root[data-theme="dark"]')
const light = colorsOf(lightBlock)
const dark = colorsOf(darkBlock, light)

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const ratio = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['bg', 'pane', 'side', 'sel', 'hover', 'code', 'line-now'] as const
const texts = ['text', 'muted', 'accent', 'ok', 'warn', 'danger'] as const
const pairs: readonly (readonly [text: string, ground: string, least: number])[] = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground, 4.5] as const)),
  ...(['bg', 'pane', 'line-now'] as const).map((ground) => ['markup', ground, 4.5] as const),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['text', 'warn-soft', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['text', 'text-selection', 4.5],
  ...(['side', 'sel', 'hover', 'pane'] as const).flatMap((ground) => [
    ['star', ground, 3] as const,
    ['control', ground, 3] as const,
    ['focus', ground, 3] as const,
  ]),
]

describe.each([
  ['light', light],
  ['dark', dark],
  ['light with more contrast', colorsOf(lightMore, light)],
  ['dark with more contrast', colorsOf(darkMore, dark)],
])('%s', (_name, colors) => {
  test.each(pairs)('%s on %s', (text, ground, least) => {
    expect(ratio(colors[text] ?? '', colors[ground] ?? '')).toBeGreaterThanOrEqual(least)
  })
})
