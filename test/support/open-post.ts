import { undo } from '@codemirror/commands'
import { afterEach, beforeEach, vi } from 'vitest'
import { createFakeMain } from './fake-main'

/** The fake main process, with files and a journal in memory. */
export const main = createFakeMain()
export const { closePosts, openPost } = await import('../../renderer/document/show-post')
export const { dispatchChanges, getText, save } = await import('../../renderer/document/document-store')
export const { useDocument } = await import('../../renderer/document/state/document-state')
export const { checkDisk } = await import('../../renderer/document/check-disk')
export const { startJournal, flushJournal } = await import('../../renderer/document/journal/journal-client')
const { startAutosave } = await import('../../renderer/document/save/autosave')
export const { makeTextSafe } = await import('../../renderer/document/save/make-safe')
export const { recoverPosts } = await import('../../renderer/document/journal/recovery')
export const { conflictOf } = await import('../../renderer/document/disk/conflict')
export const { takeChoice } = await import('../../renderer/document/disk/disk-changes')
export const { documentOf, stateOf, unsavedPosts } = await import(
  '../../renderer/document/state/open-documents'
)
const { dispatchTo } = await import('../../renderer/document/state/document-changes')
export const { startSettings } = await import('../../renderer/base/settings-store')
export const { useNotices } = await import('../../renderer/base/notices')
export const { defaultSettings } = await import('../../shared/settings')

export const post = '---\ntitle: A\ndraft: true\n---\n\none\n\ntwo\n'
export const type = (insert: string, from = getText().length): void =>
  dispatchChanges([{ from, to: from, insert }], 'input.type')
export const saveState = () => useDocument.getState().saveState
export const notices = () => useNotices.getState().notices.map(({ text }) => text)
export const restart = (): void => closePosts()
export const undoOnce = (): void => {
  const document = documentOf('a.md')
  if (document)
    undo({ state: stateOf(document), dispatch: (transaction) => dispatchTo(document, transaction) })
}

let stops: (() => void)[] = []
beforeEach(async () => {
  vi.useFakeTimers()
  closePosts()
  main.files.clear()
  main.journal.clear()
  main.saves.length = 0
  main.entries.length = 0
  main.kept.length = 0
  main.answers.journal = () => ({ kind: 'written' })
  main.answers.journalDelay = Promise.resolve()
  main.answers.save = () => null
  main.answers.readDelay = Promise.resolve()
  useNotices.setState({ notices: [] })
  startSettings({ ...defaultSettings, autosave: 'off' })
  main.putFile('a.md', post)
  stops = [startJournal(), startAutosave()]
  await openPost('a.md')
})
afterEach(() => {
  for (const stop of stops) stop()
  vi.useRealTimers()
})
