import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RenderReply, RenderRequest } from '../../../../renderer/preview/render/render-messages'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { BlockRenderer } from '../../../../shared/markdown/page/blocks'
import { markdownOptions } from '../../../support/markdown-options'

/** A worker that only listens; the test answers for it. */
class FakeWorker {
  static readonly started: FakeWorker[] = []
  onmessage: ((event: { data: RenderReply }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  readonly asked: RenderRequest[] = []
  ended = false

  constructor(
    _: URL,
    readonly options: { readonly name: string },
  ) {
    if (options.name === 'render') FakeWorker.started.push(this)
  }

  postMessage(request: RenderRequest): void {
    this.asked.push(request)
  }

  terminate(): void {
    this.ended = true
  }

  answer(reply: RenderReply): void {
    this.onmessage?.({ data: reply })
  }

  /** The last request about the text, without the port to the highlighter. */
  get last(): Exclude<RenderRequest, { kind: 'highlighter' }> | undefined {
    return this.asked.filter((request) => request.kind !== 'highlighter').at(-1)
  }
}

/** A patch that changes nothing, as for an empty text. */
const nothing = new BlockRenderer(markdownOptions()).renderMore(() => true)
const options = { features: featuresOf('github'), remoteImages: 'hold' } as const
const stuck = 'A block that never ends'

const begin = async () => {
  const { RenderClient } = await import('../../../../renderer/preview/render/render-client')
  const patches: { isFirst: boolean; finished: boolean }[] = []
  const problems: string[] = []
  const client = new RenderClient(options, {
    currentText: () => `First.\n\n${stuck}\n`,
    onPatch: (_patch, { isFirst, finished }) => patches.push({ isFirst, finished }),
    onProblem: (message) => problems.push(message),
  })
  const worker = (): FakeWorker => {
    const newest = FakeWorker.started.at(-1)
    if (!newest) throw new Error('No worker was started')
    return newest
  }
  return { client, patches, problems, worker }
}

const runOf = (worker: FakeWorker): number => {
  const opened = worker.asked.findLast((request) => request.kind === 'open')
  if (!opened) throw new Error('The worker was not given a text')
  return opened.run
}

beforeEach(() => {
  FakeWorker.started.length = 0
  vi.resetModules()
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16))
  vi.stubGlobal('Worker', FakeWorker)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a worker that answers in time stays', async () => {
  const { client, patches, worker } = await begin()
  client.open('a.md', 1, 'First.')
  vi.advanceTimersByTime(1900)
  worker().answer({ kind: 'patch', run: runOf(worker()), version: 1, patch: nothing, finished: false })
  await vi.waitFor(() => expect(worker().last).toEqual({ kind: 'more', run: runOf(worker()) }))
  vi.advanceTimersByTime(1900)
  worker().answer({ kind: 'patch', run: runOf(worker()), version: 1, patch: nothing, finished: true })
  vi.advanceTimersByTime(60_000)
  expect(FakeWorker.started).toHaveLength(1)
  expect(patches).toEqual([
    { isFirst: true, finished: false },
    { isFirst: false, finished: true },
  ])
})

test('more is asked for when the first patch is painted, and then at once', async () => {
  let drawFrame = (): void => undefined
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    drawFrame = draw
  })
  const { client, worker } = await begin()
  const asked = () => worker().asked.filter(({ kind }) => kind === 'more').length
  const answer = (run: number) =>
    worker().answer({ kind: 'patch', run, version: 1, patch: nothing, finished: false })
  client.open('a.md', 1, 'First.')
  answer(runOf(worker()))
  await Promise.resolve()
  expect(asked()).toBe(0)
  drawFrame()
  await vi.waitFor(() => expect(asked()).toBe(1))
  answer(runOf(worker()))
  expect(asked()).toBe(2)

  // Nothing is requested for a text that is gone by then.
  client.open('b.md', 2, 'Another.')
  answer(runOf(worker()))
  client.open('c.md', 3, 'One more.')
  drawFrame()
  await new Promise((done) => setImmediate(done))
  expect(asked()).toBe(2)
})

test('who opens a text can wait for its first patch, or for the text that takes its place', async () => {
  const { client, patches, worker } = await begin()
  const first = client.open('a.md', 1, 'First.')
  const second = client.open('b.md', 2, 'Another.')
  await first
  worker().answer({ kind: 'patch', run: runOf(worker()), version: 2, patch: nothing, finished: true })
  await second
  expect(patches).toHaveLength(1)
  const third = client.open('c.md', 3, 'One more.')
  client.dispose()
  await third
})

test('a stuck worker is replaced, and the block at fault stands as source', async () => {
  const { client, patches, problems, worker } = await begin()
  const text = `First.\n\n${stuck}\n`
  client.open('a.md', 1, text)
  const first = worker()
  vi.advanceTimersByTime(2300)

  // The next worker must report each block, since it is not yet known which one it was.
  const second = worker()
  expect([first.ended, second.ended]).toEqual([true, false])
  expect(second.last).toMatchObject({ kind: 'open', text, careful: true, avoid: [] })
  expect(problems).toEqual([])

  second.answer({ kind: 'at', run: runOf(second), firstLine: 'First.' })
  vi.advanceTimersByTime(1900)
  second.answer({ kind: 'at', run: runOf(second), firstLine: stuck })
  vi.advanceTimersByTime(1900)
  expect(second.ended).toBe(false) // slow is not stuck: each block has the full time
  vi.advanceTimersByTime(400)

  const third = worker()
  expect([second.ended, third.ended]).toEqual([true, false])
  expect(third.last).toMatchObject({ kind: 'open', careful: false, avoid: [stuck] })
  expect(problems).toEqual([expect.stringContaining(`is shown as source in the preview: “${stuck}”`)])

  // Messages of terminated workers no longer count.
  third.answer({ kind: 'patch', run: runOf(second), version: 1, patch: nothing, finished: true })
  expect(patches).toEqual([])
  third.answer({ kind: 'patch', run: runOf(third), version: 1, patch: nothing, finished: true })
  expect(patches).toEqual([{ isFirst: true, finished: true }])
  vi.advanceTimersByTime(60_000)
  expect(FakeWorker.started).toHaveLength(3)
})

