import { describe, expect, test } from 'vitest'
import { detectSite } from '../../../../electron/site/detect-site'
import { changedText } from '../../../../shared/addresses/change/changed-text'
import { changeOnPaper } from '../../../../shared/addresses/change/site-change'
import { mapOf } from '../../../support/any-site'
import { meaningsOf } from '../../../support/meanings'
import { tempSite } from '../../../support/temp-site'

const layout = async () => {
  const site = await tempSite({
    'hugo.toml': '[languages.en]\n[languages.fr]\n',
    'content/posts/first.md': '---\ntitle: First\n---\n',
  })
  try {
    return await detectSite(site.path('content/posts'))
  } finally {
    await site.remove()
  }
}

const from = 'content/posts/a.md'
const [bundle, file, french] = [
  'content/posts/old/index.md',
  'content/posts/old.md',
  'content/posts/old.fr.md',
]

describe('what a ref means where two files are one page to Hugo', () => {
  test.each([
    ['{{< ref "/posts/old.md" >}}', [bundle, file], { kind: 'several' }],
    ['{{< ref "/posts/old.md" >}}', [file, bundle], { kind: 'several' }],
    ['{{< relref "old" >}}', [bundle, french, file], { kind: 'several' }],
    ['{{< ref "/posts/old.md" >}}', [french, bundle], { kind: 'page', path: bundle }],
    ['{{< ref path="/posts/old.md" lang="fr" >}}', [bundle, french, file], { kind: 'page', path: french }],
  ])('%s among %s', async (text, pages, meant) => {
    const map = mapOf(new Map([from, ...pages].map((path) => [path, ''])), await layout())
    expect(meaningsOf(from, text, map)).toMatchObject([meant])
  })

  test.each(['content/posts/2023/old.md', 'content/posts/z.md'])(
    'one that %s makes unclear is left, and said to be',
    async (moving) => {
      const text = '{{< ref "/posts/old.md" >}}\n'
      const map = mapOf(new Map([from, bundle, moving].map((path) => [path, ''])), await layout())
      const page = mapOf(new Map([[file, '']]), map.site).pages.get(file)
      const change = changeOnPaper(map, new Map([[moving, file]]), page ? [page] : [])
      const { changes, left } = changedText(text, from, change)
      expect(changes).toEqual([])
      expect(left).toMatchObject([{ target: '/posts/old.md' }])
    },
  )
})
