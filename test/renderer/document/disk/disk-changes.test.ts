import { beforeEach, describe, expect, test, vi } from 'vitest'
import { decodePost } from '../../../../shared/posts/text-format'
import {
  checkDisk,
  conflictOf,
  defaultSettings,
  dispatchChanges,
  getText,
  main,
  openPost,
  restart,
  save,
  saveState,
  startSettings,
  takeChoice,
} from '../../../support/open-post'
import { fc } from '../../../support/properties'

const long = `---\ntitle: Long\n---\n\n${Array.from({ length: 80 }, (_, n) => `Line ${n} of the text.`).join('\n')}\n`
const shorter = long.slice(0, 1_500)

beforeEach(async () => {
  startSettings({ ...defaultSettings, autosave: 'afterDelay', autosaveDelay: 1000 })
  main.putFile('long.md', long)
  await openPost('long.md')
})

const outside = async (text: string): Promise<void> => {
  main.putFile('long.md', text)
  await checkDisk('long.md')
}
const typeInLong = (): void => dispatchChanges([{ from: 11, to: 11, insert: 'My ' }], 'input.type')

describe('a file that another program writes in two goes', () => {
  test('is merged when it is whole, and nothing is saved before', async () => {
    typeInLong()
    const edited = getText()
    await outside(shorter)
    await vi.advanceTimersByTimeAsync(1_500)
    expect([getText(), main.saves.length]).toEqual([edited, 0])
    const theirs = long.replace('Line 70', 'Their line 70')
    await outside(theirs)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(main.files.get('long.md')?.text).toBe(edited.replace('Line 70', 'Their line 70'))
    expect(saveState()).toBe('saved')
  })

  test.each([
    ['cut in a line', shorter],
    ['cut at a line', long.slice(0, long.indexOf('Line 60'))],
    ['emptied', ''],
  ])(
    '%s, is asked about when it rests for long, never merged; the rest answers by itself',
    async (_how, part) => {
      typeInLong()
      const edited = getText()
      await outside(part)
      await vi.advanceTimersByTimeAsync(30_000)
      expect([saveState(), getText(), main.saves.length]).toEqual(['conflict', edited, 0])
      await outside(long.replace('Line 70', 'Their line 70'))
      await vi.advanceTimersByTimeAsync(10_000)
      expect(main.files.get('long.md')?.text).toBe(edited.replace('Line 70', 'Their line 70'))
    },
  )

  test('cut in the middle of a character is not merged as another encoding', async () => {
    const russian = 'Слова и слова,\n\nи ещё слова'
    main.putFile('long.md', russian)
    await checkDisk('long.md')
    await vi.advanceTimersByTimeAsync(5_000)
    dispatchChanges([{ from: 0, to: 0, insert: 'Мои ' }], 'input.type')
    const { text, format } = decodePost(Buffer.from(russian).subarray(0, -3))
    Object.assign(main.putFile('long.md', text), { format })
    await checkDisk('long.md')
    await vi.advanceTimersByTimeAsync(30_000)
    expect([saveState(), getText(), main.saves.length]).toEqual(['conflict', `Мои ${russian}`, 0])
    await outside(`${russian} и конец`)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(main.files.get('long.md')?.text).toBe(`Мои ${russian} и конец`)
  })

  test.each([
    ['git checkout, which removes it and writes it anew', ['gone', 'theirs']],
    ['a sync client that leaves an empty file meanwhile', ['', 'theirs']],
    [
      'a program that empties it, then removes it, then writes it in two goes',
      ['', 'gone', 'half', 'theirs'],
    ],
  ])('by %s, has both texts in the end', async (_by, steps) => {
    typeInLong()
    const edited = getText()
    const theirs = long.replace('Line 70', 'Their line 70')
    const texts: Record<string, string> = { theirs, half: theirs.slice(0, 900), '': '' }
    for (const step of steps) {
      if (step === 'gone') main.files.delete('long.md')
      else main.putFile('long.md', texts[step] ?? '')
      await checkDisk('long.md')
      await vi.advanceTimersByTimeAsync(300)
    }
    await vi.advanceTimersByTimeAsync(20_000)
    const whole = edited.replace('Line 70', 'Their line 70')
    expect([getText(), main.files.get('long.md')?.text]).toEqual([whole, whole])
  })

  test('is waited for by a save that met it first, asked for or not', async () => {
    for (const isAsked of [true, false]) {
      main.putFile('long.md', long)
      await checkDisk('long.md')
      await vi.advanceTimersByTimeAsync(5_000)
      typeInLong()
      const edited = getText()
      main.putFile('long.md', shorter)
      if (isAsked) await save()
      else await vi.advanceTimersByTimeAsync(1_100)
      expect([saveState(), getText()]).toEqual(['unsaved', edited])
      await vi.advanceTimersByTimeAsync(5_000)
      expect([saveState(), main.files.get('long.md')?.text]).toEqual(['conflict', shorter])
      await outside(long)
      await vi.advanceTimersByTimeAsync(5_000)
      expect(main.files.get('long.md')?.text).toBe(edited)
    }
  })

  test('in any pieces and with any rests between them: no piece of it is lost', async () => {
    const piece = fc.record({
      part: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), // a part of it only
      rest: fc.nat({ max: 6_000 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 5 }), async (pieces) => {
        restart()
        main.saves.length = 0
        main.putFile('long.md', long)
        await openPost('long.md')
        await vi.advanceTimersByTimeAsync(5_000)
        typeInLong()
        const theirs = long.replace('Line 70', 'Their line 70').replace('Line 3 ', 'Their line 3 ')
        const edited = getText()
        for (const { part, rest } of pieces.toSorted((a, b) => a.part - b.part)) {
          await outside(theirs.slice(0, Math.floor(theirs.length * part)))
          await vi.advanceTimersByTimeAsync(rest)
        }
        await outside(theirs)
        await vi.advanceTimersByTimeAsync(20_000)
        const whole = edited.replace('Line 70', 'Their line 70').replace('Line 3 ', 'Their line 3 ')
        expect(main.files.get('long.md')?.text).toBe(whole)
      }),
      { numRuns: 40 },
    )
  })

  test('of an unchanged text is shown when it is whole or quiet, with the earlier text in the history', async () => {
    await outside(shorter)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(getText()).toBe(long)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(getText()).toBe(shorter)
    expect(main.kept).toEqual([['long.md', long]])
  })
})

