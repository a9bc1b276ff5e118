import { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { expect, test } from 'vitest'
import { askSize } from '../../../../renderer/live/draw/image-sizes'
import { surroundings } from '../../../../renderer/live/draw/surroundings'

/** The request when these references become visible at once. */
const askedFor = async (references: readonly string[]): Promise<readonly (readonly string[])[]> => {
  const asked: (readonly string[])[] = []
  const state = EditorState.create({
    extensions: surroundings.of({
      imageOf: () => ({ kind: 'refused' }),
      formula: () => null,
      titleOf: () => null,
      directionOf: () => 'ltr',
      sizesOf: async (all) => {
        asked.push(all)
        return all.map(() => null)
      },
    }),
  })
  const view = { state, requestMeasure: () => undefined } as unknown as EditorView
  for (const reference of references) askSize(view, reference, `asset://post/${reference}`, () => undefined)
  await new Promise((done) => setTimeout(done))
  return asked
}

test('an image without an address yet, or with one no file has, is asked about by nobody', async () => {
  expect(await askedFor([''])).toEqual([])
  expect(await askedFor(['', 'a.png', 'x'.repeat(2_001)])).toEqual([['a.png']])
  expect(await askedFor(['x'.repeat(2_000)])).toHaveLength(1)
})

test('more images than one question holds are asked about in several', async () => {
  const all = Array.from({ length: 450 }, (_, at) => `${at}.png`)
  const asked = await askedFor(all)
  expect(asked.map(({ length }) => length)).toEqual([200, 200, 50])
  expect(asked.flat()).toEqual(all)
})
