import { expect, test } from 'vitest'
import { inOrder, lineOfY, yOfLine } from '../../../renderer/scroll-sync/line-map'
import { fc } from '../../support/properties'

const anchors = [
  { line: 0, y: 0 },
  { line: 4, y: 100 },
  { line: 5, y: 400 },
  { line: 9, y: 480 },
]

test('an anchor is exact, both ways', () => {
  for (const { line, y } of anchors) {
    expect(yOfLine(anchors, line)).toBe(y)
    expect(lineOfY(anchors, y)).toBe(line)
  }
})

test('between anchors lines and heights are shared out evenly', () => {
  expect(yOfLine(anchors, 2)).toBe(50)
  expect(yOfLine(anchors, 4.5)).toBe(250)
  expect(lineOfY(anchors, 250)).toBe(4.5)
})

test('outside the anchors the nearest one counts', () => {
  expect(yOfLine(anchors, -3)).toBe(0)
  expect(lineOfY(anchors, 9999)).toBe(9)
  expect(yOfLine([], 3)).toBe(0)
})

test('what leads backwards is left out', () => {
  const mixed = [...anchors, { line: 2, y: 700 }, { line: 7, y: 20 }]
  expect(inOrder(mixed).map(({ line }) => line)).not.toContain(7)
})

test('there and back again is where one started', () => {
  const list = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 500 })), {
      minLength: 2,
      maxLength: 30,
    })
    .map((steps) => {
      let line = 0
      let y = 0
      return steps.map(([lines, height]) => {
        line += lines
        y += height
        return { line, y }
      })
    })
  fc.assert(
    fc.property(list, fc.double({ min: 0, max: 1, noNaN: true }), (made, share) => {
      const first = made[0]?.line ?? 0
      const line = first + share * ((made.at(-1)?.line ?? 0) - first)
      expect(lineOfY(made, yOfLine(made, line))).toBeCloseTo(line, 6)
    }),
  )
})
