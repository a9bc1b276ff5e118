import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { firstPage, ListForWindow, nextPage } from '../../../../electron/library/index/list-for-window'
import { summary } from '../../../support/posts'

const ids = Array.from({ length: firstPage + nextPage + 20 }, (_, n) => `post-${n}.md`)

const listOf = (isAwaited: boolean) => {
  const sent: number[] = []
  const errors: unknown[] = []
  const list = new ListForWindow({
    isAwaited,
    shown: (some) => some.map((id) => summary(id)),
    send: (posts) => sent.push(posts.length),
    onError: (error) => errors.push(error),
  })
  return { list, sent, errors }
}

test('the first posts are the answer, all others follow when the window has drawn what it opens with', async () => {
  const { list, sent } = listOf(true)
  expect(list.first(ids)).toHaveLength(firstPage)
  await sleep(200)
  expect(sent).toEqual([])
  list.rest()
  await list.atRest
  await expect.poll(() => sent).toEqual([nextPage, 20])
})

test('a window that asks again has its answer before the rest comes again', async () => {
  const { list, sent } = listOf(false)
  await list.atRest
  list.first(ids)
  await list.atRest
  expect(sent).toEqual([])
  await expect.poll(() => sent).toEqual([nextPage, 20])
})

test('nothing waits for a window that does not ask', async () => {
  const { list } = listOf(false)
  await list.atRest
  const late = listOf(true)
  await late.list.atRest
})

test('a list that is closed sends nothing more and holds nobody up', async () => {
  const { list, sent } = listOf(true)
  list.first(ids)
  list.close()
  await list.atRest
  await Promise.resolve()
  expect(sent).toEqual([])
})

test('what goes wrong while the rest is sent is told', async () => {
  const errors: unknown[] = []
  const list = new ListForWindow({
    isAwaited: true,
    shown: (some) => some.map((id) => summary(id)),
    send: () => {
      throw new Error('The window is gone')
    },
    onError: (error) => errors.push(error),
  })
  list.first(ids)
  await expect.poll(() => errors).toEqual([new Error('The window is gone')])
})
