import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { loadConfig } from '../../server/config.ts'
import { Id } from '../../server/contract/common.ts'
import { Round } from '../../server/contract/rounds.ts'
import { type Command, DisplayOpened, Workshop } from '../../server/contract/workshops.ts'
import { type Database, openDatabase } from '../../server/db/open.ts'
import { listRoundItemIds } from '../../server/db/queries/rounds.ts'
import { readAnswer, slotOf } from '../../server/domain/answer.ts'
import { type RunningServer, serve } from '../../server/serve.ts'
import { EventReader, type StreamEvent } from '../../server/simulate/events.ts'
import type { Pace } from '../../server/simulate/pace.ts'
import { simulatePhones } from '../../server/simulate/phones.ts'
import { runRehearsalPhones } from '../../server/simulate/rehearsal.ts'
import { BenchClient } from '../bench/client.ts'
import { BENCH_TOKEN } from '../bench/processes.ts'
import { temporaryFolder } from '../support/databases.ts'
import { CommandProcess, run } from './run.ts'

const QUICK: Pace = { joinSeconds: 0.3, answerSeconds: 1.5, voteSeconds: 1, batch: 3, stopShare: 0.25, lossShare: 0 }
const SCALE = { min: 1, max: 5 }
const PATIENT = { timeout: 30_000 }
const SILENT = { info: () => undefined, error: () => undefined }

let folder: ReturnType<typeof temporaryFolder>
let server: RunningServer
let client: BenchClient
let database: Database

beforeAll(async () => {
  folder = temporaryFolder()
  const settings = { PORT: '0', DATA_DIR: folder.path, SETUP_TOKEN: BENCH_TOKEN, LOG_LEVEL: 'error' }
  server = await serve(loadConfig(settings), { lan: false, demo: false })
  client = new BenchClient(server.origin)
  await client.signIn()
  database = await openDatabase({ dataDir: folder.path })
})
afterAll(async () => {
  await database.close()
  await server.close()
  folder.remove()
})

const joinAddress = (code: string) => `${server.origin}/d#${code}`
const workshops = () => `/api/organisations/${client.organisationId}/workshops`

describe.concurrent('meervoud simulate', () => {
  test('fills a room on a server of its own, shows the result, and leaves nothing behind', async ({ expect }) => {
    const temporary = join(folder.path, 'temporary')
    mkdirSync(temporary)
    const command = new CommandProcess(['simulate', '--phones', '8', '--seconds', '3'], { TMPDIR: temporary })
    const [, wall = ''] = await command.says(/^Watch along on the screen: (\S+)$/m)
    expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^meervoud-simulate-/)])
    const { origin, hash } = new URL(wall)
    const opened = await fetch(`${origin}/api/displays`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: hash.slice(1) }),
    })
    expect(DisplayOpened.safeParse(await opened.json()).success).toBe(true)
    const { code, out, err } = await command.end()
    expect([code, err.replaceAll(/^.* \.\.\.\n/gm, '')]).toEqual([0, ''])
    expect(out).toMatch(/^8 of 8 phones came in; \d said that they were ready\.$/m)
    expect(out).toMatch(/^Nothing went wrong\.$/m)
    expect(out).toMatch(
      /^Collecting was closed and the result shown: 8 participants, divided on \d+ of 48 questions\.$/m,
    )
    expect(readdirSync(temporary)).toEqual([])
    await expect(fetch(wall)).rejects.toThrow()
  })

  test('tidies up when it is stopped halfway, and says that this is no success', async ({ expect }) => {
    const temporary = join(folder.path, 'stopped')
    mkdirSync(temporary)
    const command = new CommandProcess(['simulate', '--phones', '3', '--seconds', '600'], { TMPDIR: temporary })
    await command.says(/^3 simulated phones go to/m)
    expect((await command.stop()).code).toBe(1)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('joins a round of a server that runs, by the address behind its QR code or by its code', async ({ expect }) => {
    const { id, code } = await client.newRound({ variant: 'pulse', horizons: ['now'], groups: ['staff', 'customer'] })
    const quick = ['--phones', '3', '--seconds', '1']
    const first = await run(['simulate', '--join', joinAddress(code), ...quick])
    expect([first.code, first.err]).toEqual([0, ''])
    const second = await run(['simulate', '--join', code, '--server', server.origin, ...quick], {}, 'nl')
    expect(second.out).toContain('3 van 3 telefoons kwamen binnen')
    expect(await countsOf(id)).toMatchObject({ joined: 6, started: 6 })
  })

  test('says in one sentence what is wrong with the code, the address or the numbers', async ({ expect }) => {
    expect(await run(['simulate', '--join', joinAddress('NOCODE')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^This code does not belong to an open round\./),
    })
    expect(await run(['simulate', '--join', 'http://127.0.0.1:1/d#ABCDEF'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^No Meervoud answers at http:\/\/127\.0\.0\.1:1\./),
    })
    const misused = [['--phones', '0'], ['--seconds', 'x'], ['--join', 'http://'], ['--ca', 'x.pem'], ['--nonsense']]
    for (const words of misused) expect((await run(['simulate', ...words])).code).toBe(2)
  })
})

