import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { watchFolder } from '../../../../electron/library/files/watch-folder'
import type { LibraryOptions } from '../../../../electron/library/scan/options'
import {
  type OpenedLibrary,
  openLibrary,
  plainSite,
  postWith,
  writePosts,
} from '../../../support/open-library'
import { withTempFolder } from '../../../support/temp-folder'

vi.setConfig({ testTimeout: 240_000 }) // thousands of real files, on machines that do other things too

const temp = withTempFolder()
const folder = () => join(temp(), 'posts')
const opened: OpenedLibrary[] = []
afterEach(async () => {
  for (const { library } of opened.splice(0)) await library.close()
})

/** Milliseconds without events after which the watcher rests. */
const settledMs = 100

const watch = async (options: Partial<LibraryOptions> = {}): Promise<OpenedLibrary> => {
  const made = openLibrary(folder(), {
    watch: true,
    watchTimes: { presence: 100, poll: 300, settled: settledMs },
    ...options,
  })
  opened.push(made)
  await made.library.watching()
  await made.library.settled()
  return made
}
const titles = ({ posts }: OpenedLibrary): string[] => [...posts.values()].map(({ title }) => title).sort()

/** Waits until events have settled and the watcher has handled them. */
const settledWatch = async ({ library }: OpenedLibrary): Promise<void> => {
  await setTimeout(2 * settledMs)
  await library.watching()
}

describe('what happens in the folder is seen', () => {
  test('that it went before it was watched, and that it is back', async () => {
    const told: boolean[] = []
    const nothing = () => undefined
    const watching = watchFolder({
      root: folder(),
      onPaths: nothing,
      onSettled: nothing,
      onLook: nothing,
      onNote: nothing,
      onAvailable: (available) => void told.push(available),
      times: { presence: 100 },
    })
    try {
      await watching.ready()
      await vi.waitFor(() => expect(told).toEqual([false]), { timeout: 20_000 })
      mkdirSync(folder())
      await vi.waitFor(() => expect(told).toEqual([false, true]), { timeout: 20_000 })
    } finally {
      await watching.close()
    }
  })

  test('what comes later in folders that were made several levels at once', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }) })
    const made = await watch()
    for (const [deep, first, later] of [
      ['fresh/dir', 'B', 'C'],
      ['old/2022/05/10', 'D', 'E'],
    ] as const) {
      mkdirSync(join(folder(), deep), { recursive: true })
      writePosts(folder(), { [`${deep}/first.md`]: postWith({ title: first }) })
      await vi.waitFor(() => expect(titles(made)).toContain(first), { timeout: 20_000 })
      await settledWatch(made)
      writePosts(folder(), { [`${deep}/later.md`]: postWith({ title: later }) })
      await vi.waitFor(() => expect(titles(made)).toContain(later), { timeout: 20_000 })
    }
    // A complete folder moved in from elsewhere, as git does it.
    writePosts(join(temp(), 'elsewhere'), { 'x/y/z/f.md': postWith({ title: 'F' }) })
    renameSync(join(temp(), 'elsewhere'), join(folder(), 'moved'))
    await vi.waitFor(() => expect(titles(made)).toContain('F'), { timeout: 20_000 })
    await settledWatch(made)
    writePosts(folder(), { 'moved/x/y/z/g.md': postWith({ title: 'G' }) })
    await vi.waitFor(() => expect(titles(made)).toContain('G'), { timeout: 20_000 })
  })

  test.each([0, 0.4, 0.8, 1.04, 1.2, 1.6].map((part) => part * settledMs))(
    'folders made several levels at once that go again %i ms after they were seen',
    async (pause) => {
      writePosts(folder(), { 'a.md': postWith({ title: 'A' }), 'b.md': postWith({ title: 'B' }) })
      const made = await watch()
      mkdirSync(join(folder(), 'old/2022'), { recursive: true })
      renameSync(join(folder(), 'a.md'), join(folder(), 'old/2022/a.md'))
      await vi.waitFor(() => expect([...made.posts.keys()].sort()).toEqual(['b.md', 'old/2022/a.md']))
      await setTimeout(pause)
      renameSync(join(folder(), 'old/2022/a.md'), join(folder(), 'a.md'))
      rmSync(join(folder(), 'old'), { recursive: true })
      await vi.waitFor(() => expect([...made.posts.keys()].sort()).toEqual(['a.md', 'b.md']), {
        timeout: 5000,
      })
    },
  )

  test('a change, a new post and one that goes', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }), 'b.md': postWith({ title: 'B' }) })
    const made = await watch()
    writePosts(folder(), { 'a.md': postWith({ title: 'A2' }), 'c/d.md': postWith({ title: 'D' }) })
    rmSync(join(folder(), 'b.md'))
    await made.until(() => titles(made).join() === 'A2,D', 'all three were seen')
    expect(made.files).toContainEqual({ id: 'a.md', kind: 'changed' })
    expect(made.files).toContainEqual({ id: 'b.md', kind: 'removed' })
  })

  test('the settings of the site, which stand above the posts', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }) })
    const made = await watch({ site: { ...plainSite(folder()), root: temp() } })
    const labelled = () => made.schemas.at(-1)?.fields.find(({ key }) => key === 'title')?.label
    expect(made.settings).toEqual([])
    writeFileSync(join(temp(), 'postwright.json'), '{ "fields": { "title": { "label": "Heading" } } }')
    await made.until(() => labelled() === 'Heading', 'the label was learnt')
    writeFileSync(join(temp(), 'postwright.json'), '{ "fields": { "title": { "lable": "x" } } }')
    await made.until(() => made.settings.length === 2, 'the mistake was told')
    expect(made.settings[1]?.[0]?.message).toMatch(/postwright.json, line 1: .*no setting “lable”/)
    expect(labelled()).toBe('Heading')
    rmSync(join(temp(), 'postwright.json'))
    await made.until(() => labelled() === undefined, 'the label went')
    expect(made.settings).toHaveLength(3)
  })

  test('a change that keeps size and time is told to the open post', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }) })
    const made = await watch()
    writeFileSync(join(folder(), 'a.md'), postWith({ title: 'B' }))
    await made.until(() => made.files.some(({ id }) => id === 'a.md'), 'the change was told')
    await made.until(() => titles(made).join() === 'B', 'the list has it')
  })

  test('a folder that is moved in, renamed and moved out', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }) })
    writePosts(join(temp(), 'other'), {
      'x.md': postWith({ title: 'X' }),
      'deep/y.md': postWith({ title: 'Y' }),
    })
    const made = await watch()
    renameSync(join(temp(), 'other'), join(folder(), 'in'))
    await made.until(() => titles(made).join() === 'A,X,Y', 'the folder came')
    renameSync(join(folder(), 'in'), join(folder(), 'new'))
    await made.until(
      () => made.posts.has('new/deep/y.md') && !made.posts.has('in/x.md'),
      'the folder was renamed',
    )
    renameSync(join(folder(), 'new'), join(temp(), 'other'))
    await made.until(() => titles(made).join() === 'A', 'the folder went')
  })

  test('a case-only rename', async () => {
    writePosts(folder(), { 'Hello.md': postWith({ title: 'A' }) })
    const made = await watch()
    renameSync(join(folder(), 'Hello.md'), join(folder(), 'hello.md'))
    await made.until(() => [...made.posts.keys()].join() === 'hello.md', 'the new name is there alone')
  })

  test('our own saves come like any other, and leave no trace of their temporary file', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }) })
    const made = await watch()
    const temporary = join(folder(), '.postwright-0-0-0.tmp')
    writeFileSync(temporary, postWith({ title: 'A2' }))
    renameSync(temporary, join(folder(), 'a.md'))
    await made.until(() => titles(made).join() === 'A2', 'the save was seen')
    expect(new Set(made.files.map(({ id }) => id))).toEqual(new Set(['a.md']))
  })

  test('the folder goes and comes back, even as another one', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }) })
    const made = await watch()
    renameSync(folder(), join(temp(), 'away'))
    await made.until(() => made.states.at(-1)?.available === false, 'it was missed')
    expect(made.states.at(-1)?.message).toContain('is not available')
    writePosts(folder(), { 'b.md': postWith({ title: 'B' }) })
    await made.until(
      () => made.states.at(-1)?.available === true && titles(made).join() === 'B',
      'it is back',
    )
    writePosts(folder(), { 'c.md': postWith({ title: 'C' }) })
    await made.until(() => titles(made).join() === 'B,C', 'it is watched again')
  })
})

