import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server on which a test may make databases. */
    postgresUrl: string
  }
}

/**
 * Starts the PostgreSQL server that comes with npm, once for all test files, and stops it after them.
 * `TEST_DATABASE_URL` names another one instead, whose user must be allowed to make databases.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined) {
    project.provide('postgresUrl', given)
    return async () => undefined
  }
  const { url, stop } = await startPostgres()
  project.provide('postgresUrl', url)
  return stop
}
