import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import { PACKAGE_ROOT } from '../../server/paths.ts'
import { temporaryPostgres } from '../support/databases.ts'

const SCRIPT = readFileSync(join(PACKAGE_ROOT, 'migrations', 'citus.sql'), 'utf8')
const PAGE = readFileSync(join(PACKAGE_ROOT, 'server', 'citus.md'), 'utf8')
const QUERIES = join(PACKAGE_ROOT, 'server', 'db', 'queries')
/** The part of the script that plain PostgreSQL understands: everything before the first call to Citus. */
const PREPARING = SCRIPT.slice(0, SCRIPT.indexOf('select create_reference_table')).replace(/^set citus.*$/m, '')

/** Files with queries of programme pages, those that come later among them. */
const OF_PROGRAMMES = /^(programme|contribution|participation|consents|park|capital|exchange|offer|match|public)/
/**
 * Statements that name no single organisation, by what stands around them, each with why that is right. Whoever adds one
 * says here what it is.
 */
const OVER_SEVERAL: Readonly<Record<string, string>> = {
  'parks.ts: parks':
    'parks are organisations of their own: those of a programme are looked up on every node, a few rows each',
  'parks.ts: listRegionNames': 'what a programme calls the regions of its parks, which are organisations of their own',
  'parks.ts: releaseParks': 'an erasure, no page: all parks of a programme, which are organisations of their own',
  'contributions.ts: forgetInProgrammes': 'an erasure, no page: every programme that a company was in',
  'exchange.ts: endOffersOfErased': 'an erasure, no page: every programme in which a company offered something',
  'programme-releases.ts: listReleasesElsewhere':
    'a publication, no page: what any other programme published of the same companies',
  'programme-pages.ts: findShownProgramme': 'the address of a public page is looked up before it is known whose it is',
  'programme-pages.ts: isSlugTaken': 'whether any other programme has an address',
  'programme-invitations.ts: openInvitations':
    'the membership of who made a link, joined to a table that is on every node',
}

interface Statement {
  readonly place: string
  readonly text: string
  readonly tables: readonly string[]
}

