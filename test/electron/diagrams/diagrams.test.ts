import { expect, test } from 'vitest'
import { createDiagrams, type DiagramPage } from '../../../electron/diagrams/diagrams'

const never = () => new Promise<never>(() => undefined)

const pages = (draw: DiagramPage['draw'], gone: () => Promise<void> = never) => {
  const opened: string[] = []
  const open = (): DiagramPage => {
    const page = opened.push('runs') - 1
    return {
      draw,
      gone: gone(),
      end: () => {
        opened[page] = 'ended'
      },
    }
  }
  return { opened, open }
}

test('one process draws all diagrams, one after the other', async () => {
  let atOnce = 0
  const { opened, open } = pages(async (source) => {
    atOnce += 1
    expect(atOnce).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 1))
    atOnce -= 1
    return `<svg>${source}`
  })
  const diagrams = createDiagrams({ open })
  const drawn = await Promise.all(['a', 'b', 'c'].map((source) => diagrams.draw(source, false)))
  expect(drawn).toEqual(['<svg>a', '<svg>b', '<svg>c'])
  expect(opened).toEqual(['runs'])
  diagrams.close()
  expect(opened).toEqual(['ended'])
})

test('a diagram that is not drawn in time ends its process, and the next one has a new process', async () => {
  const { opened, open } = pages((source) => (source === 'endless' ? never() : Promise.resolve('<svg>')))
  const diagrams = createDiagrams({ open, limit: 20 })
  const [endless, next] = await Promise.allSettled([diagrams.draw('endless', true), diagrams.draw('a', true)])
  expect(endless).toMatchObject({ status: 'rejected', reason: { kind: 'too-large' } })
  expect(next).toMatchObject({ status: 'fulfilled', value: '<svg>' })
  expect(opened).toEqual(['ended', 'runs'])
  diagrams.close()
})

test('a process that dies of its diagram is told, and started again', async () => {
  let deaths = 0
  const { opened, open } = pages(
    (source) => (source === 'huge' ? never() : Promise.resolve('<svg>')),
    () => (deaths++ === 0 ? new Promise((resolve) => setTimeout(resolve, 5)) : never()),
  )
  const diagrams = createDiagrams({ open })
  await expect(diagrams.draw('huge', false)).rejects.toThrow('memory')
  expect(await diagrams.draw('a', false)).toBe('<svg>')
  expect(opened).toEqual(['ended', 'runs'])
  diagrams.close()
})

test('a mistake in the source is told in its words, and the process goes on', async () => {
  const { opened, open } = pages(async () => {
    throw new Error('Parse error on line 2')
  })
  const diagrams = createDiagrams({ open })
  await expect(diagrams.draw('x', false)).rejects.toThrow('Parse error on line 2')
  await expect(diagrams.draw('y', false)).rejects.toThrow('Parse error on line 2')
  expect(opened).toEqual(['runs'])
  diagrams.close()
})

test('a process that has nothing to draw for a while ends', async () => {
  const { opened, open } = pages(async () => '<svg>')
  const diagrams = createDiagrams({ open, idle: 10 })
  await diagrams.draw('a', false)
  await expect.poll(() => opened).toEqual(['ended'])
})
