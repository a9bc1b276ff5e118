/** Tests that passed only at their second try count as passed, and also separately.
 * @typedef {{ passed: number, failed: number, skipped: number, secondTry: number }} Counts
 */

/** @type {Counts} */
export const noTests = { passed: 0, failed: 0, skipped: 0, secondTry: 0 }

/** @param {readonly Counts[]} all @returns {Counts} */
export const sum = (all) =>
  all.reduce(
    (total, { passed, failed, skipped, secondTry }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
      secondTry: total.secondTry + secondTry,
    }),
    noTests,
  )

/** Counts of Vitest's JSON report. A test file that could not even be loaded counts as one failed test.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} report
 * @returns {Counts}
 */
export const countsOfVitest = (report) => {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
    secondTry: 0, // they have one try
  }
}

/** Counts of Playwright's JSON report. What went wrong outside of the tests counts as a failure.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly unknown[] }} report
 * @returns {Counts}
 */
export const countsOfPlaywright = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
  skipped: stats.skipped,
  secondTry: stats.flaky,
})

/**
 * @typedef {{ title: string, file: string, line: number, tests: readonly { status: string }[] }} Spec
 * @typedef {{ specs: readonly Spec[], suites?: readonly Suite[] }} Suite
 */

/** The tests that passed at their second try only, by file, line and name, in the order of Playwright's JSON report.
 * @param {readonly Suite[]} suites
 * @returns {readonly string[]}
 */
export const secondTries = (suites) =>
  suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, line, title }) => `${file}:${line} › ${title}`),
    ...secondTries(inner),
  ])

/** The counts of a stage: those of its report, and never zero failures when the program itself failed.
 * @template T
 * @param {number} code
 * @param {T | null} report
 * @param {(report: T) => Counts} read
 */
export const countsOfStage = (code, report, read) => {
  const counts = report ? read(report) : noTests
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** The one line a test run ends with. @param {Counts} counts */
export const summaryLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/** The result line of a stage. @param {Counts} counts */
export const outcomeOf = ({ passed, failed, skipped, secondTry }) => {
  if (passed + failed + skipped === 0) return 'clean'
  const further = [
    secondTry > 0 && `${secondTry} only at the second try`,
    skipped > 0 && `${skipped} skipped`,
  ]
  return [`${passed} passed, ${failed} failed`, ...further].filter(Boolean).join(', ')
}
