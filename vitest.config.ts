import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/*.test.ts', 'test/{shared,electron,renderer,scripts,faults}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'threads',
    css: { include: [/\?raw$/] }, // style sheets that are text of an exported page
  },
})
