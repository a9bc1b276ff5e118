import { expect, test } from 'vitest'
import { exportedNotice } from '../../../../renderer/app/commands/exported-notice'

const whole = { name: 'a.html', missingImages: [], undrawnDiagrams: 0, reasons: [] }

test('a page that has everything is told without a warning', () => {
  expect(exportedNotice(whole)).toEqual({ kind: 'info', text: 'Exported to a.html with its images inside.' })
})

test('images that were not found are named', () => {
  expect(exportedNotice({ ...whole, missingImages: ['a.png'] })).toEqual({
    kind: 'warning',
    text: 'Exported to a.html. 1 image was not found and is shown as a placeholder: a.png.',
  })
  expect(exportedNotice({ ...whole, missingImages: ['a.png', 'b.png'] }).text).toBe(
    'Exported to a.html. 2 images were not found and are shown as placeholders: a.png, b.png.',
  )
})

test('diagrams that stand as their source are told with the reason, each reason once and in one line', () => {
  const reasons = [
    'Parse error on line 2:\n...A --> --> B\n-----^',
    'Parse error on line 2:\n...C',
    'Too large.',
  ]
  expect(exportedNotice({ ...whole, undrawnDiagrams: 1, reasons: ['Too large.'] })).toEqual({
    kind: 'warning',
    text: 'Exported to a.html. 1 diagram could not be drawn and is shown as its source: Too large.',
  })
  expect(exportedNotice({ ...whole, undrawnDiagrams: 3, reasons }).text).toBe(
    'Exported to a.html. 3 diagrams could not be drawn and are shown as their source: Parse error on line 2: Too large.',
  )
  expect(exportedNotice({ ...whole, undrawnDiagrams: 1 }).text).toBe(
    'Exported to a.html. 1 diagram could not be drawn and is shown as its source.',
  )
})

test('images and diagrams are told together', () => {
  expect(exportedNotice({ ...whole, missingImages: ['a.png'], undrawnDiagrams: 1 }).text).toBe(
    'Exported to a.html. 1 image was not found and is shown as a placeholder: a.png. 1 diagram could not be drawn and is shown as its source.',
  )
})
