import { expect, test } from 'vitest'
import { foldersOf, folderTyped, keptIn } from '../../../../renderer/library/state/post-folders'
import type { PostSummary } from '../../../../shared/posts/post'

const posts = (...ids: string[]) => ids.map((id) => ({ id })) as unknown as PostSummary[]

test('folders count what is in them and below', () =>
  expect(foldersOf(posts('top.md', '2024/a.md', '2024/tips/b.md', '2023/c.md'))).toEqual([
    { path: '2023', count: 1 },
    { path: '2024', count: 2 },
    { path: '2024/tips', count: 1 },
  ]))

test('a bundle is a post, not a folder', () => {
  expect(keptIn('2024/whales/index.md')).toBe('2024')
  expect(keptIn('index.md')).toBe('')
  expect(foldersOf(posts('2024/whales/index.md'))).toEqual([{ path: '2024', count: 1 }])
})

test.each<[string, string | null]>([
  [' 2024/tips ', '2024/tips'],
  ['2024\\tips\\', '2024/tips'],
  ['/2024//tips/', '2024/tips'],
  ['', ''],
  ['2024/..', ''],
  ['..', null],
  ['2024/../../x', null],
])('“%s” means %s', (typed, folder) => expect(folderTyped(typed)).toBe(folder))
