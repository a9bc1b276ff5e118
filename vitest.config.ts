import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/*.test.ts', 'test/{shared,electron,renderer,scripts,faults}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks', // the watcher's native part can be loaded by one thread of a process only
    maxWorkers: '100%', // many wait for the disk or a process; one core left idle doubles the time on two
    testTimeout: 30_000, // properties try hundreds of cases, and machines are busy
    css: { include: [/\?raw$/] }, // style sheets that are text of an exported page
  },
})
