import { expect, test } from 'vitest'
import { boundsOnScreens } from '../../../electron/window/window-bounds'

const left = { x: 0, y: 25, width: 1440, height: 875 }
const right = { x: 1440, y: 0, width: 2560, height: 1400 }
const bounds = (x: number | undefined, y: number | undefined, width: number, height: number) => ({
  ...(x === undefined ? {} : { x }),
  ...(y === undefined ? {} : { y }),
  width,
  height,
  maximized: false,
})

test('a window that fits opens where it was', () => {
  expect(boundsOnScreens(bounds(1500, 40, 1200, 900), [left, right])).toEqual({
    x: 1500,
    y: 40,
    width: 1200,
    height: 900,
  })
})

test('one larger than its screen is made as large as the screen', () => {
  expect(boundsOnScreens(bounds(1500, 40, 2500, 1300), [left])).toEqual({ width: 1440, height: 875 })
  expect(boundsOnScreens(bounds(100, 100, 2500, 1300), [left])).toEqual({
    x: 0,
    y: 25,
    width: 1440,
    height: 875,
  })
})

test('one that reaches over the edge is moved in, under the menu bar too', () => {
  expect(boundsOnScreens(bounds(1300, 0, 800, 600), [left])).toEqual({
    x: 640,
    y: 25,
    width: 800,
    height: 600,
  })
  expect(boundsOnScreens(bounds(-700, 860, 800, 600), [left])).toEqual({
    x: 0,
    y: 300,
    width: 800,
    height: 600,
  })
})

test('one on a screen that is gone opens in the middle of another, no larger than it', () => {
  expect(boundsOnScreens(bounds(3000, 2000, 800, 600), [left])).toEqual({ width: 800, height: 600 })
  expect(boundsOnScreens(bounds(undefined, undefined, 5000, 600), [left])).toEqual({
    width: 1440,
    height: 600,
  })
})

test('of two screens the one that shows more of it has it', () => {
  expect(boundsOnScreens(bounds(1400, 100, 800, 600), [left, right])).toEqual({
    x: 1440,
    y: 100,
    width: 800,
    height: 600,
  })
})
