import { beforeEach, expect, test, vi } from 'vitest'

const files = new Map<string, string>()
const value = <T>(result: T) => ({ ok: true as const, value: result })
const format = { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' }

vi.stubGlobal('window', {
  api: {
    openPost: async (id: string) =>
      value({ id, text: files.get(id), format, revision: '0'.repeat(64), writable: true, modifiedMs: 0 }),
    postShown: async () => value(undefined),
    readRecovered: async () => value(null),
    on: () => () => undefined,
  },
})

const { closePosts, openPost } = await import('../../../renderer/document/show-post')
const { dispatchChanges, editorState, getText } = await import('../../../renderer/document/document-store')
const { onShownText } = await import('../../../renderer/document/state/document-events')
const { useDocument } = await import('../../../renderer/document/state/document-state')
const { addEditorSetup } = await import('../../../renderer/document/state/open-document')
const { documentOf } = await import('../../../renderer/document/state/open-documents')

let isStateSlow = false
addEditorSetup(() => {
  const end = performance.now() + (isStateSlow ? 120 : 0) // longer than a page is waited for
  while (performance.now() < end);
  return []
})

const type = (insert: string, from = editorState()?.doc.length ?? 0) =>
  dispatchChanges([{ from, to: from, insert }], 'input.type')

beforeEach(() => {
  closePosts()
  files.clear()
  files.set('a.md', '---\ntitle: A\n---\n\nbody\n')
  files.set('b.md', 'two\n')
})

test('a second post is told of before the editor has it, once, with the version it is shown with', async () => {
  await openPost('a.md')
  const told: unknown[] = []
  const stop = onShownText((edit) => void told.push(edit, getText()))
  await openPost('b.md')
  stop()
  const { version } = useDocument.getState()
  const before = '---\ntitle: A\n---\n\nbody\n'
  const about = { postId: 'b.md', version, text: 'two\n' }
  expect(told).toEqual([{ kind: 'coming', ...about }, before, { kind: 'opened', ...about }, 'two\n'])
  expect(getText()).toBe('two\n')
})

test('a post waits for what draws its page; what is typed meanwhile is of the post in sight', async () => {
  await openPost('a.md')
  const told: [string, number][] = []
  let drawn = (): void => undefined
  const stop = onShownText(({ kind, version }) => {
    told.push([kind, version])
    return kind === 'coming' ? new Promise<void>((resolve) => (drawn = resolve)) : undefined
  })
  const opened = openPost('b.md')
  await vi.waitFor(() => expect(told.map(([kind]) => kind)).toEqual(['coming']))
  type('x')
  drawn()
  await opened
  stop()
  expect(getText()).toBe('two\n')
  expect(told.map(([kind]) => kind)).toEqual(['coming', 'changed', 'opened'])
  expect(told[2]?.[1]).toBe(told[0]?.[1])
  expect(documentOf('a.md')?.state.doc.toString()).toBe('---\ntitle: A\n---\n\nbody\nx')
})

test('a page that takes long holds no post back', async () => {
  await openPost('a.md')
  const stop = onShownText(() => new Promise<void>(() => undefined))
  await openPost('b.md')
  stop()
  expect(getText()).toBe('two\n')
})

test('a page that is drawn while a large state is created is waited for', async () => {
  await openPost('a.md')
  const told: string[] = []
  isStateSlow = true
  const stop = onShownText(({ kind }) => {
    told.push(kind)
    if (kind !== 'coming') return
    const { port1, port2 } = new MessageChannel() // as from a worker: its message is handled after the state is there
    return new Promise<void>((resolve) => {
      port1.onmessage = () => {
        told.push('drawn')
        port1.close()
        resolve()
      }
      port2.postMessage(null)
    })
  })
  await openPost('b.md')
  stop()
  isStateSlow = false
  expect(told).toEqual(['coming', 'drawn', 'opened'])
})

test('of two posts that are coming, the one that is shown is told of', async () => {
  files.set('c.md', 'three\n')
  await openPost('a.md')
  const drawn: (() => void)[] = []
  const told: string[] = []
  const stop = onShownText(({ kind, postId }) => {
    told.push(`${kind} ${postId}`)
    return kind === 'coming' ? new Promise<void>((resolve) => drawn.push(resolve)) : undefined
  })
  const first = openPost('b.md')
  await vi.waitFor(() => expect(told).toEqual(['coming b.md']))
  const second = openPost('c.md')
  await vi.waitFor(() => expect(told).toEqual(['coming b.md', 'coming c.md']))
  for (const resolve of drawn) resolve()
  await Promise.all([first, second])
  expect(told.slice(2)).toEqual(['opened c.md'])

  // The user returns to an open post while another one is loading.
  files.set('d.md', 'four\n')
  const third = openPost('d.md')
  await vi.waitFor(() => expect(told.at(-1)).toBe('coming d.md'))
  await openPost('a.md')
  drawn.at(-1)?.()
  await third
  stop()
  expect(told.slice(3)).toEqual(['coming d.md', 'opened a.md'])
  expect(getText()).toBe('---\ntitle: A\n---\n\nbody\n')
})
