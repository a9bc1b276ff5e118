import { afterEach, expect, test } from 'vitest'
import { dismissNotice, showError, showNotice, useNotices } from '../../../renderer/base/notices'

const texts = () => useNotices.getState().notices.map(({ text }) => text)
afterEach(() => useNotices.setState({ notices: [] }))

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
