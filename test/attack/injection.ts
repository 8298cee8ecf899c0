import { addressOf, bodyFor, EVENT_STREAM, homeOf, type Route, routesOf, standingObjects } from '../support/routes.ts'
import { BOOKKEEPING, hashOfTables } from '../support/table-hash.ts'
import type { World } from '../support/world.ts'

/** What a database would take for a part of a statement, for both of ours and for careless drivers. */
const SQL: readonly string[] = [
  "'",
  '"',
  '`',
  "' or '1'='1",
  "' or 1=1 --",
  "') or ('1'='1' --",
  "' union select id, token_hash, user_id, created_at from session --",
  "'; drop table round; --",
  '\'; update "user" set is_operator = 1; --',
  "'; delete from audit_event; --",
  "' || (select password_hash from user limit 1) || '",
  "'||(select pg_sleep(5))||'",
  "' and (select case when (1=1) then randomblob(900000000) else 1 end) --",
  "1; attach database '/tmp/x' as x; --",
  '1) or 1=1 --',
  '1 or 1=1',
  '-1 union all select null --',
  "\\'; drop table round; --",
  '\\',
  '%',
  '_%',
  "%' escape '!",
  '$1',
  '$$; drop table round; $$',
  '?',
  ':name',
  '@p1',
  '/**/',
  '--',
  '#',
  ';',
  "'\n;\ndrop table sheet;\n--",
  '\u02b9 or 1=1',
  '\uff07 or 1=1',
  "x' collate nocase or 'x'='x",
  "e'\\x27 or 1=1",
  "' or json_extract(answers,'$') --",
  '0x27206f7220313d31',
]

/** What came of it. */
export interface InjectionOutcome {
  readonly tried: number
  readonly weaknesses: readonly string[]
}

/**
 * Puts every statement in every name of every address and in the query, and changes nothing; then in every text of
 * every body, where it is a text like another: taken as it is, or refused, and nobody runs the installation who did not before.
 */
export async function injectSql(world: World, statements: readonly string[] = SQL): Promise<InjectionOutcome> {
  const { app, database } = world.api
  const weaknesses: string[] = []
  let tried = 0
  const owner = world.actors.find(({ name }) => name === 'an owner')
  if (owner === undefined) throw new Error('the world has no owner')
  const { headers } = await owner.fresh()
  const own = { ...headers, origin: 'http://localhost' }
  const routes = routesOf(app).filter(({ key, method }) => key !== EVENT_STREAM && method !== 'HEAD')
  const prepared = await Promise.all(routes.map((route) => prepare(route, world)))
  const send = async (what: string, options: { method: string; url: string; payload?: string }) => {
    tried += 1
    const reply = await app.inject({
      ...options,
      method: options.method as 'GET',
      headers: { ...own, ...(options.payload && { 'content-type': 'application/json' }) },
    })
    const { statusCode, body } = reply
    if (statusCode >= 500 && statusCode !== 503)
      weaknesses.push(`${what}: ${options.method} ${options.url} ${statusCode}`)
    if (statusCode >= 400 && /syntax error|SQLITE_|near "|unrecognized token|pg_|relation "/i.test(body))
      weaknesses.push(`${what}: ${options.method} ${options.url} tells about the database`)
    return statusCode
  }
  const before = await hashOfTables(database, BOOKKEEPING)
  for (const statement of statements) {
    for (const { route, values, body } of prepared) {
      const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
      for (const name of ['org', ...route.objects]) {
        if (!route.url.includes(name === '*' ? '*' : `:${name}`)) continue
        const url = addressOf(route, { ...values, [name]: encodeURIComponent(statement) })
        const status = await send('in the address', { method: route.method, url, ...payload })
        if (status < 300) weaknesses.push(`${statement} as ${name} of ${route.key} was taken: ${status}`)
      }
      if (route.method !== 'GET') continue
      const asked = encodeURIComponent(statement)
      await send('in the query', {
        method: 'GET',
        url: `${addressOf(route, values)}?cursor=${asked}&limit=${asked}&after=${asked}&locale=${asked}&order=${asked}`,
      })
    }
  }
  if ((await hashOfTables(database, BOOKKEEPING)) !== before)
    weaknesses.push('a statement in an address or a query changed a row')
  const accounts = await accountsOf(world)
  for (const statement of statements) {
    for (const { route, values, body } of prepared) {
      if (body === undefined || SKIPPED.has(route.key)) continue
      for (const written of withEachText(body, statement))
        await send('in a text', {
          method: route.method,
          url: addressOf(route, values),
          payload: JSON.stringify(written),
        })
    }
  }
  if ((await accountsOf(world)) !== accounts) weaknesses.push('a statement in a text changed an account')
  return { tried, weaknesses }
}

/** Ends the session or the sheet that the others are tried with. */
const SKIPPED = new Set(['POST /api/sessions', 'POST /api/response/leave'])

async function prepare(route: Route, world: World) {
  const values = { ...(await standingObjects(route, world, homeOf(route), undefined)), org: world.idOf(homeOf(route)) }
  return { route, values, body: await bodyFor(route, world) }
}

/** What no call of an owner changes by its own right: who runs the installation, and which tables there are. */
async function accountsOf({ api }: World): Promise<string> {
  const { db } = api.database
  const operators = await db.selectFrom('user').select('id').where('isOperator', '=', 1).orderBy('id').execute()
  const tables = await db.introspection.getTables()
  return JSON.stringify([operators, tables.map(({ name }) => name).sort()])
}

/** The body once for each text in it, with that text replaced. */
export function withEachText(body: unknown, text: string): unknown[] {
  if (typeof body === 'string') return [text]
  if (Array.isArray(body))
    return body.flatMap((one: unknown, place) =>
      withEachText(one, text).map((changed) => body.map((other: unknown, at) => (at === place ? changed : other))),
    )
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) =>
    withEachText(value, text).map((changed) => ({ ...body, [name]: changed })),
  )
}
