import { beforeEach, expect, test } from 'vitest'
import type { PlannedReplacement } from '../../../../shared/ipc/file-calls'
import { installApi } from '../../../support/fake-api'

let refuse = ''
let answered: () => Promise<void> = async () => undefined
const fake = installApi({
  replacedLines: async (_request: unknown, { id }: PlannedReplacement, from: number) => {
    await answered()
    if (id === refuse) throw new Error('It has changed since it was shown.')
    const changes = [0, 1].map((n) => ({ line: from + n + 1, before: 'jam', after: 'jelly' }))
    return { changes, total: 4 }
  },
  stopOperation: () => undefined,
})
const { useReplace } = await import('../../../../renderer/library/replace/store')
const { readReplacedLines, useReplacedLines } = await import(
  '../../../../renderer/library/replace/replaced-lines-store'
)

const request = { text: 'jam', replacement: 'jelly', wholeWord: false, matchCase: false, regex: false }
const planOf = (count: number): readonly PlannedReplacement[] =>
  Array.from({ length: count }, (_, n) => ({ id: `p${n}.md`, revision: `${n}`, places: 4 }))
const show = (plan: readonly PlannedReplacement[]) => {
  useReplace.setState({ request, plan })
  return plan
}
const linesOf = (id: string) => useReplacedLines.getState().posts.get(id)

beforeEach(() => {
  fake.called.length = 0
  refuse = ''
  answered = async () => undefined
})

test('the last of very many posts shows its lines, piece after piece', async () => {
  const file = show(planOf(10_000)).at(-1) as PlannedReplacement
  await readReplacedLines(file)
  expect(linesOf('p9999.md')).toMatchObject({ kind: 'read', total: 4, changes: [{ line: 1 }, { line: 2 }] })
  await readReplacedLines(file)
  expect(linesOf('p9999.md')).toMatchObject({
    changes: [{ line: 1 }, { line: 2 }, { line: 3 }, { line: 4 }],
  })
  expect(fake.called.map(({ args }) => args)).toEqual([
    [request, { id: 'p9999.md', revision: '9999' }, 0],
    [request, { id: 'p9999.md', revision: '9999' }, 2],
  ])
})

test('a piece is asked for once at a time', async () => {
  const [file] = show(planOf(1)) as [PlannedReplacement]
  await Promise.all([readReplacedLines(file), readReplacedLines(file)])
  expect(fake.called).toHaveLength(1)
})

test('why lines cannot be shown stands in their place', async () => {
  const [file] = show(planOf(1)) as [PlannedReplacement]
  refuse = file.id
  await readReplacedLines(file)
  expect(linesOf(file.id)).toEqual({ kind: 'refused', reason: 'It has changed since it was shown.' })
})

test('lines of an earlier plan are not shown in another one', async () => {
  const [file] = show(planOf(1)) as [PlannedReplacement]
  const later = planOf(2)
  answered = async () => {
    show(later)
  }
  await readReplacedLines(file)
  expect(useReplacedLines.getState().plan).not.toBe(later)
  answered = async () => undefined
  const [again] = later as [PlannedReplacement]
  await readReplacedLines(again)
  expect(useReplacedLines.getState().plan).toBe(later)
  expect([...useReplacedLines.getState().posts.keys()]).toEqual(['p0.md'])
})

test('only the posts that were looked at last are kept', async () => {
  const plan = show(planOf(301))
  for (const file of plan) await readReplacedLines(file)
  expect(useReplacedLines.getState().posts.size).toBe(300)
  expect(linesOf('p0.md')).toBeUndefined()
  expect(linesOf('p300.md')).toBeDefined()
})
