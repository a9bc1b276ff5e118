import { join } from 'node:path'
import { writeSite } from '../support/write-site'
import { expect, test } from './app'
import { typeAtEnd } from './pages/one-post'

test('a link of Hexo that names a post shows its title, also while its paragraph is written', async ({
  folder,
  launch,
}) => {
  await writeSite(folder, {
    'package.json': JSON.stringify({ dependencies: { hexo: '^8' } }),
    '_config.yml': 'title: x\n',
    'source/_posts/my-post.md': '---\ntitle: My *great* post\ndate: 2024-01-01\n---\n\nText\n',
    'source/_posts/a.md':
      '---\ntitle: A\ndate: 2024-01-02\n---\n\n{% post_link my-post %} {% post_link my-post Own %} {% post_link gone %}',
  })
  const { page } = await launch({ open: join(folder, 'source/_posts/a.md') })
  const links = page.frameLocator('iframe').locator('#post a')
  await expect(links).toHaveText(['My *great* post', 'Own', 'gone'])
  await typeAtEnd(page, ' and **more**')
  await expect(page.frameLocator('iframe').locator('#post strong')).toHaveText('more')
  await expect(links).toHaveText(['My *great* post', 'Own', 'gone'])
})
