import { readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InvitationMade, SetupDone } from '../../server/contract/accounts.ts'
import { openDatabase } from '../../server/db/open.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { setUpBody } from '../support/app.ts'
import { temporaryFolder } from '../support/databases.ts'
import { silentServer } from '../support/mailbox.ts'
import { tokenOf } from '../support/people.ts'
import { PASSWORD, SETUP_TOKEN } from '../support/server.ts'
import { CommandProcess, placeFor, run } from './run.ts'

/** Asks something of nine signs, which are to follow. */
const HALF_A_REQUEST =
  'POST /api/join/preview HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n'

describe('serve', () => {
  let folder: { path: string; remove: () => void }
  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => folder.remove())
  const serve = (env: Record<string, string> = {}) =>
    new CommandProcess(['serve'], { PORT: '0', DATA_DIR: folder.path, ...env })

  test('prints one address with a set-up token, and ends well when it is told to stop', async () => {
    const server = serve()
    const [, address = ''] = await server.says(/Open: (\S+)/)
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/set-up#t=[\w-]{43}$/)
    expect((await fetch(new URL('/api/health/ready', address))).status).toBe(200)
    expect((await server.stop()).code).toBe(0)
  })

  test('says that it does not wait longer, and fails, when a request never ends', async () => {
    const server = serve({ LANG: 'nl_NL.UTF-8' })
    const [, port = ''] = await server.says(/Open: http:\/\/127\.0\.0\.1:(\d+)/)
    const request = connect(Number(port), '127.0.0.1').on('error', () => undefined)
    await new Promise((resolve) => request.write(`${HALF_A_REQUEST}{`, resolve))
    // An answer to a later request says that the one before it came in.
    await fetch(`http://127.0.0.1:${port}/api/health/live`)
    const { code, err } = await server.stop()
    request.destroy()
    expect([code, err]).toEqual([1, expect.stringContaining('na 10 seconden nog niet klaar')])
  })

  test('answers what was asked before it has to stop, and then waits for nobody who keeps the connection', async () => {
    const server = serve()
    const [, port = ''] = await server.says(/Open: http:\/\/127\.0\.0\.1:(\d+)/)
    const request = connect(Number(port), '127.0.0.1')
    const answered = new Promise<string>((resolve) => request.once('data', (data) => resolve(String(data))))
    await new Promise((resolve) => request.write(`${HALF_A_REQUEST}{`, resolve))
    await fetch(`http://127.0.0.1:${port}/api/health/live`)
    const ended = server.stop()
    // It takes no one new any more.
    while (
      await fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    );
    request.write('"a":"b"}')
    expect(await answered).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect((await ended).code).toBe(0)
    request.destroy()
  })

  test('ends within seconds while a mail server says nothing, and keeps the mail for the next time', async () => {
    const silent = await silentServer()
    const settings = {
      SMTP_URL: silent.url,
      MAIL_FROM: 'm@example.org',
      PUBLIC_ORIGIN: 'http://localhost',
      SETUP_TOKEN,
    }
    const server = new CommandProcess(['serve'], { PORT: '0', DATA_DIR: folder.path, LOG_LEVEL: 'info', ...settings })
    const [, origin = ''] = await server.says(/(http:\/\/127\.0\.0\.1:\d+)/)
    const send = (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' }
      return fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    }
    expect((await send('/api/setup', setUpBody({ token: SETUP_TOKEN }))).status).toBe(201)
    expect((await send('/api/password-resets', { email: 'alice@example.org' })).status).toBe(204)
    await silent.called
    const start = performance.now()
    expect((await server.stop()).code).toBe(0)
    expect(performance.now() - start).toBeLessThan(6_000)
    const database = await openDatabase({ dataDir: folder.path })
    const [mail] = await database.db.selectFrom('mail').select(['tries', 'nextAt']).execute()
    await database.close()
    expect(mail?.tries).toBe(0)
    expect(Date.parse(mail?.nextAt ?? '')).toBeLessThanOrEqual(Date.now())
  })

  test('writes down who was refused before it ends', async () => {
    const server = new CommandProcess(['serve'], { PORT: '0', DATA_DIR: folder.path, SETUP_TOKEN })
    const [, origin = ''] = await server.says(/(http:\/\/127\.0\.0\.1:\d+)/)
    const call = async (path: string, body?: object, cookie = '') => {
      const headers = { cookie, origin, ...(body && { 'content-type': 'application/json' }) }
      const reply = await fetch(
        origin + path,
        body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
      )
      return { reply, cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
    }
    const alice = await call('/api/setup', setUpBody({ token: SETUP_TOKEN }))
    const { organisationId } = SetupDone.parse(await alice.reply.json())
    const org = `/api/organisations/${organisationId}`
    const made = await call(`${org}/invitations`, { role: 'viewer' }, alice.cookie)
    const token = tokenOf(InvitationMade.parse(await made.reply.json()).url)
    const account = { email: 'bob@example.org', password: PASSWORD, name: 'Bob', locale: 'nl' }
    const bob = await call('/api/invitations/accept', { token, account })
    expect((await call(`${org}/audit`, undefined, bob.cookie)).reply.status).toBe(403)
    expect((await server.stop()).code).toBe(0)
    const database = await openDatabase({ dataDir: folder.path })
    const events = await database.db.selectFrom('auditEvent').select('action').execute()
    await database.close()
    expect(events).toContainEqual({ action: 'access.refused' })
  })

  test('refuses a folder that another server has, and leaves that one alone', async () => {
    const first = serve()
    const [, address = ''] = await first.says(/Open: (\S+)/)
    const second = await serve().end()
    expect([second.code, second.out]).toEqual([1, ''])
    expect(second.err).toContain(`The database in ${folder.path} is in use by another Meervoud.`)
    expect((await run(['migrate'], { DATA_DIR: folder.path })).err).toContain('is in use by another Meervoud')
    expect((await fetch(new URL('/api/health/ready', address))).status).toBe(200)
    await first.stop()
    // The lock goes with the process.
    expect((await run(['migrate'], { DATA_DIR: folder.path })).code).toBe(0)
  })

  test('refuses a port that is busy, by name', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = address === null || typeof address === 'string' ? '' : String(address.port)
    const { code, err } = await serve({ PORT: port }).end()
    other.close()
    expect([code, err.trim()]).toEqual([
      1,
      `Port ${port} is in use. Stop the other program, or choose another port with PORT.`,
    ])
  })

  test('names every wrong setting at once', async () => {
    const wrong = {
      PORT: 'abc',
      HOST: '',
      DATABASE_URL: 'mysql://db',
      SETUP_TOKEN: 'short',
      PUBLIC_ORIGIN: 'x/y',
      LOG_LEVEL_FILE: '/nowhere',
    }
    const { code, err } = await serve(wrong).end()
    expect([code, err.split('\n')[0]]).toEqual([1, '6 settings are wrong:'])
    for (const name of Object.keys(wrong)) expect(err).toMatch(new RegExp(`^  ${name} `, 'm'))
    const dutch = await run(['serve'], wrong, 'nl')
    expect([dutch.code, dutch.err.split('\n')[0]]).toEqual([1, '6 instellingen kloppen niet:'])
  })

  test('says that a database has one address, also when it has several nodes', async () => {
    const { code, err } = await serve({ DATABASE_URL: 'postgres://me:a,b@one:5432,two:5432/db' }).end()
    expect([code, err]).toEqual([1, expect.stringContaining('  DATABASE_URL must name one server. Are there several?')])
  })

  test('refuses a database of a newer version and changes nothing', async () => {
    const place = await placeFor()
    await place.look(({ db }) => {
      return sql`insert into kysely_migration (name, timestamp) values ('9999_later', '2030-01-01')`.execute(db)
    })
    for (const command of ['serve', 'migrate', 'export']) {
      const { code, err } = await run(command === 'export' ? ['export', '--organisation', 'x'] : [command], {
        ...place.env,
        PORT: '0',
      })
      expect([code, err.split('\n')]).toEqual([
        1,
        [
          'This database was made by a newer version of Meervoud. Install that version. Nothing was changed.',
          '  9999_later',
        ],
      ])
    }
    await place.remove()
  })

  test('refuses a file that is no database and leaves it as it is', async () => {
    const path = join(folder.path, DATABASE_FILE)
    const list = 'This is a shopping list, and no database at all.\n'.repeat(100)
    writeFileSync(path, list)
    const { code, err } = await run(['serve'], { DATA_DIR: folder.path, PORT: '0' })
    expect([code, err]).toEqual([1, expect.stringContaining(`The database ${path} cannot be read.`)])
    expect(readFileSync(path, 'utf8')).toBe(list)
  })
})
