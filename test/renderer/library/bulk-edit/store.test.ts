import { beforeEach, expect, test, vi } from 'vitest'
import type { BulkChange } from '../../../../shared/front-matter/edit/bulk-change'
import type { PlannedPost } from '../../../../shared/posts/planned-post'
import type { FilesChanged } from '../../../../shared/posts/post-rename'
import { installApi } from '../../../support/fake-api'
import { summary } from '../../../support/posts'

const changed = (id: string): PlannedPost => ({
  kind: 'changed',
  id,
  revision: id.charCodeAt(0).toString(16).padStart(64, '0'),
  hunks: [{ line: 2, before: ['title: x\n'], after: ['title: y\n'] }],
})
let plan: (ids: readonly string[], changes: readonly BulkChange[]) => Promise<readonly PlannedPost[]>
let edit: (shown: readonly { readonly id: string }[]) => Promise<FilesChanged>
const fake = installApi({
  planBulkEdit: (ids: string[], changes: BulkChange[]) => plan(ids, changes),
  bulkEdit: (shown: { id: string }[]) => edit(shown),
  stopOperation: () => undefined,
  undoOperation: () => ({ undo: null, done: 2, failed: [] }),
})
const { useNotices } = await import('../../../../renderer/base/notices')
const { useLibrary } = await import('../../../../renderer/library/state/library-store')
const { useSelection } = await import('../../../../renderer/library/state/selection')
const store = await import('../../../../renderer/library/bulk-edit/store')
const { useBulkEdit, setBulkForm } = store
store.startBulkEdit()

const called = (name: string) => fake.called.filter((call) => call.name === name)
const pass = () => vi.advanceTimersByTimeAsync(500)

beforeEach(() => {
  vi.useFakeTimers()
  store.closeBulkEdit()
  plan = async (ids) => ids.map(changed)
  edit = async (shown) => ({ undo: 'op', done: shown.length, failed: [] })
  useNotices.setState({ notices: [] })
  fake.called.length = 0
})

test('what is typed is planned once the writer rests, for the posts that were chosen', async () => {
  await store.openBulkEdit(['a', 'b'])
  for (const value of ['y', 'ye', 'yes']) setBulkForm({ key: 'title', value })
  await pass()
  expect(called('planBulkEdit').map(({ args }) => args)).toEqual([
    [['a', 'b'], [{ kind: 'set', key: 'title', value: 'yes' }]],
  ])
  expect(useBulkEdit.getState().plan).toHaveLength(2)
})

test('an incomplete form shows no plan, a wrong one says why', async () => {
  await store.openBulkEdit(['a'])
  setBulkForm({ key: 'title', value: 'y' })
  await pass()
  setBulkForm({ value: '' })
  await pass()
  expect(useBulkEdit.getState()).toMatchObject({ plan: null, problem: '' })
  setBulkForm({ act: 'rename-field', to: 'a: b' })
  expect(useBulkEdit.getState().problem).toMatch(/letters, digits/)
  expect(called('planBulkEdit')).toHaveLength(1)
})

test('a plan that is no longer wanted is stopped, and its answer is not shown', async () => {
  let late: (posts: readonly PlannedPost[]) => void = () => undefined
  plan = () =>
    new Promise((resolve) => {
      late = resolve
    })
  await store.openBulkEdit(['a'])
  setBulkForm({ key: 'title', value: 'first' })
  await pass()
  fake.emit('operationProgress', { done: 1, total: 9 })
  expect(useBulkEdit.getState().progress).toEqual({ done: 1, total: 9 })
  store.closeBulkEdit()
  expect(called('stopOperation')).toHaveLength(1)
  await store.openBulkEdit(['b'])
  late([changed('a')])
  fake.emit('operationProgress', { done: 2, total: 9 })
  await pass()
  expect(useBulkEdit.getState()).toMatchObject({ plan: null, progress: null })
})

test('only the posts as they were shown are edited, but for those left out, and one undo is offered', async () => {
  plan = async () => [
    changed('a'),
    changed('b'),
    { kind: 'same', id: 'c' },
    { kind: 'refused', id: 'd', reason: 'It does not read', line: 2 },
  ]
  await store.openBulkEdit(['a', 'b', 'c', 'd'])
  setBulkForm({ key: 'title', value: 'y' })
  await pass()
  store.leaveOut('a', true)
  await store.bulkEdit()
  expect(called('bulkEdit').map(({ args }) => args)).toEqual([
    [[{ id: 'b', revision: expect.stringMatching(/62$/) }], [{ kind: 'set', key: 'title', value: 'y' }]],
  ])
  expect(useBulkEdit.getState().request).toBeNull()
  const [notice] = useNotices.getState().notices
  expect(notice).toMatchObject({
    kind: 'info',
    text: 'Changed 1 of 1 post.',
    action: { label: 'Undo' },
  })
  notice?.action?.run()
  await pass()
  expect(called('undoOperation').map(({ args }) => args)).toEqual([['op']])
})

test('while the posts are written the form stands still, progress is told, and closing stops', async () => {
  let done: (result: FilesChanged) => void = () => undefined
  edit = () =>
    new Promise((resolve) => {
      done = resolve
    })
  await store.openBulkEdit(['a', 'b'])
  setBulkForm({ key: 'title', value: 'y' })
  await pass()
  const running = store.bulkEdit()
  setBulkForm({ value: 'z' })
  expect(useBulkEdit.getState().request?.form.value).toBe('y')
  fake.emit('operationProgress', { done: 1, total: 2 })
  expect(useBulkEdit.getState()).toMatchObject({ running: true, progress: { done: 1, total: 2 } })
  store.closeBulkEdit()
  expect(called('stopOperation')).toHaveLength(1)
  expect(useBulkEdit.getState().request).not.toBeNull()
  done({ undo: 'op', done: 1, failed: [] })
  await running
  expect(useNotices.getState().notices[0]?.text).toBe('Changed 1 of 2 posts.')
})

test('what fails is said in the dialog, which stays', async () => {
  edit = async () => {
    throw new Error('The disk is full.')
  }
  await store.openBulkEdit(['a'])
  setBulkForm({ key: 'title', value: 'y' })
  await pass()
  await store.bulkEdit()
  expect(useBulkEdit.getState()).toMatchObject({ running: false, problem: 'The disk is full.' })
})

test('the command is about the selection, or says how to make one', async () => {
  useLibrary.setState({ posts: [summary('a'), summary('b'), summary('c')] })
  useSelection.setState({ ids: new Set(['a', 'c', 'gone']), active: 'b' })
  await store.openBulkEditOfSelection()
  expect(useBulkEdit.getState().request?.ids).toEqual(['a', 'c'])
  store.closeBulkEdit()
  useLibrary.setState({ query: 'c' }) // hides a
  await store.openBulkEditOfSelection()
  expect(useBulkEdit.getState().request?.ids).toEqual(['c'])
  store.closeBulkEdit()
  useSelection.setState({ ids: new Set(), active: null })
  await store.openBulkEditOfSelection()
  expect(useBulkEdit.getState().request).toBeNull()
  expect(useNotices.getState().notices[0]?.text).toMatch(/^Select posts/)
})
