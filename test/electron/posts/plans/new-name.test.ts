import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refuseBadName } from '../../../../electron/posts/plans/new-name'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()

test.each(['aux', 'deep/a:b', 'deep/con.md', 'new/trailing.', 'x'.repeat(300)])(
  'what would make %s is refused',
  async (path) => {
    await expect(refuseBadName(folder(), path)).rejects.toMatchObject({ kind: 'bad-name' })
  },
)

test.skipIf(process.platform === 'win32')('what is there already may be used', async () => {
  await mkdir(join(folder(), 'deep: er/aux'), { recursive: true })
  await refuseBadName(folder(), 'deep: er/aux')
  await refuseBadName(folder(), 'deep: er/new/a.md')
  await refuseBadName(folder(), '')
  await expect(refuseBadName(folder(), 'deep: er/con')).rejects.toMatchObject({ kind: 'bad-name' })
})