describe('a branch switch with 5,000 changed posts', () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder(),
      stdio: 'pipe',
    })
  const write = (branch: string) => {
    for (let n = 0; n < 5000; n++) {
      const id = `${n % 7}/p${n}.md`
      if (n < 7) mkdirSync(join(folder(), String(n)), { recursive: true })
      writeFileSync(join(folder(), id), postWith({ title: `${branch} ${n}` }))
    }
  }

  test('ends with every post as it is on the branch, though the watcher may lose events', async () => {
    mkdirSync(folder(), { recursive: true })
    git('init', '-q', '-b', 'one')
    write('one')
    git('add', '.')
    git('commit', '-qm', 'one')
    git('checkout', '-q', '-b', 'two')
    write('two')
    git('rm', '-qf', '3/p3.md')
    git('commit', '-qam', 'two')
    const made = await watch()
    const allFrom = (branch: string, count: number) => () =>
      made.posts.size === count && [...made.posts.values()].every(({ title }) => title.startsWith(branch))
    expect(allFrom('two', 4999)()).toBe(true)
    for (const [branch, count] of [
      ['one', 5000],
      ['two', 4999],
    ] as const) {
      git('checkout', '-q', branch)
      await made.until(allFrom(branch, count), `every post is the one of ${branch}`)
    }
    expect(made.batches.every(({ changed }) => changed.length <= 500)).toBe(true)
  })
})