describe.concurrent('simulated phones', () => {
  test('say of themselves exactly what the database holds, also when some lose the network', async ({ expect }) => {
    const { id, code } = await client.newRound()
    const pace = { ...QUICK, lossShare: 0.5 }
    const simulation = simulatePhones({ origin: server.origin, code, phones: 10, pace, seed: 'truth' })
    await simulation.answered
    const { acknowledged, errors, finished, joined, streams, tooMany } = await simulation.stop()
    expect({ errors, tooMany, joined, lost: streams.lost }).toEqual({ errors: {}, tooMany: 0, joined: 10, lost: 0 })
    const stored = await sheetsOf(id)
    const said = simulation.handedIn.map(({ respondentId, acknowledged, isFinished }) => {
      return [respondentId, { finished: isFinished, answers: Object.fromEntries(acknowledged) }]
    })
    expect(stored).toEqual(Object.fromEntries(said))
    const answers = Object.values(stored).reduce((sum, one) => sum + Object.keys(one.answers).length, 0)
    expect(answers).toBe(acknowledged.applied)
    expect(finished).toBeLessThan(10)
    expect(await countsOf(id)).toMatchObject({ joined: 10, finished })
  })

  test('have the same opinions every time for the same seed, and never the same ids', async ({ expect }) => {
    const rounds = await Promise.all([1, 2].map(() => client.newRound({ variant: 'pulse' })))
    const runs = rounds.map(async ({ code }) => {
      const simulation = simulatePhones({ origin: server.origin, code, phones: 4, pace: QUICK, seed: 'twice' })
      await simulation.answered
      await simulation.stop()
      return simulation.handedIn.toSorted((a, b) => a.phone - b.phone)
    })
    const [first = [], second = []] = await Promise.all(runs)
    const answersOf = (all: typeof first) => all.map(({ acknowledged }) => [...acknowledged])
    expect(answersOf(first)).toEqual(answersOf(second))
    const ids = [...first, ...second].map(({ respondentId }) => respondentId)
    expect(new Set(ids).size).toBe(8)
  })

  test('wait while the room is paused, and vote again when the facilitator asks', async ({ expect }) => {
    const { code, order } = await openWorkshop()
    const { promise: begin, resolve: go } = Promise.withResolvers<void>()
    const seen: string[] = []
    const howMany = (event: string) => seen.filter((one) => one === event).length
    const input = { origin: server.origin, code, phones: 6, pace: { ...QUICK, stopShare: 0 }, begin }
    const simulation = simulatePhones({ ...input, onEvent: (event) => seen.push(event) })
    await simulation.connected
    await order({ do: 'pause', on: true })
    await expect.poll(() => howMany('paused'), PATIENT).toBe(6)
    go()
    const looks = simulation.figures().calls.wall.count
    await order({ do: 'show', scene: { kind: 'progress' } })
    await expect.poll(() => simulation.figures().calls.wall.count, PATIENT).toBeGreaterThanOrEqual(looks + 6)
    expect(simulation.figures().calls.answers.count).toBe(0)
    await order({ do: 'pause', on: false })
    await simulation.answered
    expect(simulation.figures()).toMatchObject({ finished: 6, acknowledged: { applied: 6 * 24 } })
    await order({ do: 'close' })
    await expect.poll(() => howMany('closed'), PATIENT).toBe(6)
    await order({ do: 'reveal' })
    await order({ do: 'vote', itemIds: ['i01', 'i02'] })
    await expect.poll(() => howMany('voted'), PATIENT).toBe(6)
    const { errors, voted, acknowledged } = await simulation.stop()
    expect({ errors, voted, applied: acknowledged.applied }).toEqual({ errors: {}, voted: 6, applied: 6 * 26 })
  })

  test('count what goes wrong by what it was', async ({ expect }) => {
    const { id, code } = await client.newRound({ variant: 'pulse' })
    await client.call('POST', `/api/organisations/${client.organisationId}/rounds/${id}/close`, {})
    const simulation = simulatePhones({ origin: server.origin, code, phones: 2, pace: QUICK })
    await simulation.answered
    expect(await simulation.stop()).toMatchObject({ joined: 0, errors: { 'preview: wrong-code': 2 } })
  })
})

