import { describe, expect, test } from 'vitest'
import { checkDisk, main, notices, post, save, saveState, type } from '../../../support/open-post'

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
