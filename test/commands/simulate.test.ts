import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { loadConfig } from '../../server/config.ts'
import { Id } from '../../server/contract/common.ts'
import { Workshop } from '../../server/contract/workshops.ts'
import { type Database, openDatabase } from '../../server/db/open.ts'
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

describe('meervoud simulate', () => {
  test('fills a room on a server of its own, shows the result, and leaves nothing behind', async () => {
    const temporary = join(folder.path, 'temporary')
    mkdirSync(temporary)
    const command = new CommandProcess(['simulate', '--phones', '8', '--seconds', '3'], { TMPDIR: temporary })
    const [, wall = ''] = await command.says(/^Watch along on the screen: (\S+)$/m)
    expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^meervoud-simulate-/)])
    expect((await fetch(wall)).status).toBe(200)
    const { code, out, err } = await command.end()
    expect([code, err.replaceAll(/^.* \.\.\.\n/gm, '')]).toEqual([0, ''])
    expect(out).toMatch(/^8 of 8 phones came in; \d said that they were ready\.$/m)
    expect(out).toMatch(/^Nothing went wrong\.$/m)
    expect(out).toMatch(/^Collecting was closed and the result shown: 8 participants, divided on \d+ of 48 questions\.$/m)
    expect(readdirSync(temporary)).toEqual([])
    await expect(fetch(wall)).rejects.toThrow()
  })

  test('tidies up when it is stopped halfway, and says that this is no success', async () => {
    const temporary = join(folder.path, 'stopped')
    mkdirSync(temporary)
    const command = new CommandProcess(['simulate', '--phones', '3', '--seconds', '600'], { TMPDIR: temporary })
    await command.says(/^3 simulated phones go to/m)
    expect((await command.stop()).code).toBe(1)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('joins a round of a server that runs, by the address behind its QR code or by its code', async () => {
    const { id, code } = await client.newRound({ variant: 'pulse', horizons: ['now'], groups: ['staff', 'customer'] })
    const quick = ['--phones', '3', '--seconds', '1']
    const first = await run(['simulate', '--join', joinAddress(code), ...quick])
    expect([first.code, first.err]).toEqual([0, ''])
    const second = await run(['simulate', '--join', code, '--server', server.origin, ...quick], {}, 'nl')
    expect(second.out).toContain('3 van 3 telefoons kwamen binnen')
    expect(await countsOf(id)).toMatchObject({ joined: 6, started: 6 })
  })

  test('says in one sentence what is wrong with the code, the address or the numbers', async () => {
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

describe('simulated phones', () => {
  test('say of themselves exactly what the database holds, also when some lose the network', async () => {
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

  test('have the same opinions every time for the same seed, and never the same ids', async () => {
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

  test('wait while the room is paused, and vote again when the facilitator asks', async () => {
    const { code, order } = await openWorkshop()
    const { promise: begin, resolve: go } = Promise.withResolvers<void>()
    const simulation = simulatePhones({ origin: server.origin, code, phones: 6, pace: { ...QUICK, stopShare: 0 }, begin })
    await simulation.connected
    await order({ do: 'pause', on: true })
    // After the hint, and not only because a new stream makes every phone look.
    await expect.poll(() => simulation.figures().hints.paused, { timeout: 5_000 }).toBe(6)
    const looks = simulation.figures().calls.wall.count
    await expect.poll(() => simulation.figures().calls.wall.count, { timeout: 5_000 }).toBeGreaterThan(looks)
    await expect.poll(() => simulation.paused, { timeout: 5_000 }).toBe(6)
    go()
    await order({ do: 'show', scene: { kind: 'progress' } })
    await expect.poll(() => simulation.figures().calls.wall.count, { timeout: 5_000 }).toBeGreaterThanOrEqual(looks + 6)
    expect(simulation.figures().acknowledged.applied).toBe(0)
    await order({ do: 'pause', on: false })
    await simulation.answered
    expect(simulation.figures()).toMatchObject({ finished: 6, acknowledged: { applied: 6 * 24 } })
    await order({ do: 'close' })
    await expect.poll(async () => (await order({ do: 'black', on: false })).round.state, { timeout: 20_000 }).toBe('closed')
    await order({ do: 'reveal' })
    await order({ do: 'vote', itemIds: ['i01', 'i02'] })
    await expect.poll(() => simulation.voted, { timeout: 20_000 }).toBe(6)
    const { errors, voted, acknowledged } = await simulation.stop()
    expect({ errors, voted, applied: acknowledged.applied }).toEqual({ errors: {}, voted: 6, applied: 6 * 26 })
  })

  test('count what goes wrong by what it was', async () => {
    const { id, code } = await client.newRound({ variant: 'pulse' })
    await client.call('POST', `/api/organisations/${client.organisationId}/rounds/${id}/close`, {})
    const simulation = simulatePhones({ origin: server.origin, code, phones: 2, pace: QUICK })
    await simulation.answered
    expect(await simulation.stop()).toMatchObject({ joined: 0, errors: { 'preview: wrong-code': 2 } })
  })
})

describe('the phones of a rehearsal', () => {
  test('fill the rehearsal and touch no row of the round that is rehearsed', async () => {
    const { id, roundId, code } = await openWorkshop()
    const real = simulatePhones({ origin: server.origin, code, phones: 5, pace: QUICK })
    await real.answered
    await real.stop()
    const before = await hashOfRound(roundId)
    const rehearsal = z.object({ id: Id }).parse(await client.call('POST', `${workshops()}/${id}/rehearsals`, { phones: 5 }))
    const readRehearsal = async () => Workshop.parse(await client.call('GET', `${workshops()}/${rehearsal.id}`))
    await expect.poll(async () => (await readRehearsal()).round.counts.started, { timeout: 30_000 }).toBe(5)
    expect((await readRehearsal()).isRehearsal).toBe(true)
    expect(await hashOfRound(roundId)).toBe(before)
    expect(await hashOfRound((await readRehearsal()).round.id)).not.toBe(before)
  })

  test('leave when the rehearsal is removed, when they are told to, and where nobody lets them in', async () => {
    const { id, code } = await openRehearsal()
    const input = { origin: server.origin, phones: 3, log: SILENT, signal: new AbortController().signal }
    const removed = runRehearsalPhones({ ...input, code })
    await expect.poll(async () => (await countsOfWorkshop(id)).joined, { timeout: 20_000 }).toBe(8)
    await client.remove(`${workshops()}/${id}`)
    await removed
    await runRehearsalPhones({ ...input, code })
    const other = await openRehearsal()
    const stopping = new AbortController()
    const stopped = runRehearsalPhones({ ...input, code: other.code, signal: stopping.signal })
    stopping.abort()
    await stopped
  })
})
