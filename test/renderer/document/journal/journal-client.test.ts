import { describe, expect, test, vi } from 'vitest'
import { deferred } from '../../../../shared/base/deferred'
import {
  dispatchChanges,
  flushJournal,
  getText,
  main,
  notices,
  openPost,
  post,
  save,
  saveState,
  type,
  undoOnce,
} from '../../../support/open-post'
import { fc } from '../../../support/properties'

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

  test('has the text of a post that becomes unsaved while that of another one is sent', async () => {
    main.putFile('b.md', post)
    await openPost('b.md')
    type('x')
    await openPost('a.md')
    const slowDisk = deferred<void>()
    main.answers.journalDelay = slowDisk.promise
    const flushed = flushJournal()
    await vi.advanceTimersByTimeAsync(0)
    type('y')
    slowDisk.resolve()
    expect(await flushed).toBe(true)
    expect(main.journal.get('a.md')?.text).toBe(`${post}y`)
    expect(main.journal.get('b.md')?.text).toBe(`${post}x`)
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

  /** Keys that come faster than the window draws, so no timer runs between them. */
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
    expect(main.entries).toEqual(['based', 'changes', 'changes']) // no entry waits for the whole text
  })

  test.each([
    ['at the start', 0, 0],
    ['at the end', 700_000, 700_000],
    ['over some words', 3, 60_000],
  ])('counts a long text from its file: typed %s', async (_where, from, to) => {
    main.putFile('long.md', 'some words\n\n'.repeat(60_000))
    await openPost('long.md')
    for (const insert of ['x', '\ny', '']) {
      dispatchChanges([{ from, to: Math.min(to, getText().length), insert }], 'input.type')
      expect(await flushJournal()).toBe(true)
      expect(main.journal.get('long.md')?.text === getText()).toBe(true)
    }
    expect(main.entries[0]).toBe('based')
    await save('long.md')
    type('z')
    expect(await flushJournal()).toBe(true)
    expect(main.entries.at(-1)).toBe('based')
    expect(main.journal.get('long.md')?.text === getText()).toBe(true)
  })

  test('sends a long text as a whole where little of the file is left, or main asks for it', async () => {
    main.putFile('long.md', 'some words\n\n'.repeat(60_000))
    await openPost('long.md')
    dispatchChanges([{ from: 0, to: 500_000, insert: 'other words\n'.repeat(30_000) }], 'input.type')
    await flushJournal()
    expect(main.entries).toEqual(['snapshot'])
    await save('long.md')
    type('x')
    let left = 1
    main.answers.journal = () => (left-- > 0 ? { kind: 'needs-snapshot' } : { kind: 'written' })
    await flushJournal()
    type('y')
    await flushJournal()
    expect(main.entries).toEqual(['snapshot', 'based', 'snapshot', 'changes'])
    expect(main.journal.get('long.md')?.text === getText()).toBe(true)
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
