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

export default defineConfig({
  test: {
    // Many tests wait for a disk, a clock or another process; with a core left idle, as by default, two take twice as long.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        // Pure functions: these files need no process of their own.
        test: { ...common, name: 'shared', include: ['test/shared/**/*.test.ts'], isolate: false },
      },
      {
        test: {
          ...common,
          name: 'app',
          include: ['test/*.test.ts', 'test/{electron,renderer,scripts,faults,cases}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
