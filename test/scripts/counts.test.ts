import { expect, test } from 'vitest'
import {
  countsOfPlaywright,
  countsOfStage,
  countsOfVitest,
  noTests,
  sum,
  summaryLine,
} from '../../scripts/run/counts.mjs'

const vitest = (passed: number, failed: number, files: { status: string; tests: string[] }[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: files.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((test) => ({ status: test })),
  })),
})

test('unit tests are counted one by one', () => {
  const report = vitest(3, 1, [{ status: 'failed', tests: ['passed', 'failed'] }])
  expect(countsOfVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

test('a file that cannot be loaded is a failure, though none of its tests ran', () => {
  const report = vitest(3, 0, [
    { status: 'failed', tests: [] },
    { status: 'passed', tests: ['passed'] },
  ])
  expect(countsOfVitest(report).failed).toBe(1)
})

test('a test that passed on its second try only is not trusted', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
  expect(countsOfPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 2, skipped: 0 })
})

test('a program that fails without a failed test, or without a report, counts as one failure', () => {
  const report = vitest(3, 0, [])
  expect(countsOfStage(1, report, countsOfVitest)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  expect(countsOfStage(1, null, countsOfVitest)).toEqual({ ...noTests, failed: 1 })
  expect(countsOfStage(0, report, countsOfVitest).failed).toBe(0)
})

test('the last line tells the sum of all stages', () => {
  const stages = [noTests, { passed: 10, failed: 0, skipped: 1 }, { passed: 4, failed: 2, skipped: 0 }]
  expect(summaryLine(sum(stages))).toBe('14 passed, 2 failed')
})
