import { afterEach, expect, test } from 'vitest'
import {
  actOnPassed,
  dismissNotice,
  lifeOf,
  passNotice,
  showError,
  showNotice,
  useNotices,
} from '../../../renderer/base/notices'

const texts = () => useNotices.getState().notices.map(({ text }) => text)
afterEach(() => useNotices.setState({ notices: [], passed: [] }))

test('the same words are shown once, as the newest', () => {
  showNotice({ kind: 'info', text: 'Saved.' })
  showNotice({ kind: 'info', text: 'Moved.' })
  showNotice({ kind: 'info', text: 'Saved.' })
  expect(texts()).toEqual(['Moved.', 'Saved.'])
})

test('a notice goes by its own handle, and twice is no harm', () => {
  const dismiss = showNotice({ kind: 'warning', text: 'One.' })
  showNotice({ kind: 'warning', text: 'Two.' })
  dismiss()
  dismiss()
  dismissNotice(-1)
  expect(texts()).toEqual(['Two.'])
})

test('an error says what was being done and why it failed', () => {
  showError(new Error('The disk is full.'), 'The post was not copied')
  expect(texts()).toEqual(['The post was not copied. The disk is full.'])
})

test('what leaves the screen by itself can be looked up, newest first, and acted on once', () => {
  let undone = 0
  showNotice({ kind: 'info', text: 'Moved.', action: { label: 'Undo', run: () => undone++ } })
  showNotice({ kind: 'info', text: 'Copied.' })
  for (const { id } of useNotices.getState().notices) passNotice(id)
  expect(texts()).toEqual([])
  expect(useNotices.getState().passed.map(({ text }) => text)).toEqual(['Copied.', 'Moved.'])
  const moved = useNotices.getState().passed.find(({ text }) => text === 'Moved.')
  if (moved) actOnPassed(moved)
  expect(undone).toBe(1)
  expect(useNotices.getState().passed.map(({ text }) => text)).toEqual(['Copied.'])
})

test('not more than twenty are kept', () => {
  for (let at = 0; at < 30; at++) showNotice({ kind: 'info', text: `Notice ${at}` })
  for (const { id } of useNotices.getState().notices) passNotice(id)
  expect(useNotices.getState().passed).toHaveLength(20)
  expect(useNotices.getState().passed[0]?.text).toBe('Notice 29')
})

test('what can be undone goes after a while, a longer text later, and what is wrong stays', () => {
  const action = { label: 'Undo', run: () => undefined }
  const [short, long] = ['Moved.', 'Moved. '.repeat(100)]
  expect(lifeOf({ kind: 'info', text: short, action })).toBe(20_000)
  expect(lifeOf({ kind: 'info', text: long, action })).toBeGreaterThan(40_000)
  expect(lifeOf({ kind: 'info', text: short })).toBeLessThan(10_000)
  expect(lifeOf({ kind: 'warning', text: short, action })).toBeNull()
  expect(lifeOf({ kind: 'error', text: short })).toBeNull()
})
