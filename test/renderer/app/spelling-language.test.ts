import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { detectedLanguage } from '../../../shared/export/detect-language'
import { createFakeMain } from '../../support/fake-main'

const german = 'Das ist nicht der Weg, auf dem wir mit einer Datenbank und dem Rest gehen, wie man sieht.\n'
const french = 'Le chat est dans la maison et il ne veut pas sortir pour les enfants de la rue.\n'

const main = createFakeMain()
const told: (string | null)[] = []
const page = globalThis as unknown as { window: { api: object } }
Object.assign(page.window.api, {
  reportLanguage: async (language: string | null) => {
    told.push(language)
    return { ok: true, value: undefined }
  },
})
vi.stubGlobal('requestIdleCallback', (work: () => void) => void setTimeout(work))

/** The worker of the page, which answers in a separate task. */
class FakeWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null = null
  postMessage({ postId, body }: { readonly postId: string; readonly body: string }) {
    setTimeout(() => this.onmessage?.({ data: { postId, language: detectedLanguage(body) } }))
  }
}
vi.stubGlobal('Worker', FakeWorker)

const { closePosts, openPost } = await import('../../../renderer/document/show-post')
const { dispatchChanges } = await import('../../../renderer/document/document-store')
const { useSite } = await import('../../../renderer/base/site-store')
const { followBodyLanguage } = await import('../../../renderer/document/language/body-language')
const { followSpellingLanguage } = await import('../../../renderer/app/spelling-language')

beforeAll(() => {
  followBodyLanguage()
  followSpellingLanguage()
})

beforeEach(() => {
  closePosts()
  told.length = 0
})

const open = async (id: string, text: string) => {
  main.putFile(id, text)
  await openPost(id)
}
const isTold = (...languages: (string | null)[]) => vi.waitFor(() => expect(told).toEqual(languages), 3000)

test('the body tells the language where neither head nor site does, and no pane need be there', async () => {
  await open('de.md', german)
  await isTold('de')
  await open('fr.md', `---\ntitle: Chat\n---\n${french}`)
  await isTold('de', 'fr')
})

test('from one post to another of the same language nothing changes in between', async () => {
  await open('one.md', german)
  await isTold('de')
  await open('two.md', `# Noch einer\n\n${german}`)
  await open('three.md', french)
  await isTold('de', 'fr')
})

test('the head goes before the body, and no word is no language', async () => {
  await open('en.md', `---\nlang: en_GB\n---\n${german}`)
  await isTold('en-GB')
  await open('new.md', '---\ntitle: New\n---\n')
  await isTold('en-GB', null)
})

test('a language that is told while it is written counts after a pause', async () => {
  await open('short.md', 'Hallo')
  dispatchChanges([{ from: 5, to: 5, insert: `. ${german}` }], 'input.type')
  await isTold('de')
})

test('the language of a site counts where it becomes known later', async () => {
  await open('site.md', german)
  await isTold('de')
  const { site } = useSite.getState()
  useSite.setState({ site: { language: 'nl' } as unknown as NonNullable<typeof site> })
  await isTold('de', 'nl')
  useSite.setState({ site })
})
