import { expect, test } from 'vitest'
import { indentItem, outdentItem } from '../../../../renderer/editor/lists/indent'
import { press } from '../../../support/editor-state'

test('Tab makes an item a part of the one above, with all that is in it', () => {
  expect(press(indentItem, '- a\n- b|\n  - c\n- d')).toBe('- a\n  - b|\n    - c\n- d')
  expect(press(indentItem, '- a|\n- b')).toBe('- a|\n- b')
  expect(press(indentItem, '- a\n  - b|')).toBe('- a\n  - b|')
  expect(press(indentItem, '10. a\n11. b|')).toBe('10. a\n    1. b|')
})

test('Shift+Tab takes it out again', () => {
  expect(press(outdentItem, '- a\n  - b|\n    - c\n- d')).toBe('- a\n- b|\n  - c\n- d')
  expect(press(outdentItem, '1. a\n   1. b|\n2. c')).toBe('1. a\n2. b|\n3. c')
  expect(press(outdentItem, '- a|')).toBe('- a|')
})

test('numbers follow, unless the writer numbers all alike', () => {
  expect(press(indentItem, '1. a\n2. b|\n3. c\n4. d')).toBe('1. a\n   1. b|\n2. c\n3. d')
  expect(press(indentItem, '1. a\n1. b|\n1. c')).toBe('1. a\n   1. b|\n1. c')
  expect(press(outdentItem, '3. a\n   1. b|\n   2. c\n4. d')).toBe('3. a\n4. b|\n   2. c\n5. d')
})

test('several items move together', () => {
  expect(press(indentItem, '- a\n- <b\n- c>\n- d')).toBe('- a\n  - <b\n  - c>\n- d')
})

test('elsewhere Tab is left to others', () => {
  expect(press(indentItem, 'words|')).toBe('words|')
  expect(press(indentItem, '```\n- a\n- b|\n```')).toBe('```\n- a\n- b|\n```')
})
