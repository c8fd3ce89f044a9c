import { defineConfig } from 'vitest/config'

// What a test waits for may take long on a busy machine: no test is about how long.
const PATIENCE = { expect: { poll: { timeout: 20_000 } } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...PATIENCE,
          name: 'unit',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: ['lib/**/*.test.ts', 'components/**/*.test.{ts,tsx}', 'app/**/*.test.ts', 'tests/bench/*.test.ts'],
        },
      },
      {
        test: {
          ...PATIENCE,
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...PATIENCE,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
