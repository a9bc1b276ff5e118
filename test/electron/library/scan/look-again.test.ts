import { expect, test } from 'vitest'
import type { PostIndex } from '../../../../electron/library/index/post-index'
import type { PostStore } from '../../../../electron/library/index/post-store'
import { lookAgain } from '../../../../electron/library/scan/look-again'

const lookedThrough = async (paths: readonly string[]) => {
  const looks: (readonly string[])[] = []
  await lookAgain(new Set(paths), {
    root: '/not/looked/at',
    bounds: [],
    isIgnored: () => false,
    index: {} as PostIndex,
    store: {} as PostStore,
    scan: async (starts) => {
      looks.push(starts)
    },
  })
  return looks
}
const many = (folder: string) => Array.from({ length: 30 }, (_, n) => `${folder}/${n}.md`)

test('folders that many changes came from are looked through in one look', async () => {
  expect(await lookedThrough([...many('2023'), ...many('2024'), ...many('2024/drafts')])).toEqual([
    ['2023', '2024'],
  ])
})

test('changes all over the place are one look at everything', async () => {
  const folders = Array.from({ length: 60 }, (_, n) => `folder-${n}/post.md`)
  expect(await lookedThrough(folders)).toEqual([['']])
})