// An organisation has one rehearsal at a time.
describe('the phones of a rehearsal', () => {
  test('fill the rehearsal and touch no row of the round that is rehearsed', async ({ expect }) => {
    const { id, roundId, code } = await openWorkshop()
    const real = simulatePhones({ origin: server.origin, code, phones: 5, pace: QUICK })
    await real.answered
    await real.stop()
    const before = await hashOfRound(roundId)
    const rehearsal = z
      .object({ id: Id })
      .parse(await client.call('POST', `${workshops()}/${id}/rehearsals`, { phones: 5 }))
    const readRehearsal = async () => Workshop.parse(await client.call('GET', `${workshops()}/${rehearsal.id}`))
    await expect.poll(async () => (await readRehearsal()).round.counts.started, PATIENT).toBeGreaterThan(1)
    expect((await readRehearsal()).isRehearsal).toBe(true)
    expect(await hashOfRound(roundId)).toBe(before)
    expect(await hashOfRound((await readRehearsal()).round.id)).not.toBe(before)
  })

  test('leave when the rehearsal is removed, when they are told to, and where nobody lets them in', async ({
    expect,
  }) => {
    const { id, code } = await openRehearsal()
    const input = { origin: server.origin, phones: 3, pace: QUICK, log: SILENT, signal: new AbortController().signal }
    const removed = runRehearsalPhones({ ...input, code })
    await expect.poll(async () => (await countsOfWorkshop(id)).joined, PATIENT).toBeGreaterThan(3)
    await client.call('DELETE', `${workshops()}/${id}`)
    await removed
    await runRehearsalPhones({ ...input, code })
    const other = await openRehearsal()
    const stopping = new AbortController()
    const stopped = runRehearsalPhones({ ...input, code: other.code, signal: stopping.signal })
    stopping.abort()
    await stopped
  })
})

describe('an event stream', () => {
  test('reads the same in whatever pieces it comes in', () => {
    const stream =
      'retry: 1500\n\n: awake\n\nevent: joined\r\ndata: {"at":1}\r\n\r\ndata: a\ndata: b\n\nevent: lost\n\n'
    fc.assert(
      fc.property(fc.array(fc.nat({ max: stream.length }), { maxLength: 8 }), (cuts) => {
        const events: StreamEvent[] = []
        const reader = new EventReader((event) => events.push(event))
        const places = [0, ...cuts.sort((a, b) => a - b), stream.length]
        for (const [index, from] of places.entries()) reader.push(stream.slice(from, places[index + 1] ?? from))
        expect(events).toEqual([
          { name: 'joined', data: '{"at":1}' },
          { name: 'message', data: 'a\nb' },
        ])
        expect(reader.retryMs).toBe(1500)
      }),
    )
  })
})

async function openWorkshop() {
  const { id: roundId, code } = await client.newRound({ variant: 'pulse', horizons: ['now'] })
  const { id } = z.object({ id: Id }).parse(await client.call('POST', workshops(), { roundId }))
  const order = async (command: Command) =>
    Workshop.parse(await client.call('POST', `${workshops()}/${id}/commands`, command))
  return { id, roundId, code, order }
}

async function openRehearsal(): Promise<{ id: string; code: string }> {
  const { id } = await openWorkshop()
  const made = z.object({ id: Id }).parse(await client.call('POST', `${workshops()}/${id}/rehearsals`, { phones: 5 }))
  const { round } = Workshop.parse(await client.call('GET', `${workshops()}/${made.id}`))
  return { id: made.id, code: round.code ?? '' }
}

async function countsOfWorkshop(id: string) {
  return Workshop.parse(await client.call('GET', `${workshops()}/${id}`)).round.counts
}

async function countsOf(roundId: string) {
  const path = `/api/organisations/${client.organisationId}/rounds/${roundId}`
  return Round.parse(await client.call('GET', path)).counts
}

/** What the database holds of a round, by respondent. */
async function sheetsOf(roundId: string) {
  const { db } = database
  const { horizons } = await db
    .selectFrom('round')
    .select('horizons')
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow()
  const asked = z.array(z.string()).parse(JSON.parse(horizons))
  const itemIds = await listRoundItemIds(db, client.organisationId, roundId)
  const rows = await db
    .selectFrom('sheet')
    .innerJoin('respondent', 'respondent.id', 'sheet.respondentId')
    .select(['respondent.id', 'respondent.finished', 'sheet.answers'])
    .where('sheet.roundId', '=', roundId)
    .execute()
  return Object.fromEntries(
    rows.map(({ id, finished, answers }) => {
      const given = itemIds.flatMap((itemId, item) =>
        asked.flatMap((horizon, index) => {
          const answer = readAnswer(answers[slotOf(item, index, asked.length)] ?? '', SCALE)
          return answer === undefined ? [] : [[`${itemId} ${horizon}`, answer] as const]
        }),
      )
      return [id, { finished: finished === 1, answers: Object.fromEntries(given) }]
    }),
  )
}

/** One hash over every row of every table that names this round. */
async function hashOfRound(roundId: string): Promise<string> {
  const plain = database.db.withoutPlugins()
  const hash = createHash('sha256')
  for (const { name } of await plain.introspection.getTables()) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(plain)
    const lines = rows.map((row) => JSON.stringify(row)).filter((line) => line.includes(roundId))
    hash.update(`${name}\n${lines.sort().join('\n')}\n`)
  }
  return hash.digest('hex')
}
