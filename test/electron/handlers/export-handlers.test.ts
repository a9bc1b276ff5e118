import { readdir, readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { ExportPost } from '../../../electron/export/export-post'
import { exportHandlers } from '../../../electron/handlers/export-handlers'
import { detectSite } from '../../../electron/site/detect-site'
import { AppError } from '../../../shared/app-error'
import { defaultSettings } from '../../../shared/settings'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const page: ExportPost = async ({ text }) => ({
  html: `<p>${text}</p>`,
  undrawnDiagrams: 1,
  missingImages: ['gone.png'],
})
const untilStopped: ExportPost = (_request, signal) =>
  new Promise((_resolve, reject) =>
    signal?.addEventListener('abort', () => reject(new AppError('cancelled', 'Stopped.'))),
  )

const handlersIn = async (answers: readonly (string | null)[], exportPost = page) => {
  const temp = await tempSite({ 'site/package.json': '{}', 'site/posts/a.md': '', 'out/': '' })
  const site = await detectSite(temp.path('site'))
  const suggested: string[] = []
  const started: string[] = []
  const left = [...answers]
  const handlers = exportHandlers({
    site: () => site,
    askWhere: async (path) => {
      suggested.push(path)
      const answer = left.shift() ?? null
      return answer === null ? null : temp.path(answer)
    },
    exportPost,
    started: (name) => started.push(name),
    settings: () => ({ ...defaultSettings, wordsPerMinute: 200 }),
  })
  return { temp, handlers, suggested, started }
}

describe('exportHtml', () => {
  test('writes where the writer says, and suggests that folder again', async () => {
    const { temp, handlers, suggested, started } = await handlersIn(['out/x.html', null])
    expect(await handlers.exportHtml('a.md', 'words')).toEqual({
      path: temp.path('out/x.html'),
      missingImages: ['gone.png'],
      undrawnDiagrams: 1,
    })
    expect(await readFile(temp.path('out/x.html'), 'utf8')).toBe('<p>words</p>')
    expect(await handlers.exportHtml('a.md', 'words')).toEqual({
      path: null,
      missingImages: [],
      undrawnDiagrams: 0,
    })
    expect(suggested).toEqual([temp.path('a.html'), temp.path('out/a.html')])
    expect(started).toEqual(['x.html'])
  })

  test('replaces an older export', async () => {
    const { temp, handlers } = await handlersIn(['out/x.html'])
    await writeFile(temp.path('out/x.html'), 'older and longer than the new one')
    await handlers.exportHtml('a.md', 'new')
    expect(await readFile(temp.path('out/x.html'), 'utf8')).toBe('<p>new</p>')
    expect(await readdir(temp.path('out'))).toEqual(['x.html'])
  })

  test('can be stopped, writes nothing then, and may be asked again', async () => {
    const { temp, handlers, started } = await handlersIn(['out/x.html', 'out/y.html'], untilStopped)
    const first = handlers.exportHtml('a.md', 'words')
    const outcome = expect(first).rejects.toMatchObject({ kind: 'cancelled' })
    await expect.poll(() => started).toEqual(['x.html'])
    await expect(handlers.exportHtml('a.md', 'words')).rejects.toMatchObject({ kind: 'busy' })
    await handlers.cancelExport()
    await outcome
    expect(await readdir(temp.path('out'))).toEqual([])
    await handlers.cancelExport() // nothing is running, so nothing happens
  })
})
