import { expect, test } from 'vitest'
import { folderItems } from '../../../renderer/palette/palette-items'

test('recent folders answer a query, and stay out of the way without one', () => {
  const opened: string[] = []
  const folders = [
    { path: '/a/garden', name: 'garden' },
    { path: '/b/boats', name: 'boats' },
  ]
  expect(folderItems(folders, '', (path) => opened.push(path))).toEqual([])
  const [found, ...others] = folderItems(folders, 'recent gard', (path) => opened.push(path))
  expect([found?.label, found?.hint, others.length]).toEqual(['Open recent: garden', '/a/garden', 0])
  found?.run()
  expect(opened).toEqual(['/a/garden'])
})
