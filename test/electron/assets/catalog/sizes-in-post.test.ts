import { expect, test } from 'vitest'
import { sizesInPost } from '../../../../electron/assets/catalog/sizes-in-post'
import { detectSite } from '../../../../electron/site/detect-site'
import { makePng } from '../../../support/make-png'
import { withTempSites } from '../../../support/temp-site'

const tempSite = withTempSites()

test('sizes are those of the images that the references lead to, in their order', async () => {
  const temp = await tempSite({
    'package.json': '{ "dependencies": { "next": "15" } }',
    'posts/a.md': '---\ntitle: A\n---\n',
    'public/wide.png': makePng(60, 20, [1, 2, 3]),
    'public/in/tall.png': makePng(10, 30, [1, 2, 3]),
    'public/damaged.png': 'no picture',
    'public/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  })
  const site = await detectSite(temp.root)
  const references = [
    '/wide.png',
    '/in/tall.png',
    '/damaged.png',
    '/drawing.svg',
    '/missing.png',
    '../../etc/x.png',
    '',
  ]
  expect(await sizesInPost(site, 'a.md', references)).toEqual([
    [60, 20],
    [10, 30],
    null,
    null,
    null,
    null,
    null,
  ])
})
