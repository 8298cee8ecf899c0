import pg from 'pg'
import { startPostgres } from '../support/postgres-server.ts'

/** Does this with a new database on a PostgreSQL server of its own, which is gone afterwards. */
export async function onPostgres<Result>(
  name: string,
  work: (addresses: { readonly url: string; readonly superUrl: string }) => Promise<Result>,
): Promise<Result> {
  const server = await startPostgres()
  try {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    const [url, superUrl] = [server.url, server.superUrl].map((address) => {
      const of = new URL(address)
      of.pathname = `/${name}`
      return of.href
    })
    return await work({ url: url ?? '', superUrl: superUrl ?? '' })
  } finally {
    await server.stop()
  }
}
