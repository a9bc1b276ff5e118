import { undo } from '@codemirror/commands'
import { beforeEach, expect, test, vi } from 'vitest'
import type { OpenedPost, PostToSave, SaveResult } from '../../../shared/posts/post'

/** The files of main, and the answer to the next save. */
const files = new Map<string, OpenedPost>()
const saves: PostToSave[] = []
let answer: (id: string, post: PostToSave) => Promise<SaveResult>
let revisions = 0
/** The promise that reading a file waits for. */
let reading: Promise<void> | null = null

/** Reading waits from now on until the returned function is called. */
const holdReading = (): (() => void) => {
  let release = (): void => undefined
  reading = new Promise((done) => {
    release = done
  })
  return () => release()
}

const newRevision = () => (++revisions).toString(16).padStart(64, '0')
const file = (id: string, text: string): OpenedPost => ({
  id,
  text,
  format: { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' },
  revision: newRevision(),
  writable: true,
  modifiedMs: 0,
})

const accept = async (id: string, post: PostToSave): Promise<SaveResult> => {
  const saved = { ...file(id, post.text), format: post.format }
  files.set(id, saved)
  return { kind: 'saved', revision: saved.revision, modifiedMs: 1 }
}

const value = <T>(result: T) => ({ ok: true as const, value: result })

vi.stubGlobal('window', {
  api: {
    openPost: async (id: string) => {
      const found = files.get(id)
      await reading
      return found ? value(found) : { ok: false, kind: 'not-found', message: `No ${id}` }
    },
    savePost: async (id: string, post: PostToSave) => {
      saves.push(post)
      return value(await answer(id, post))
    },
    postShown: async () => value(undefined),
    readRecovered: async () => value(null),
    followMoved: async () => value(null),
    on: () => () => undefined,
  },
})

const { checkDisk } = await import('../../../renderer/document/check-disk')
const { closePosts, openPost } = await import('../../../renderer/document/show-post')
const { dispatchChanges, editorState, getText, save } = await import(
  '../../../renderer/document/document-store'
)
const { onShownText } = await import('../../../renderer/document/state/document-events')
const { useDocument } = await import('../../../renderer/document/state/document-state')
const { takeTheirs, keepMine } = await import('../../../renderer/document/disk/disk-changes')
const { unsavedPosts, documentOf, stateOf } = await import('../../../renderer/document/state/open-documents')
const { dispatchTo } = await import('../../../renderer/document/state/document-changes')

const type = (insert: string, from = editorState()?.doc.length ?? 0) =>
  dispatchChanges([{ from, to: from, insert }], 'input.type')
const undoIn = (id: string) => {
  const document = documentOf(id)
  if (document)
    undo({ state: stateOf(document), dispatch: (transaction) => dispatchTo(document, transaction) })
}

beforeEach(() => {
  closePosts()
  files.clear()
  saves.length = 0
  answer = accept
  files.set('a.md', file('a.md', '---\ntitle: A\n---\n\nbody\n'))
  files.set('b.md', file('b.md', 'two\n'))
})

test('opening tells the text once, and each change after it with a newer version', async () => {
  const edits: { kind: string; version: number }[] = []
  const stop = onShownText(({ kind, version }) => void edits.push({ kind, version }))
  await openPost('a.md')
  type('x')
  type('y')
  stop()
  expect(edits.map(({ kind }) => kind)).toEqual(['opened', 'changed', 'changed'])
  expect(edits.every(({ version }, at) => at === 0 || version > (edits[at - 1]?.version ?? 0))).toBe(true)
})

test('a post of the folder that was left is not shown for one of the same name in the next', async () => {
  const readFirst = holdReading()
  const opened = [openPost('a.md')]
  closePosts()
  files.set('a.md', file('a.md', 'of the next folder\n'))
  const readSecond = holdReading()
  opened.push(openPost('a.md'))
  reading = null
  readFirst()
  await opened[0]
  expect(editorState()).toBeNull()
  readSecond()
  await opened[1]
  expect(getText()).toBe('of the next folder\n')
})

test('the caret of a fresh post stands at its body', async () => {
  await openPost('a.md')
  expect(editorState()?.sliceDoc(editorState()?.selection.main.head)).toBe('body\n')
})

test('typing makes it unsaved, and undo back to the saved text makes it saved', async () => {
  await openPost('a.md')
  type('x')
  expect(useDocument.getState().saveState).toBe('unsaved')
  undoIn('a.md')
  expect(useDocument.getState().saveState).toBe('saved')
})

test('a post without a change is not written', async () => {
  await openPost('a.md')
  expect(await save()).toBeNull()
  expect(saves).toEqual([])
})

test('what is typed while a save runs stays unsaved', async () => {
  await openPost('a.md')
  type('x')
  const running = save()
  type('y')
  await running
  expect(useDocument.getState().saveState).toBe('unsaved')
  expect(files.get('a.md')?.text.endsWith('body\nx')).toBe(true)
  await save()
  expect(useDocument.getState().saveState).toBe('saved')
  expect(files.get('a.md')?.text.endsWith('body\nxy')).toBe(true)
})

test('saves asked for during a save become one', async () => {
  await openPost('a.md')
  type('x')
  const first = save()
  type('y')
  await Promise.all([first, save(), save(), save()])
  expect(saves).toHaveLength(2)
  expect(useDocument.getState().saveState).toBe('saved')
})

test('each post keeps its text, its undo and its unsaved state while another is shown', async () => {
  await openPost('a.md')
  type('x')
  await openPost('b.md')
  expect(getText()).toBe('two\n')
  expect(unsavedPosts()).toEqual(['a.md'])
  await openPost('a.md')
  expect(getText().endsWith('body\nx')).toBe(true)
  undoIn('a.md')
  expect(useDocument.getState().saveState).toBe('saved')
})

test('a clean post follows its file, as a step that can be undone', async () => {
  await openPost('a.md')
  files.set('a.md', file('a.md', '---\ntitle: A\n---\n\nchanged body\n'))
  await checkDisk('a.md')
  expect(getText()).toContain('changed body')
  expect(useDocument.getState().saveState).toBe('saved')
  undoIn('a.md')
  expect(getText()).not.toContain('changed')
  expect(useDocument.getState().saveState).toBe('unsaved')
})

test('a changed post and a changed file ask the writer, and each answer holds', async () => {
  await openPost('b.md')
  dispatchChanges([{ from: 0, to: 3, insert: 'mine' }], 'input.type')
  files.set('b.md', file('b.md', 'theirs\n'))
  await checkDisk('b.md')
  expect(useDocument.getState().saveState).toBe('conflict')
  expect(getText()).toBe('mine\n')
  keepMine('b.md')
  expect(useDocument.getState().saveState).toBe('unsaved')
  await save()
  expect(files.get('b.md')?.text).toBe('mine\n')

  dispatchChanges([{ from: 0, to: 4, insert: 'again' }], 'input.type')
  files.set('b.md', file('b.md', 'theirs\n'))
  await checkDisk('b.md')
  takeTheirs('b.md')
  expect(getText()).toBe('theirs\n')
  expect(useDocument.getState().saveState).toBe('saved')
})

test('our own save, seen by the watcher late, changes nothing', async () => {
  await openPost('a.md')
  type('x')
  const running = save()
  const seen = checkDisk('a.md')
  type('y')
  await Promise.all([running, seen])
  expect(useDocument.getState().saveState).toBe('unsaved')
  expect(getText().endsWith('xy')).toBe(true)
})

test('a deleted file keeps its text, and saving makes it anew', async () => {
  await openPost('b.md')
  files.delete('b.md')
  await checkDisk('b.md')
  expect(useDocument.getState()).toMatchObject({ saveState: 'deleted' })
  await save()
  expect(saves.at(-1)?.base).toBeNull()
  expect(useDocument.getState().saveState).toBe('saved')
})

test('a save that fails says why, and the next one can succeed', async () => {
  await openPost('b.md')
  type('x')
  answer = async () => ({ kind: 'failed', reason: 'disk-full', message: 'The disk is full' })
  await save()
  expect(useDocument.getState()).toMatchObject({ saveState: 'failed', message: 'The disk is full' })
  answer = accept
  await save()
  expect(useDocument.getState()).toMatchObject({ saveState: 'saved', message: '' })
})

test('the last of two posts asked for is shown, whatever arrives first', async () => {
  await Promise.all([openPost('a.md'), openPost('b.md')])
  expect(useDocument.getState().post?.id).toBe('b.md')
})

test('a post that cannot be opened says so', async () => {
  await openPost('none.md')
  expect(useDocument.getState()).toMatchObject({
    post: null,
    failure: { id: 'none.md', message: 'No none.md' },
  })
})
