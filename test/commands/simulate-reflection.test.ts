import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { loadConfig } from '../../server/config.ts'
import { Id } from '../../server/contract/common.ts'
import { Intervention } from '../../server/contract/interventions.ts'
import { Reflection } from '../../server/contract/reflections.ts'
import type { Command } from '../../server/contract/workshops.ts'
import { loadGuides } from '../../server/guides.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { type RunningServer, serve } from '../../server/serve.ts'
import type { Pace } from '../../server/simulate/pace.ts'
import { simulatePhones } from '../../server/simulate/phones.ts'
import { BenchClient } from '../bench/client.ts'
import { BENCH_TOKEN } from '../bench/processes.ts'
import { temporaryFolder } from '../support/databases.ts'
import { AGREEMENT } from '../support/world-reflections.ts'

const QUICK: Pace = { joinSeconds: 0.3, answerSeconds: 1.5, voteSeconds: 1, batch: 3, stopShare: 0, lossShare: 0 }
const PATIENT = { timeout: 30_000 }

let folder: ReturnType<typeof temporaryFolder>
let server: RunningServer
let client: BenchClient

beforeAll(async () => {
  folder = temporaryFolder()
  const settings = { PORT: '0', DATA_DIR: folder.path, SETUP_TOKEN: BENCH_TOKEN, LOG_LEVEL: 'error' }
  server = await serve(loadConfig(settings), { lan: false, demo: false })
  client = new BenchClient(server.origin)
  await client.signIn()
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

test('simulated phones write cards, give dots and answer a proposal, in words that a rehearsal can show', async () => {
  const { id: roundId, code } = await client.newRound({ variant: 'pulse', horizons: ['now'] })
  const org = `/api/organisations/${client.organisationId}`
  const made = z.object({ id: Id })
  const { id } = made.parse(await client.call('POST', `${org}/workshops`, { roundId }))
  const order = (command: Command) => client.call('POST', `${org}/workshops/${id}/commands`, command)
  const simulation = simulatePhones({ origin: server.origin, code, phones: 8, pace: QUICK, seed: 'reflect' })
  await simulation.answered
  await client.call('POST', `${org}/rounds/${roundId}/close`, {})
  await order({ do: 'reveal' })
  const reflection = made.parse(await client.call('POST', `${org}/reflections`, { roundId, id }))
  const path = `${org}/reflections/${reflection.id}`
  const read = async () => Reflection.parse(await client.call('GET', path))
  await order({ do: 'show', scene: { kind: 'cards', reflectionId: reflection.id, question: 2 } })
  await expect.poll(async () => (await read()).rooms['2']?.waiting, PATIENT).toBeGreaterThan(4)
  await client.call('PUT', `${path}/phase`, { question: 2, phase: 'voting' })
  await expect.poll(async () => (await read()).voters['2'], PATIENT).toBe(8)
  const { entries } = await read()
  const guide = loadGuides([join(DATA_ROOT, 'reflections')]).newest('seven-questions')
  const samples = [
    ...(guide?.texts.nl.questions['2'].examples ?? []),
    ...(guide?.texts.en.questions['2'].examples ?? []),
  ]
  expect(entries.every(({ author, body }) => author === null && 'text' in body && samples.includes(body.text))).toBe(
    true,
  )
  const proposal = `${org}/interventions/${randomUUID()}`
  const content = { ...AGREEMENT, title: 'One roof' }
  const asked = made.parse(
    await client.call('PUT', proposal, { reflectionId: reflection.id, roundId: null, content, revision: 0 }),
  )
  await order({ do: 'show', scene: { kind: 'consent', interventionId: asked.id } })
  await client.call('POST', `${proposal}/consent`, { state: 'open' })
  await expect
    .poll(async () => Intervention.parse(await client.call('GET', proposal)).consent.answered, PATIENT)
    .toBe(8)
  const { calls, errors } = await simulation.stop()
  // Who still wrote when the facilitator went on came too late.
  const faults = Object.keys(errors).filter((what) => what !== 'card: cards-closed')
  expect([calls.dots.count, calls.stance.count, faults]).toEqual([8, 8, []])
})