describe('the script for a Citus cluster', () => {
  let place: Awaited<ReturnType<typeof temporaryPostgres>>
  let database: Database
  let tenants: ReadonlySet<string>
  let all: readonly string[]

  beforeAll(async () => {
    place = await temporaryPostgres()
    database = await openDatabase({ databaseUrl: place.url, dataDir: '' })
    await migrate(database)
    all = (await database.db.withoutPlugins().introspection.getTables()).map(({ name }) => name)
    tenants = new Set((await rows<{ name: string }>(TENANTS)).map(({ name }) => name))
    await sql.raw(PREPARING).execute(database.db)
  })
  afterAll(async () => {
    await database.close()
    await place.remove()
  })
  const rows = async <Row>(text: string) => (await sql.raw<Row>(text).execute(database.db.withoutPlugins())).rows

  test('names every table once: rows of organisations by their organisation, all others for every node', () => {
    const named = (call: RegExp) => [...SCRIPT.matchAll(call)].map(([, name = '']) => name.replaceAll('"', ''))
    const spread = named(
      /^select create_distributed_table\('([^']+)', 'organisation_id', colocate_with => '(?:none|membership)'\);$/gm,
    )
    const everywhere = named(/^select create_reference_table\('([^']+)'\);$/gm)
    expect(spread.toSorted()).toEqual([...tenants].sort())
    expect(everywhere.toSorted()).toEqual(all.filter((name) => !tenants.has(name)).sort())
    expect(SCRIPT.match(/^select /gm)).toHaveLength(spread.length + everywhere.length)
    expect([spread[0], SCRIPT.match(/'none'/g)?.length]).toEqual(['membership', 1])
  })

  test('leaves nothing that cannot be spread: keys, references and triggers', async () => {
    const faulty = await rows(`
      select key.indexrelid::regclass::text as name from pg_index key
      join pg_class relation on relation.oid = key.indrelid
      where key.indisunique and relation.relname = any(array[${quoted(tenants)}])
        and not exists (select from pg_attribute part where part.attrelid = key.indrelid
          and part.attnum = any(key.indkey) and part.attname = 'organisation_id')`)
    expect(faulty).toEqual([])
    const references = await rows<{ name: string; from: string; to: string; columns: string[]; others: string[] }>(`
      select reference.conname as name, one.relname as from, other.relname as to,
        (select array_agg(attname::text order by place) from unnest(reference.conkey) with ordinality part (number, place)
          join pg_attribute on attrelid = one.oid and attnum = number) as columns,
        (select array_agg(attname::text order by place) from unnest(reference.confkey) with ordinality part (number, place)
          join pg_attribute on attrelid = other.oid and attnum = number) as others
      from pg_constraint reference join pg_class one on one.oid = reference.conrelid
      join pg_class other on other.oid = reference.confrelid where reference.contype = 'f'`)
    const wrong = references.filter(({ from, to, columns, others }) => {
      if (!tenants.has(to)) return false
      const part = columns.indexOf('organisation_id')
      return !tenants.has(from) || part < 0 || others[part] !== 'organisation_id'
    })
    expect(wrong).toEqual([])
    const triggers = await rows<{ name: string }>(`
      select tgname as name from pg_trigger join pg_class relation on relation.oid = tgrelid
      where not tgisinternal and (tgtype & 1) = 0 and relation.relname = any(array[${quoted(tenants)}])`)
    expect(triggers).toEqual([])
    expect(
      await rows(`select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`),
    ).toEqual([])
  })

  test('what others refer to is spread before them', async () => {
    const place = (name: string) => SCRIPT.indexOf(`create_distributed_table('${name}'`)
    const references = await rows<{ from: string; to: string }>(`
      select one.relname as from, other.relname as to from pg_constraint reference
      join pg_class one on one.oid = reference.conrelid join pg_class other on other.oid = reference.confrelid
      where reference.contype = 'f' and one.oid <> other.oid`)
    for (const { from, to } of references.filter((one) => tenants.has(one.to)))
      expect([from, place(to) < place(from)]).toEqual([from, true])
  })

  test('every statement of a programme page names one organisation, so that it goes to one node as a whole', () => {
    const named = new Map([...tenants].map((name) => [camelCase(name), name]))
    const statements = readdirSync(QUERIES)
      .filter((file) => OF_PROGRAMMES.test(file))
      .flatMap((file) => statementsIn(file))
      .filter(({ tables }) => tables.some((table) => named.has(table)))
    const of = { one: 0, several: 0, all: 0 }
    const missing: string[] = []
    for (const { place, text, tables } of statements) {
      const isOne = /\.where\(\s*'(?:\w+\.)?organisationId',\s*'=',/.test(text)
      const isSeveral = /\.where\(\s*'(?:\w+\.)?organisationId',\s*'in',/.test(text)
      const joined = tables.slice(1).filter((table) => named.has(table))
      const isTogether =
        joined.length <= (text.match(/'\w+\.organisationId',\s*(?:'=',\s*)?'\w+\.organisationId'/g) ?? []).length
      if (Object.hasOwn(OVER_SEVERAL, place)) of.all += 1
      else if ((!isOne && !isSeveral) || !isTogether) missing.push(`${place}: ${text.slice(0, 120)}`)
      else of[isOne ? 'one' : 'several'] += 1
    }
    expect(missing).toEqual([])
    expect(of.one).toBeGreaterThan(25)
    console.log(
      `programme queries: ${of.one} statements for one organisation, ${of.several} for several by id, ${of.all} for every node`,
    )
  })

  test('the page says that no cluster was run, and what does not work on one', () => {
    for (const words of [/was not run/, /hand(ing)? .*over/i, /row-level security/i, /pg_dump|backup/i])
      expect(PAGE).toMatch(words)
  })
})

const TENANTS = `
  select relation.relname as name from pg_index key
  join pg_class relation on relation.oid = key.indrelid
  join pg_attribute first on first.attrelid = relation.oid and first.attnum = key.indkey[0]
  where key.indisprimary and first.attname = 'organisation_id' and relation.relnamespace = 'public'::regnamespace`

const quoted = (names: Iterable<string>) => [...names].map((name) => `'${name}'`).join(', ')
const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What a file asks the database, but for rows that it adds: those carry their organisation. */
function statementsIn(file: string): Statement[] {
  const source = readFileSync(join(QUERIES, file), 'utf8')
  const functions = source.split(/^(?=(?:export )?(?:async )?function )/m)
  return functions.flatMap((body) => {
    const name = /function (\w+)/.exec(body)?.[1] ?? ''
    return body
      .split(/(?=\.(?:selectFrom|updateTable|deleteFrom|insertInto)\()/)
      .slice(1)
      .filter((text) => !text.startsWith('.insertInto'))
      .map((text) => {
        const tables = [...text.matchAll(/\.(?:selectFrom|updateTable|deleteFrom|innerJoin|leftJoin)\(\s*'(\w+)/g)]
        return { place: `${file}: ${name}`, text, tables: tables.map(([, table = '']) => table) }
      })
  })
}
