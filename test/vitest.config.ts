import { defineConfig } from 'vitest/config'

/** Tests by room. `domain` and `release` need nothing; `api` and `db` start both databases; `web` starts Chromium. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      {
        test: {
          name: 'domain',
          isolate: false,
          include: ['test/domain/**/*.test.ts', 'test/release/**/*.test.ts', 'test/house/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['test/api/**/*.test.ts', 'test/db/**/*.test.ts', 'test/commands/**/*.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          include: ['test/web/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // On a busy machine a real browser now and then is late. `.ci/run` names what passed at the second try only:
          // that is a race to look into, in the test or in the product.
          retry: 1,
          // A page needs longer than a second on a machine that does other things too.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
