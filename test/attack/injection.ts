import { FILE_TYPE } from '../../server/plugins/file-body.ts'
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
  const prepared: Awaited<ReturnType<typeof prepare>>[] = []
  // One after another: side by side, what they make at once could wait for each other in PostgreSQL until it ends one.
  for (const route of routes) prepared.push(await prepare(route, world))
  const send = async (
    what: string,
    statement: string,
    options: { method: string; url: string; payload?: string | Buffer },
  ) => {
    tried += 1
    const type = Buffer.isBuffer(options.payload) ? FILE_TYPE : 'application/json'
    const reply = await app.inject({
      ...options,
      method: options.method as 'GET',
      headers: { ...own, ...(options.payload && { 'content-type': type }) },
    })
    const { statusCode, body } = reply
    if (statusCode >= 500 && statusCode !== 503)
      weaknesses.push(`${what}: ${options.method} ${options.url} ${statusCode}`)
    // A refusal may name what was sent, such as a file that is known already.
    const told = body.replaceAll(JSON.stringify(statement).slice(1, -1), '')
    if (statusCode >= 400 && /syntax error|SQLITE_|near "|unrecognized token|pg_|relation "/i.test(told))
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
        const status = await send('in the address', statement, { method: route.method, url, ...payload })
        if (status < 300) weaknesses.push(`${statement} as ${name} of ${route.key} was taken: ${status}`)
      }
      if (route.method !== 'GET') continue
      const address = addressOf(route, values).replace(/\?.*/, '')
      const asked = NAMES.map((name) => `${name}=${encodeURIComponent(statement)}`)
      await send('in the query', statement, { method: 'GET', url: `${address}?${asked.join('&')}` })
    }
  }
  if ((await hashOfTables(database, BOOKKEEPING)) !== before)
    weaknesses.push('a statement in an address or a query changed a row')
  const accounts = await accountsOf(world)
  for (const statement of statements) {
    for (const { route, values, body } of prepared) {
      if (body === undefined || SKIPPED.has(route.key)) continue
      const url = addressOf(route, values)
      if (Buffer.isBuffer(body)) {
        // An archive is no table: a process for each would start to say so.
        if (!route.url.includes('/parks/')) continue
        const source = `?source=${encodeURIComponent(statement)}`
        await send('in a file', statement, { method: route.method, url: url + source, payload: registerOf(statement) })
        continue
      }
      for (const written of withEachText(body, statement))
        await send('in a text', statement, { method: route.method, url, payload: JSON.stringify(written) })
    }
  }
  if ((await accountsOf(world)) !== accounts) weaknesses.push('a statement in a text changed an account')
  return { tried, weaknesses }
}

/** Ends the session or the sheet that the others are tried with. */
const SKIPPED = new Set(['POST /api/sessions', 'POST /api/response/leave'])

/** What routes ask for in a query, together: those that know none of it pass it over. */
const NAMES = ['cursor', 'limit', 'after', 'locale', 'order', 'period', 'horizon', 'perspective', 'dimension', 'parks']

const COLUMNS = ['gemeente_code', 'gemeente', 'rin', 'naam', 'jaar', 'ha_bruto', 'ha_netto', 'type']

/** A register of parks with a statement in every cell, and as the name of a column. */
function registerOf(statement: string): Buffer {
  const cell = `"${statement.replaceAll('"', '""')}"`
  return Buffer.from(`${COLUMNS.join(',')},${cell}\n${[...COLUMNS, ''].map(() => cell).join(',')}\n`)
}

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
