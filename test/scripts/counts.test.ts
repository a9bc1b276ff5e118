import { expect, test } from 'vitest'
import {
  countsOfPlaywright,
  countsOfStage,
  countsOfVitest,
  noTests,
  outcomeOf,
  secondTries,
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
  expect(countsOfVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 2, secondTry: 0 })
})

test('a file that cannot be loaded is a failure, though none of its tests ran', () => {
  const report = vitest(3, 0, [
    { status: 'failed', tests: [] },
    { status: 'passed', tests: ['passed'] },
  ])
  expect(countsOfVitest(report).failed).toBe(1)
})

test('a test that passed at its second try only is passed, and counted apart', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }
  const errors = [new Error('The worker could not be ended.')]
  expect(countsOfPlaywright({ stats, errors })).toEqual({ passed: 7, failed: 2, skipped: 3, secondTry: 2 })
})

test('the tests that passed at their second try only are named, however deep they stand', () => {
  const spec = (title: string, line: number, status: string) => ({
    title,
    file: 'save.spec.ts',
    line,
    tests: [{ status }],
  })
  const suites = [
    {
      specs: [spec('first', 3, 'expected'), spec('second', 9, 'flaky')],
      suites: [{ specs: [spec('third', 20, 'flaky'), spec('fourth', 30, 'unexpected')] }],
    },
    { specs: [spec('fifth', 1, 'skipped')] },
  ]
  expect(secondTries(suites)).toEqual(['save.spec.ts:9 › second', 'save.spec.ts:20 › third'])
})

test('the line of a stage tells second tries and skipped tests only where there are some', () => {
  const counts = { passed: 153, failed: 0, skipped: 0, secondTry: 0 }
  expect(outcomeOf(noTests)).toBe('clean')
  expect(outcomeOf(counts)).toBe('153 passed, 0 failed')
  expect(outcomeOf({ ...counts, secondTry: 1 })).toBe('153 passed, 0 failed, 1 only at the second try')
  expect(outcomeOf({ ...counts, failed: 2, skipped: 4 })).toBe('153 passed, 2 failed, 4 skipped')
})

test('a program that fails without a failed test, or without a report, counts as one failure', () => {
  const report = vitest(3, 0, [])
  expect(countsOfStage(1, report, countsOfVitest)).toEqual({ passed: 3, failed: 1, skipped: 2, secondTry: 0 })
  expect(countsOfStage(1, null, countsOfVitest)).toEqual({ ...noTests, failed: 1 })
  expect(countsOfStage(0, report, countsOfVitest).failed).toBe(0)
})

test('the last line tells the sum of all stages', () => {
  const stages = [
    noTests,
    { passed: 10, failed: 0, skipped: 1, secondTry: 1 },
    { passed: 4, failed: 2, skipped: 0, secondTry: 0 },
  ]
  expect(summaryLine(sum(stages))).toBe('14 passed, 2 failed')
})
