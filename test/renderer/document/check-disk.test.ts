import { describe, expect, test } from 'vitest'
import { checkDisk, main, notices, post, save, saveState, type, useDocument } from '../../support/open-post'

const renameOutside = (to: string) => {
  const file = main.files.get('a.md')
  if (!file) throw new Error('No file')
  main.files.delete('a.md')
  main.files.set(to, { ...file, id: to })
}

const shown = () => useDocument.getState().post?.id

describe('a file that another program renames', () => {
  test('is followed with what was typed', async () => {
    type('x')
    renameOutside('b.md')
    await checkDisk('a.md')
    expect([shown(), saveState()]).toEqual(['b.md', 'unsaved'])
    expect(notices()).toEqual(['“a.md” has been renamed to “b.md”.'])
  })

  test('right after a save is followed by a look that began before that save', async () => {
    let read = () => undefined as undefined
    main.answers.readDelay = new Promise((resolve) => {
      read = () => void resolve()
    })
    const looked = checkDisk('a.md')
    type('x')
    await save()
    renameOutside('b.md')
    read()
    await looked
    expect([shown(), saveState(), main.files.get('b.md')?.text]).toEqual(['b.md', 'saved', `${post}x`])
  })

  test('while a save is on its way is followed, and the save goes to the new name', async () => {
    renameOutside('b.md')
    type('x')
    await Promise.all([checkDisk('a.md'), save(), checkDisk('a.md')])
    expect([shown(), saveState(), main.files.get('b.md')?.text]).toEqual(['b.md', 'saved', `${post}x`])
    expect([main.files.size, notices().length]).toEqual([1, 1])
  })
})

test('a file that is gone is told, and its text stays', async () => {
  main.files.delete('a.md')
  await checkDisk('a.md')
  expect([shown(), saveState()]).toEqual(['a.md', 'deleted'])
})
