import { expect, test } from 'vitest'
import { commandOfPressed } from '../../../electron/site-view/forwarded-keys'

const pressed = {
  type: 'keyDown',
  key: 'a',
  code: 'KeyA',
  control: false,
  meta: false,
  shift: false,
  alt: false,
}

test.each([
  [{ key: 's', code: 'KeyS', control: true }, 'save'],
  [{ key: 'P', code: 'KeyP', control: true, shift: true }, 'command-palette'],
  [{ key: 'T', code: 'KeyT', control: true, shift: true }, 'focus-editor'],
  [{ key: '!', code: 'Digit1', control: true, shift: true }, 'outline'],
  [{ key: 'F2', code: 'F2' }, 'rename-post'],
  [{ key: 'ArrowLeft', code: 'ArrowLeft', alt: true }, 'go-back'],
])('%j is a key of the app', (key, command) => {
  expect(commandOfPressed({ ...pressed, ...key }, false)).toBe(command)
})

test.each([
  { key: 's', code: 'KeyS' },
  { key: 'b', code: 'KeyB', control: true },
  { key: 'f', code: 'KeyF', control: true },
  { key: 'z', code: 'KeyZ', control: true },
  { key: 'c', code: 'KeyC', control: true },
  { key: 's', code: 'KeyS', meta: true },
  { key: 's', code: 'KeyS', control: true, type: 'keyUp' },
])('%j is left to the page', (key) => {
  expect(commandOfPressed({ ...pressed, ...key }, false)).toBe(undefined)
})

test('macOS has its own keys', () => {
  expect(commandOfPressed({ ...pressed, key: 's', code: 'KeyS', meta: true }, true)).toBe('save')
  expect(commandOfPressed({ ...pressed, key: 'Tab', code: 'Tab', control: true }, true)).toBe(
    'next-recent-post',
  )
  expect(commandOfPressed({ ...pressed, key: 's', code: 'KeyS', control: true }, true)).toBe(undefined)
})
