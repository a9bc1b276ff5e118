import { join } from 'node:path'
import type { SettingsPatch } from '../../shared/settings'
import { writeBlog } from '../support/write-blog'
import { expect, type RunningApp, test } from './app'
import { MainWindow } from './pages/main-window'

const german = 'Das ist nicht der Weg, auf dem wir mit einer Datenbank und dem Rest gehen, wie man sieht.'
const french = 'Le chat est dans la maison et il ne veut pas sortir pour les enfants de la rue.'
const blog = {
  'german.md': { head: ['title: Deutsch', 'date: 2024-05-05'], body: german },
  'french.md': { head: ['title: Chat', 'date: 2024-05-04'], body: french },
  'polish.md': { head: ['title: Polski', 'date: 2024-05-03', 'lang: pl'], body: german },
}

/** Records the languages that the session is given without fetching dictionaries; returns how to read the latest. */
const watchLanguages = async ({ app }: RunningApp) => {
  await app.evaluate(({ session }) => {
    let languages: string[] = []
    session.defaultSession.setSpellCheckerLanguages = (told) => {
      languages = told
    }
    session.defaultSession.getSpellCheckerLanguages = () => languages
  })
  return () => app.evaluate(({ session }) => session.defaultSession.getSpellCheckerLanguages())
}

const downloadDictionaries = ({ page }: RunningApp) =>
  page.evaluate(() =>
    (
      window as unknown as { api: { changeSettings: (patch: SettingsPatch) => Promise<unknown> } }
    ).api.changeSettings({ downloadDictionaries: true }),
  )

test.skip(process.platform === 'darwin', 'macOS tells languages apart by itself')

test('the dictionary follows the language of the post in every layout', async ({ folder, launch }) => {
  const running = await launch({ open: await writeBlog(join(folder, 'blog'), blog) })
  const main = new MainWindow(running.page)
  const languages = await watchLanguages(running)
  await main.run('View: Write')
  await downloadDictionaries(running)
  await main.open('Deutsch')
  await expect.poll(languages).toEqual(['de'])
  await main.open('Chat')
  await expect.poll(languages).toEqual(['fr'])
  await main.run('View: Live')
  await main.open('Polski')
  await expect.poll(languages).toEqual(['pl'])
  await main.open('Deutsch')
  await expect.poll(languages).toEqual(['de'])
})
