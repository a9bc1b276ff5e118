import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{shared,electron,renderer}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'threads',
  },
})
