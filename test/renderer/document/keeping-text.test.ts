import { describe, expect, test, vi } from 'vitest'
import {
  checkDisk,
  conflictOf,
  defaultSettings,
  getText,
  main,
  makeTextSafe,
  notices,
  openPost,
  post,
  recoverPosts,
  restart,
  save,
  saveState,
  startSettings,
  takeChoice,
  type,
  undoOnce,
  unsavedPosts,
  useNotices,
} from '../../support/open-post'

describe('a restart', () => {
  test('brings the text back with its steps to undo, and says so', async () => {
    type('one')
    await vi.advanceTimersByTimeAsync(999)
    type('two')
    await vi.advanceTimersByTimeAsync(999)
    restart()
    await recoverPosts(openPost)
    expect(notices()).toEqual(['Unsaved text restored: “a.md”.'])
    await openPost('a.md')
    expect([getText(), saveState()]).toEqual([`${post}onetwo`, 'unsaved'])
    undoOnce()
    undoOnce()
    expect([getText(), saveState()]).toEqual([post, 'saved'])
  })

  test('merges with a file that changed meanwhile', async () => {
    type('mine\n')
    await vi.advanceTimersByTimeAsync(999)
    restart()
    main.putFile('a.md', post.replace('title: A', 'title: B'))
    await openPost('a.md')
    expect([getText(), saveState()]).toEqual([`${post.replace('title: A', 'title: B')}mine\n`, 'unsaved'])
  })

  test('shows text whose file is gone, and saves it only when asked', async () => {
    type('mine\n')
    await vi.advanceTimersByTimeAsync(999)
    restart()
    main.files.clear()
    await openPost('a.md')
    expect([getText(), saveState()]).toEqual([`${post}mine\n`, 'deleted'])
    expect(main.saves).toHaveLength(0)
    await save()
    expect(main.files.get('a.md')?.text).toBe(`${post}mine\n`)
  })
})

describe('a save', () => {
  test('that was done in another way says so once, and again after it went as usual', async () => {
    const saveWith = async (note?: string) => {
      main.answers.save = () => ({
        kind: 'saved',
        revision: 'x',
        modifiedMs: 0,
        ...(note === undefined ? {} : { note }),
      })
      useNotices.setState({ notices: [] })
      type('x')
      await save()
      return notices()
    }
    expect(await saveWith('written over itself')).toEqual(['written over itself'])
    expect(await saveWith('written over itself')).toEqual([])
    expect(await saveWith('no room for history')).toEqual(['no room for history'])
    expect(await saveWith()).toEqual([])
    expect(await saveWith('no room for history')).toEqual(['no room for history'])
  })
})

describe('a change from outside', () => {
  test('that does not touch ours is merged, told, and saved when a save had been asked for', async () => {
    type('mine\n')
    main.putFile('a.md', post.replace('one', 'theirs'))
    expect(await save()).toMatchObject({ kind: 'saved' })
    expect(main.files.get('a.md')?.text).toBe(`${post.replace('one', 'theirs')}mine\n`)
    expect(notices()).toHaveLength(1)
  })

  test('a choice made by an older text of the disk is merged with the newer one', async () => {
    type('mine ', post.indexOf('two'))
    const first = main.putFile('a.md', post.replace('two', 'theirs'))
    await checkDisk('a.md')
    expect(conflictOf('a.md')?.merged.conflicts).toHaveLength(1)
    main.putFile('a.md', post.replace('two', 'theirs').replace('title: A', 'title: B'))
    await checkDisk('a.md')
    takeChoice('a.md', post.replace('two', 'both'), first)
    expect([getText(), saveState()]).toEqual([
      post.replace('two', 'both').replace('title: A', 'title: B'),
      'unsaved',
    ])
  })
})

describe('before the session ends', () => {
  test('autosave saves what it may, the journal has the rest, and nothing is asked', async () => {
    startSettings({ ...defaultSettings, autosave: 'afterDelay', autosaveDelay: 60_000 })
    main.putFile('b.md', post)
    type('x')
    await openPost('b.md')
    type('bad: [\n', 4)
    expect(await makeTextSafe()).toBeNull()
    expect(main.files.get('a.md')?.text).toBe(`${post}x`)
    expect(main.files.get('b.md')?.text).toBe(post)
    expect(main.journal.get('b.md')?.text).toContain('bad: [')
    expect(unsavedPosts()).toEqual(['b.md'])
  })

  test('without autosave no file is touched', async () => {
    type('x')
    expect(await makeTextSafe()).toBeNull()
    expect(main.saves).toHaveLength(0)
    expect(main.journal.get('a.md')?.text).toBe(`${post}x`)
  })

  test('text that neither file nor journal takes keeps the session open', async () => {
    main.answers.journal = () => ({ kind: 'failed', message: 'The disk is full.' })
    type('x')
    expect(await makeTextSafe()).toBe('a.md')
  })

  test('the steps to undo of a saved text are kept', async () => {
    type('x')
    await save()
    expect(await makeTextSafe()).toBeNull()
    restart()
    await openPost('a.md')
    expect(saveState()).toBe('saved')
    undoOnce()
    expect(getText()).toBe(post)
  })
})
