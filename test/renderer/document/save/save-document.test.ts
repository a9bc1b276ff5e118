import { describe, expect, test, vi } from 'vitest'
import {
  checkDisk,
  defaultSettings,
  documentOf,
  main,
  notices,
  openPost,
  post,
  save,
  saveState,
  startSettings,
  type,
  useDocument,
} from '../../../support/open-post'

describe('a save whose folder did not reach the disk', () => {
  const failWritten = (text: string) => {
    const { revision } = main.putFile('a.md', text)
    main.answers.save = () => ({
      kind: 'failed',
      reason: 'failed',
      message: 'The disk reported an error.',
      written: revision,
    })
  }

  test('is not saved, is not the work of another program, and is tried again', async () => {
    type('x')
    failWritten(`${post}x`)
    await save()
    expect(saveState()).toBe('failed')
    await checkDisk('a.md')
    expect([saveState(), notices()]).toEqual(['failed', []])
    main.answers.save = () => null
    await save()
    expect([saveState(), main.saves.length]).toEqual(['saved', 2])
  })

  test('lets the writer go on, and what is typed is based on it', async () => {
    type('x')
    failWritten(`${post}x`)
    await save()
    main.answers.save = () => null
    type('y')
    await save()
    expect([saveState(), main.files.get('a.md')?.text]).toEqual(['saved', `${post}xy`])
    expect(notices()).toEqual([])
  })
})

describe('a save that comes before the news that another program has renamed the file', () => {
  const renameOutside = (to: string) => {
    const file = main.files.get('a.md')
    if (!file) throw new Error('No file')
    main.files.delete('a.md')
    main.files.set(to, { ...file, id: to })
  }

  test('goes to the new name, which is told once', async () => {
    type('x')
    renameOutside('b.md')
    await save()
    expect([saveState(), useDocument.getState().post?.id]).toEqual(['saved', 'b.md'])
    expect([...main.files.values()].map(({ id, text }) => [id, text])).toEqual([['b.md', `${post}x`]])
    await checkDisk('a.md')
    await checkDisk('b.md')
    expect(notices()).toEqual(['“a.md” has been renamed to “b.md”.'])
  })

  test('goes there by itself too', async () => {
    startSettings({ ...defaultSettings, autosave: 'afterDelay' })
    type('x')
    renameOutside('b.md')
    await vi.advanceTimersByTimeAsync(3000)
    expect([saveState(), main.files.get('b.md')?.text]).toEqual(['saved', `${post}x`])
  })

  test('makes no file where it went to a post that is open', async () => {
    main.putFile('b.md', 'other\n')
    await openPost('b.md')
    await openPost('a.md')
    type('x')
    renameOutside('b.md')
    await save()
    expect([saveState(), documentOf('b.md')?.saveState]).toEqual(['deleted', 'saved'])
    expect(main.files.has('a.md')).toBe(false)
  })

  test('is told as deleted where nothing is known of it', async () => {
    type('x')
    main.files.delete('a.md')
    await save()
    expect([saveState(), main.files.size]).toEqual(['deleted', 0])
  })
})
