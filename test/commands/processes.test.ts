import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { InvitationMade, Me, SetupDone } from '../../server/contract/accounts.ts'
import { Joined, RoundMade } from '../../server/contract/rounds.ts'
import { type Database, openDatabase } from '../../server/db/open.ts'
import { setUpBody } from '../support/app.ts'
import { temporaryFolder, temporaryPostgres } from '../support/databases.ts'
import { formFile } from '../support/forms.ts'
import { Mailbox } from '../support/mailbox.ts'
import { TOGETHER } from '../support/planning.ts'
import { PASSWORD, SETUP_TOKEN } from '../support/server.ts'
import { Stream } from '../support/stream.ts'
import { CommandProcess } from './run.ts'

const ROUNDS = 8
const Imported = z.object({ id: z.string() })

/** One of the processes, as somebody calls it. */
class Door {
  readonly process: CommandProcess
  origin = ''

  constructor(process: CommandProcess) {
    this.process = process
  }

  async call(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    const isFile = Buffer.isBuffer(body)
    const type = isFile
      ? { 'content-type': 'application/octet-stream', 'x-file-name': 'form.xlsx' }
      : { 'content-type': 'application/json' }
    return fetch(this.origin + path, {
      method,
      headers: { origin: 'http://localhost', ...(body !== undefined && type), ...headers },
      ...(body !== undefined && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    })
  }
}

/** Two real processes behind two addresses, on one PostgreSQL: what people do at the one holds at the other. */
describe('two server processes on one database', () => {
  const folders = [temporaryFolder(), temporaryFolder()]
  let postgres: Awaited<ReturnType<typeof temporaryPostgres>>
  let mailbox: Mailbox
  let doors: readonly [Door, Door]
  let database: Database
  let alice: Record<string, string>
  let org: string

  beforeAll(async () => {
    ;[postgres, mailbox] = [await temporaryPostgres(), await Mailbox.start()]
    const start = (dataDir: string) =>
      new Door(
        new CommandProcess(['serve'], {
          PORT: '0',
          DATA_DIR: dataDir,
          DATABASE_URL: postgres.url,
          SETUP_TOKEN,
          SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
          SMTP_URL: mailbox.url,
          MAIL_FROM: 'meervoud@example.org',
          PUBLIC_ORIGIN: 'http://localhost',
          LOG_LEVEL: 'info',
        }),
      )
    // Both at one moment, on a database without a table: one of them makes the schema.
    doors = [start(folders[0]?.path ?? ''), start(folders[1]?.path ?? '')]
    for (const door of doors) door.origin = (await door.process.says(/(http:\/\/127\.0\.0\.1:\d+)/))[1] ?? ''
    database = await openDatabase({ databaseUrl: postgres.url, dataDir: '' })
    const reply = await doors[0].call('POST', '/api/setup', setUpBody({ token: SETUP_TOKEN }))
    alice = { cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
    org = `/api/organisations/${SetupDone.parse(await reply.json()).organisationId}`
  })
  afterAll(async () => {
    // The first was killed.
    expect((await doors[1].process.stop()).code).toBe(0)
    await database.close()
    await mailbox.stop()
    await postgres.remove()
    for (const folder of folders) folder.remove()
  })

  async function openRound(door: Door, changes: object = {}): Promise<RoundMade> {
    const input = {
      instrument: { id: 'six-capitals', version: '1.0.0' },
      variant: 'pulse',
      period: '2026-Q4',
      horizons: ['now'],
      mode: 'anonymous',
      ...changes,
    }
    const reply = await door.call('POST', `${org}/rounds`, input, alice)
    expect(reply.status, await reply.clone().text()).toBe(201)
    return RoundMade.parse(await reply.json())
  }
  async function join(door: Door, code: string): Promise<Record<string, string>> {
    const { secret } = Joined.parse(await (await door.call('POST', '/api/join', { code })).json())
    return { authorization: `Respondent ${secret}` }
  }
  /** Looks again until it holds: what a process does by itself has a pace of its own. */
  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (let looks = 0; looks < 400; looks += 1) {
      if (await holds()) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('it did not come')
  }

  test('a sign-in at the one is one at the other, and is over at both when it ends at one', async () => {
    const reply = await doors[1].call('POST', '/api/sessions', { email: 'alice@example.org', password: PASSWORD })
    const second = { cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
    const me = Me.parse(await (await doors[0].call('GET', '/api/me', undefined, second)).json())
    expect(me.user.email).toBe('alice@example.org')
    expect((await doors[0].call('DELETE', '/api/sessions/current', undefined, second)).status).toBe(204)
    expect((await doors[1].call('GET', '/api/me', undefined, second)).status).toBe(401)
  })

  test('phones at both answer one round, and who follows it at the one hears of answers at the other', async () => {
    const [one, other] = doors
    const round = await openRound(one)
    const [phone, second] = [await join(one, round.code), await join(other, round.code)]
    const lines = await Promise.all([
      Stream.open(`${one.origin}/api/live/rounds/${round.id}`, alice),
      Stream.open(`${other.origin}/api/live/rounds/${round.id}`, second),
    ])
    const heard = lines.map((line) => line.next('progress'))
    const { items } = z
      .object({ items: z.array(z.object({ id: z.string() })) })
      .parse(await (await other.call('GET', '/api/response', undefined, second)).json())
    const answers = items.map(({ id }) => ({ opId: randomUUID(), itemId: id, horizon: 'now', seq: 1, rating: 4 }))
    expect((await other.call('PUT', '/api/response/answers', answers, second)).status).toBe(200)
    await Promise.all(heard)
    // A phone whose network changes comes in by the other door, with what it answered.
    for (const door of [other, one])
      expect(
        (
          await door.call(
            'PUT',
            '/api/response/answers',
            answers.slice(0, 1).map((answer) => ({ ...answer, opId: randomUUID(), seq: door === one ? 3 : 2 })),
            phone,
          )
        ).status,
      ).toBe(200)
    const seen = await Promise.all(
      doors.map(async (door) => (await door.call('GET', '/api/response', undefined, second)).text()),
    )
    expect(new Set(seen).size).toBe(1)
    for (const line of lines) line.close()
  })

  test('wrong passwords count together: the sixth is refused, at whichever door', async () => {
    const guess = (door: Door) =>
      door.call('POST', '/api/sessions', { email: 'nobody@example.org', password: 'a wrong password' })
    const statuses: number[] = []
    for (let tries = 0; tries < 8; tries += 1) statuses.push((await guess(doors[tries % 2 === 0 ? 0 : 1])).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
  })

  test('rounds that are due are closed once each, though both look every second', async () => {
    const rounds: RoundMade[] = []
    for (let number = 0; number < ROUNDS; number += 1) {
      const round = await openRound(doors[0], { mode: 'open' })
      const phone = await join(doors[1], round.code)
      const { items } = z
        .object({ items: z.array(z.object({ id: z.string() })) })
        .parse(await (await doors[1].call('GET', '/api/response', undefined, phone)).json())
      const answer = { opId: randomUUID(), itemId: items[0]?.id, horizon: 'now', seq: 1, rating: 3 }
      expect((await doors[1].call('PUT', '/api/response/answers', [answer], phone)).status).toBe(200)
      rounds.push(round)
    }
    const ids = rounds.map(({ id }) => id)
    const due = { state: 'closing', closesAt: new Date().toISOString() } as const
    await database.db.updateTable('round').set(due).where('id', 'in', ids).execute()
    await until(async () => {
      const open = await database.db
        .selectFrom('round')
        .select('id')
        .where('id', 'in', ids)
        .where('state', '<>', 'closed')
        .execute()
      return open.length === 0
    })
    const releases = await database.db
      .selectFrom('release')
      .select(['roundId', 'number'])
      .where('roundId', 'in', ids)
      .execute()
    expect(releases.map(({ roundId, number }) => `${roundId} ${number}`).sort()).toEqual(
      ids.map((id) => `${id} 1`).sort(),
    )
  })

  test('a mail is sent once, whichever process wrote it', async () => {
    for (const [place, door] of doors.entries()) {
      const invitation = { role: 'viewer', email: `guest-${place}@example.org` }
      const reply = await door.call('POST', `${org}/invitations`, invitation, alice)
      InvitationMade.parse(await reply.json())
    }
    await until(async () => {
      const waiting = await database.db.selectFrom('mail').select('id').where('sentAt', 'is', null).execute()
      return waiting.length === 0
    })
    expect(mailbox.mails.flatMap(({ to }) => to).sort()).toEqual(['guest-0@example.org', 'guest-1@example.org'])
  })

  test('a questionnaire that is brought in at the one is asked at the other', async () => {
    const reply = await doors[0].call('POST', `${org}/imports/instruments`, await formFile(), alice)
    const { id } = Imported.parse(await reply.json())
    await until(
      async () => (await doors[1].call('GET', `${org}/instruments/${id}/1.0.0/form`, undefined, alice)).status === 200,
    )
    const round = await openRound(doors[1], { instrument: { id, version: '1.0.0' }, variant: 'full' })
    const phone = await join(doors[0], round.code)
    expect((await doors[0].call('GET', '/api/response', undefined, phone)).status).toBe(200)
  })

  test('a plan that was changed at the one is not written over at the other', async () => {
    const put = (door: Door, changes: object) => door.call('PUT', `${org}/plan`, { ...TOGETHER, ...changes }, alice)
    expect((await put(doors[0], { revision: 0 })).status).toBe(200)
    const seen = z.object({ plan: z.object({ revision: z.int() }) })
    const { plan } = seen.parse(await (await doors[1].call('GET', `${org}/planning`, undefined, alice)).json())
    expect((await put(doors[1], { revision: plan.revision, openDays: 9 })).status).toBe(200)
    expect((await put(doors[0], { revision: plan.revision, openDays: 10 })).status).toBe(409)
  })

  test('when one is killed the other goes on, with everything that was acknowledged', async () => {
    const [one, other] = doors
    const round = await openRound(one)
    const phone = await join(one, round.code)
    const { items } = z
      .object({ items: z.array(z.object({ id: z.string() })) })
      .parse(await (await one.call('GET', '/api/response', undefined, phone)).json())
    for (const [place, { id }] of items.entries()) {
      const answer = { opId: randomUUID(), itemId: id, horizon: 'now', seq: 1, rating: (place % 5) + 1 }
      expect((await one.call('PUT', '/api/response/answers', [answer], phone)).status).toBe(200)
    }
    await one.process.kill()
    const kept = z
      .object({ answers: z.record(z.string(), z.unknown()) })
      .parse(await (await other.call('GET', '/api/response', undefined, phone)).json())
    expect(Object.keys(kept.answers).sort()).toEqual(items.map(({ id }) => id).sort())
  })
})
