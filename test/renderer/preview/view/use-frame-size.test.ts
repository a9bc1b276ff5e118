import { expect, test } from 'vitest'
import { frameSize } from '../../../../renderer/preview/view/use-frame-size'

test('a page that fits keeps its size, a wider one is made smaller and just as tall', () => {
  expect(frameSize(null, 500)).toEqual({})
  expect(frameSize(390, 500)).toEqual({ width: 390 })
  expect(frameSize(1280, 640)).toEqual({
    width: 1280,
    height: '200%',
    transform: 'scale(0.5)',
    transformOrigin: '0 0',
  })
  expect(frameSize(1280, 0)).toEqual({ width: 1280 }) // before the pane is measured
})
