import { expect, test } from './app'
import { inJournal } from './pages/journal'
import { post, prepare, status, text, typeAtEnd } from './pages/one-post'

test('a window that crashes is started again, says so, and has the text that was not saved', async ({
  folder,
  launch,
}) => {
  const { profile, file, read } = await prepare(folder, { autosave: 'off' })
  const { app, page } = await launch({ open: file, profile })
  await typeAtEnd(page, 'Typed and not saved.')
  await inJournal(profile, 'not saved.')
  await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((loaded) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => loaded())
        contents?.forcefullyCrashRenderer()
      }),
  )
  // The page object of the test died with the window's page, so the new one is read through the app.
  const words = (): Promise<string> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    )
  await expect.poll(words).toContain('The window stopped working and was reopened.')
  await expect.poll(words).toContain('Typed and not saved.')
  await expect.poll(words).toContain('Unsaved')
  expect(await read()).toBe(post)
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.focus()
    contents?.sendInputEvent({ type: 'keyDown', keyCode: 'S', modifiers: ['control'] })
    contents?.sendInputEvent({ type: 'keyUp', keyCode: 'S', modifiers: ['control'] })
  })
  await expect.poll(read).toBe(`${post}Typed and not saved.`)
})

test('before sleep, and when the system asks the app to end, text is made safe at once', async ({
  folder,
  launch,
}) => {
  const { profile, file, read } = await prepare(folder, { autosaveDelay: 60_000 })
  const { app, page } = await launch({ open: file, profile })
  await typeAtEnd(page, 'One.')
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'))
  await expect.poll(read).toBe(`${post}One.`)
  await expect(status(page, 'Saved')).toBeVisible()

  await expect(text(page)).toContainText('One.')
  await typeAtEnd(page, ' Two.')
  const child = app.process()
  const ended = new Promise((done) => child.once('exit', (code, signal) => done([code, signal])))
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(await read()).toBe(`${post}One. Two.`)
})
