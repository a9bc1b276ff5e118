import { expect, test, vi } from 'vitest'

vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work))

const { readyFonts } = await import('../../../../renderer/base/look/ready-fonts')

const pageWith = (defaultView: object | null) => {
  const asked: [string, string][] = []
  const load = async (font: string, letters: string) => void asked.push([font, letters])
  return { page: { defaultView, fonts: { load } } as unknown as Document, asked }
}

test('each face of a font is loaded once, with the letters of all its scripts, and not before the window rests', async () => {
  const { page, asked } = pageWith({})
  const ready = readyFonts(page, ['Prose', 'Mono'])
  await Promise.resolve()
  expect(asked).toEqual([])
  await Promise.all([ready, readyFonts(page, ['Prose', 'Mono'])])
  expect(asked.map(([font]) => font)).toEqual([
    '1em "Prose"',
    'italic 1em "Prose"',
    '1em "Mono"',
    'italic 1em "Mono"',
  ])
  for (const script of ['Latin', 'Cyrillic', 'Greek'])
    expect(asked[0]?.[1]).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
})

test('a page that has gone loads nothing', async () => {
  const { page, asked } = pageWith(null)
  await readyFonts(page, ['Prose'])
  expect(asked).toEqual([])
})
