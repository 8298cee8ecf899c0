import type { TestProject } from 'vitest/node'
import { plainRole, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server on which a test may make databases. */
    postgresUrl: string
    /** The same server for a superuser, whom row-level security does not hold; empty where there is none. */
    postgresSuperUrl: string
  }
}

/**
 * Starts the PostgreSQL server that comes with npm, once for all test files, and stops it after them.
 * `TEST_DATABASE_URL` names another one instead, whose user must be allowed to make databases; for
 * a superuser, a plain role is made.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined) {
    const url = await plainRole(given)
    project.provide('postgresUrl', url)
    project.provide('postgresSuperUrl', url === given ? '' : given)
    return async () => undefined
  }
  const { url, superUrl, stop } = await startPostgres()
  project.provide('postgresUrl', url)
  project.provide('postgresSuperUrl', superUrl)
  return stop
}
