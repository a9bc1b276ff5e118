import { describe, expect, test, vi } from 'vitest'
import {
  checkDisk,
  conflictOf,
  defaultSettings,
  dispatchChanges,
  flushJournal,
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
import { fc } from '../../support/properties'

describe('the journal', () => {
  test('has what is typed within a second, as changes after the first snapshot, and forgets it when it is saved', async () => {
    type('x')
    await vi.advanceTimersByTimeAsync(999)
    type('y')
    type('z')
    await vi.advanceTimersByTimeAsync(999)
    expect(main.journal.get('a.md')).toMatchObject({ text: `${post}xyz`, changes: [{ index: 1 }] })
    expect(main.journal.get('a.md')?.snapshot).toMatchObject({ onDisk: { text: post } })
    await save()
    await vi.advanceTimersByTimeAsync(0)
    expect(main.journal.size).toBe(0)
  })

  test('starts anew when the text goes back to the file and on', async () => {
    type('x')
    await vi.advanceTimersByTimeAsync(999)
    undoOnce()
    await vi.advanceTimersByTimeAsync(999)
    expect(main.journal.size).toBe(0)
    type('y')
    await vi.advanceTimersByTimeAsync(999)
    expect(main.journal.get('a.md')?.text).toBe(`${post}y`)
  })

  test('counts from the new file after a save during which more was typed', async () => {
    type('x')
    const saving = save()
    type('y')
    await saving
    await vi.advanceTimersByTimeAsync(999)
    expect(main.journal.get('a.md')).toMatchObject({
      text: `${post}xy`,
      snapshot: { onDisk: { text: `${post}x` } },
    })
  })

  test('a long text that is saved while it is made ready does not come back', async () => {
    main.putFile('long.md', 'some words\n'.repeat(120_000))
    await openPost('long.md')
    type('x')
    const flushed = flushJournal()
    await save('long.md')
    expect(await flushed).toBe(true)
    expect(main.journal.size).toBe(0)
    type('y')
    expect(await flushJournal()).toBe(true)
    expect(main.journal.get('long.md')?.text).toBe(getText())
  })

  test('has what is typed while earlier entries wait for a slow disk', async () => {
    main.answers.journalDelay = new Promise(() => undefined)
    for (const letter of 'abcdef') {
      type(letter)
      await vi.advanceTimersByTimeAsync(999)
      expect(main.journal.get('a.md')?.text.endsWith(letter)).toBe(true)
    }
    expect(main.journal.get('a.md')?.changes).toHaveLength(5)
  })

  /** Keys that follow each other faster than the window draws: no timer runs between them. */
  const typeWithoutRest = async (letters: string, msEach: number): Promise<void> => {
    let now = performance.now()
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
    for (const letter of letters) {
      type(letter)
      now += msEach
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    }
    clock.mockRestore()
  }

  test('has what is typed though no timer comes to its turn', async () => {
    await typeWithoutRest('abcdefghij', 100)
    expect(main.journal.get('a.md')?.text).toBe(`${post}abcdefghij`)
  })

  test.each([1, 8])('has each key at once in a line of %i MB, which takes long to draw', async (size) => {
    main.putFile('long.md', `${'words and '.repeat(100_000 * size)}\n\nend`)
    await openPost('long.md')
    for (const letter of 'xyz') {
      dispatchChanges([{ from: 3, to: 3, insert: letter }], 'input.type')
      await vi.advanceTimersByTimeAsync(0)
      expect(main.journal.get('long.md')?.text === getText()).toBe(true)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(main.journal.get('long.md')?.changes).toHaveLength(2)
  })

  test('says once that it cannot write, keeps trying, and has everything in the end', async () => {
    main.answers.journal = () => ({ kind: 'failed', message: 'The disk is full.' })
    for (const letter of 'abc') {
      type(letter)
      await vi.advanceTimersByTimeAsync(6_000)
    }
    expect(notices()).toEqual(['The disk is full.'])
    main.answers.journal = () => ({ kind: 'written' })
    await vi.advanceTimersByTimeAsync(6_000)
    expect(main.journal.get('a.md')?.text).toBe(`${post}abc`)
  })

  test('any typing, any answers: after a good flush the journal has the text', async () => {
    const answer = fc.constantFrom('written', 'written', 'needs-snapshot', 'failed')
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.string({ maxLength: 3 }), answer)
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
        for (const [at, length, insert, kind] of edits) {
          const from = at % (getText().length + 1)
          dispatchChanges([{ from, to: Math.min(from + length, getText().length), insert }], 'input.type')
          let left = kind === 'needs-snapshot' ? 1 : 0
          main.answers.journal = () => {
            if (kind === 'failed') return { kind: 'failed', message: 'no' }
            return left-- > 0 ? { kind: 'needs-snapshot' } : { kind: 'written' }
          }
          await vi.advanceTimersByTimeAsync(300)
        }
        main.answers.journal = () => ({ kind: 'written' })
        expect(await flushJournal()).toBe(true)
        if (saveState() !== 'saved') expect(main.journal.get('a.md')?.text).toBe(getText())
      }),
      { numRuns: 40 },
    )
  })
})

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
