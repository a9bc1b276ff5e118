import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const common = {
  environment: 'node',
  pool: 'forks' as const, // the watcher's native part can be loaded by one thread of a process only
  testTimeout: 120_000, // properties try hundreds of cases, and machines are busy
  hookTimeout: 60_000, // some bundle a script first
  expect: { poll: { timeout: 30_000 } },
  css: { include: [/\?raw$/] }, // style sheets that are text of an exported page
}

/** Pure functions, and plain Node that keeps nothing between two calls: these files need no process of their own. */
const together = [
  'test/{shared,cases}/**/*.test.ts',
  'test/electron/{assets,cli,export,posts,site,spelling,web}/**/*.test.ts',
]

export default defineConfig({
  test: {
    // Many tests wait for a disk, a clock or another process; with a core left idle, as by default, two take twice as long.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        test: { ...common, name: 'together', include: together, isolate: false },
      },
      {
        test: {
          ...common,
          name: 'app',
          include: ['test/*.test.ts', 'test/{electron,renderer,scripts,faults}/**/*.test.{ts,tsx}'],
          exclude: together,
        },
      },
    ],
  },
})