describe('a merge', () => {
  test('has the text as it was opened in the history first', async () => {
    typeInLong()
    await outside(long.replace('Line 70', 'Their line 70'))
    expect(main.kept).toEqual([['long.md', long]])
  })

  test('is not saved unasked over a file that changed just now, but when it is quiet', async () => {
    typeInLong()
    await vi.advanceTimersByTimeAsync(900)
    await outside(long.replace('Line 70', 'Their line 70'))
    await vi.advanceTimersByTimeAsync(1_900)
    expect(main.saves).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1_200)
    expect([main.saves.length, saveState()]).toEqual([1, 'saved'])
  })

  test('is not saved while the file goes on changing', async () => {
    typeInLong()
    for (let n = 0; n < 8; n++) {
      await outside(long.replace('Line 70', `Their line 7${n}`))
      await vi.advanceTimersByTimeAsync(1_500)
    }
    expect(main.saves).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(main.saves).toHaveLength(1)
  })
})

describe('the question about a file that lost text', () => {
  test('shows the own text whole beside it', async () => {
    typeInLong()
    await outside(shorter)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(conflictOf('long.md')?.merged).toEqual({ text: getText(), conflicts: [] })
    expect(conflictOf('long.md')?.theirs.text).toBe(shorter)
  })

  test('is answered by a choice, which is then saved', async () => {
    typeInLong()
    await outside(shorter)
    await vi.advanceTimersByTimeAsync(3_000)
    const theirs = conflictOf('long.md')?.theirs
    if (theirs) takeChoice('long.md', getText(), theirs)
    const edited = getText()
    await vi.advanceTimersByTimeAsync(5_000)
    expect([main.files.get('long.md')?.text, saveState()]).toEqual([edited, 'saved'])
  })
})
