import { expect, test } from 'vitest'
import { pacedProgress } from '../../../../electron/handlers/files/paced-progress'

test('the first number, one in a while, and the end', () => {
  let time = 0
  const told: string[] = []
  const report = pacedProgress(
    (done, total) => told.push(`${done}/${total}`),
    () => time,
  )
  for (let done = 1; done <= 10; done += 1) {
    report(done, 10)
    time += 20
  }
  expect(told).toEqual(['1/10', '4/10', '7/10', '10/10'])
})
