import { expect, test } from 'vitest'
import type { ExportPost, ExportRequest } from '../../../electron/export/export-post'
import { withTimeLimit } from '../../../electron/export/time-limit'

const request = {} as ExportRequest
const endless: ExportPost = (_request, signal) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('It was stopped.')))
  })

test('a page that does not come is stopped and said so', async () => {
  await expect(withTimeLimit(endless, 20)(request)).rejects.toMatchObject({ kind: 'too-large' })
})

test('one that the writer stops is no page that took too long', async () => {
  const stop = new AbortController()
  const made = withTimeLimit(endless, 60_000)(request, stop.signal)
  stop.abort()
  await expect(made).rejects.toThrow('It was stopped.')
})

test('one that comes, or fails, is as it was', async () => {
  const page = { html: '<p>', missingImages: [], undrawnDiagrams: 0 }
  expect(await withTimeLimit(async () => page, 1000)(request)).toBe(page)
  const failing: ExportPost = () => Promise.reject(new Error('No such post.'))
  await expect(withTimeLimit(failing, 1000)(request)).rejects.toThrow('No such post.')
})
