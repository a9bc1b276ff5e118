import { expect, test } from 'vitest'
import { createPageCrash } from '../../../electron/window/page-crash'

const crashing = (answer: boolean) => {
  const told: string[] = []
  let time = 0
  const crashed = createPageCrash({
    restart: () => told.push('restart'),
    askWhetherToRestart: async () => {
      told.push('ask')
      return answer
    },
    quit: () => told.push('quit'),
    now: () => time,
  })
  return {
    told,
    crashAt: (at: number) => {
      time = at
      return crashed()
    },
  }
}

test('a page that dies is started again without a question', async () => {
  const { told, crashAt } = crashing(true)
  await crashAt(0)
  await crashAt(60_000)
  expect(told).toEqual(['restart', 'restart'])
})

test('one that dies again at once is asked about first', async () => {
  const { told, crashAt } = crashing(true)
  await crashAt(0)
  await crashAt(1_000)
  expect(told).toEqual(['restart', 'ask', 'restart'])
})

test('the writer may end it instead', async () => {
  const { told, crashAt } = crashing(false)
  await crashAt(0)
  await crashAt(1_000)
  expect(told).toEqual(['restart', 'ask', 'quit'])
})
