import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { anchorsOf } from '../../electron/posts/operations/anchors'
import { writeRecord } from '../../electron/posts/operations/record'
import { planRename } from '../../electron/posts/plans/rename-post'
import { detectSite } from '../../electron/site/detect-site'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

test('the window opens over a rename that cannot be finished, says which files it is about, and tries again', async ({
  folder,
  launch,
}) => {
  const root = await writeBlog(join(folder, 'site'), {
    'old.md': { head: ['title: Old'] },
    'one.md': { head: ['title: One'], body: '[old](./old.md)' },
    'two.md': { head: ['title: Two'], body: '[old](./old.md)' },
    'three.md': { head: ['title: Three'], body: '[old](./old.md)' },
  })
  // What remains if an app ends before the first step.
  const { steps } = await planRename(await detectSite(root), 'old.md', 'new')
  await writeRecord(join(folder, 'profile/data/operations'), {
    id: '000000001-cut',
    title: 'Rename old.md',
    afterCrash: 'finish',
    steps,
    made: [],
    emptied: [],
    anchors: await anchorsOf(steps),
    before: 0,
    total: steps.length,
  })
  const closed = ['one.md', 'two.md'].map((name) => join(root, 'posts', name))
  for (const path of closed) await chmod(path, 0o444)

  const { page } = await launch({ open: root })
  const main = new MainWindow(page)
  await expect(main.rows).toHaveCount(4)
  const notice = page.getByRole('status').filter({ hasText: 'was interrupted' })
  await expect(notice).toContainText(
    '“Rename old.md” was interrupted: 2 of 3 files still have the old link.Show files',
  )
  await notice.getByText('Show files').click()
  await expect(notice.getByRole('listitem')).toHaveText([/one\.md.*read-only/, /two\.md.*read-only/])
  await expect(page.getByRole('option', { name: /Three/ })).toBeVisible()
  expect(await readFile(join(root, 'posts/three.md'), 'utf8')).toContain('[old](./new.md)')

  for (const path of closed) await chmod(path, 0o644)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('“Rename old.md” was interrupted and is complete now.')).toBeVisible()
  for (const path of closed) expect(await readFile(path, 'utf8')).toContain('[old](./new.md)')
})
