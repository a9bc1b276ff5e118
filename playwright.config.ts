import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 4, // each waits a good part of its time
  fullyParallel: true,
  retries: 1, // named in the output and in the line of the stage: scripts/run/test-stages.mjs
  maxFailures: 10, // an app that does not even start is known by then
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
})
