import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asNobody, can, hasOtherUser, isRoot, runScript } from '../support/fault-tools'
import { writePosts } from '../support/open-library'
import { withScript } from '../support/saver-script'
import { withTempFolder } from '../support/temp-folder'

const folder = withTempFolder()
const script = withScript('test/support/scanner-script.ts', ['@parcel/watcher'])

/** Root may read everything, so the test runs as another user. */
const look = async () => {
  const index = join(folder(), 'index', 'posts.sqlite')
  const { answers, ended } = runScript(script(), [join(folder(), 'posts'), index], isRoot ? asNobody : [])
  const { errors } = await ended
  return answers[0] ?? errors
}

test('a folder without permission is told, and its posts are not forgotten', async (context) => {
  if (!can('acting as another user', isRoot ? hasOtherUser : process.platform !== 'win32')) context.skip()
  await chmod(folder(), 0o755)
  await mkdir(join(folder(), 'index'))
  await chmod(join(folder(), 'index'), 0o777)
  writePosts(join(folder(), 'posts'), { 'a.md': '', 'closed/b.md': '', 'open/c.md': '' })
  const all = ['a.md', 'closed/b.md', 'open/c.md']
  expect(await look()).toMatchObject({ posts: all, problems: [] })

  const closed = join(folder(), 'posts', 'closed')
  await chmod(closed, 0)
  const second = await look()
  await chmod(closed, 0o755)
  expect(second).toMatchObject({
    posts: all,
    problems: [expect.stringMatching(/^closed: Cannot open the folder closed.*permission/i)],
  })
  expect(await look()).toMatchObject({ posts: all, problems: [], notes: [] })
})
