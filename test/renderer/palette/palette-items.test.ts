import { expect, test } from 'vitest'
import { folderItems, lineItems } from '../../../renderer/palette/palette-items'

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

test('a colon and a number ask for a line, and nothing else does', () => {
  const asked: number[] = []
  const [found] = lineItems(' :12 ', (line) => asked.push(line))
  expect(found?.label).toBe('Go to line 12')
  found?.run()
  expect(asked).toEqual([12])
  for (const query of ['', ':', '12', ':0', ':1a', 'a:1', ':-3', ':12345678'])
    expect(lineItems(query, () => undefined)).toEqual([])
})
