import { expect, test } from 'vitest'
import { placeIn } from '../../../../renderer/preview/site/place'

const pane = { left: 700, top: 80.4, width: 640, height: 700 } as DOMRect

test('a page fills the pane', () => {
  expect(placeIn(pane, null)).toEqual({ place: { x: 700, y: 80, width: 640, height: 700 }, zoom: 1 })
})

test('a narrower one stands in its middle', () => {
  expect(placeIn(pane, 390)).toEqual({ place: { x: 825, y: 80, width: 390, height: 700 }, zoom: 1 })
})

test('a wider one is drawn smaller', () => {
  expect(placeIn(pane, 1280)).toEqual({ place: { x: 700, y: 80, width: 640, height: 700 }, zoom: 0.5 })
})