test('workers that are slow to start are not replaced for ever, and a stuck one is known again then', async () => {
  const { client, patches, worker } = await begin()
  client.open('a.md', 1, 'text')
  const age = new Map<FakeWorker, number>()
  for (let passed = 0; passed < 60_000 && patches.length === 0; passed += 100) {
    vi.advanceTimersByTime(100)
    const newest = worker()
    age.set(newest, (age.get(newest) ?? 0) + 100)
    if (age.get(newest) === 10_000)
      newest.answer({ kind: 'patch', run: runOf(newest), version: 1, patch: nothing, finished: true })
  }
  expect(patches).toEqual([{ isFirst: true, finished: true }])
  const started = FakeWorker.started.length
  client.change(2, [4, [0, 'x']])
  vi.advanceTimersByTime(2300)
  expect(FakeWorker.started).toHaveLength(started + 1)
})

test('a text that comes before the editor has it is opened again as it came, and then as it was changed', async () => {
  const { client, worker } = await begin()
  client.open('b.md', 1, 'On its way.') // the editor still has another text
  vi.advanceTimersByTime(2300)
  expect(worker().last).toMatchObject({ kind: 'open', postId: 'b.md', text: 'On its way.' })
  client.setOptions({ ...options, remoteImages: 'show' })
  expect(worker().last).toMatchObject({ kind: 'open', postId: 'b.md', text: 'On its way.' })
  client.change(2, [11, [0, ' More.']])
  client.setOptions(options)
  expect(worker().last).toMatchObject({ kind: 'open', version: 2, text: `First.\n\n${stuck}\n` })
  client.open('c.md', 3, 'The next.')
  client.confirm(4, [9, [0, '!']])
  client.setOptions({ ...options, remoteImages: 'show' })
  expect(worker().last).toMatchObject({ kind: 'open', version: 4, text: `First.\n\n${stuck}\n` })
})

test('a change that hangs the worker is the newest text for the next one, and other posts keep the block as source', async () => {
  const { client, worker } = await begin()
  client.open('a.md', 1, 'First.')
  worker().answer({ kind: 'patch', run: runOf(worker()), version: 1, patch: nothing, finished: true })
  client.change(2, [6, [0, '', stuck]])
  expect(worker().last).toMatchObject({ kind: 'change', version: 2 })
  vi.advanceTimersByTime(2300)
  expect(worker().last).toMatchObject({ kind: 'open', version: 2, careful: true })
  worker().answer({ kind: 'at', run: runOf(worker()), firstLine: stuck })
  vi.advanceTimersByTime(2300)
  client.open('b.md', 3, 'Another.')
  expect(worker().last).toMatchObject({ kind: 'open', postId: 'b.md', avoid: [stuck] })
})

test('a change the page shows already waits for the frame, and never for a later one', async () => {
  let drawFrame = (): void => undefined
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    drawFrame = draw
  })
  const { client, worker } = await begin()
  const versions = () => worker().asked.flatMap((asked) => (asked.kind === 'change' ? [asked.version] : []))
  client.open('a.md', 1, 'First.')
  client.confirm(2, [6, [0, 'x']])
  client.confirm(3, [7, [0, 'y']])
  expect(versions()).toEqual([])
  drawFrame()
  expect(versions()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(versions()).toEqual([2, 3])

  client.confirm(4, [8, [0, 'z']])
  client.change(5, [9, [0, '', '']])
  expect(versions()).toEqual([2, 3, 4, 5])
  drawFrame()
  vi.advanceTimersByTime(1)
  expect(versions()).toEqual([2, 3, 4, 5])

  // A new text includes everything that was typed.
  client.confirm(6, [10, [0, 'x']])
  client.open('b.md', 7, 'Another.')
  drawFrame()
  vi.advanceTimersByTime(1)
  expect(versions()).toEqual([2, 3, 4, 5])
})

test('an answer that a busy window heard late keeps the worker', async () => {
  const { client, worker } = await begin()
  client.open('a.md', 1, 'First.')
  vi.advanceTimersByTime(2100)
  worker().answer({ kind: 'patch', run: runOf(worker()), version: 1, patch: nothing, finished: true })
  vi.advanceTimersByTime(60_000)
  expect(FakeWorker.started).toHaveLength(1)
})

test('a preview that is taken away replaces nothing any more', async () => {
  const { client, worker } = await begin()
  client.open('a.md', 1, 'First.')
  const first = worker()
  client.dispose()
  expect(first.ended).toBe(true)
  const spares = FakeWorker.started.length
  vi.advanceTimersByTime(60_000)
  expect(FakeWorker.started).toHaveLength(spares)
})
