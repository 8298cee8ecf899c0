import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Instruments, loadInstruments } from '../../server/instruments.ts'
import { storeRespondents, storeRound } from '../../server/services/stored-rounds.ts'
import { writeInstrument } from '../real-data/instrument.ts'
import { signUp, startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { countRows } from '../support/zip.ts'

const [ITEMS, PEOPLE] = [269, 1_225]

/** A questionnaire of this many questions, as an installation would have it. */
function largeInstruments(): Instruments {
  const root = mkdtempSync(join(tmpdir(), 'meervoud-large-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const questions = Array.from({ length: ITEMS }, (_, index) => {
    return { id: `q${index + 1}`, dimension: `d${index % 6}`, reverse: false }
  })
  writeInstrument(root, 'large', { min: 1, max: 5 }, questions)
  return loadInstruments([root])
}

/** The application as it listens, with a round in which 1,225 people answered 269 questions by name. */
async function largeRound(open: (typeof DATABASES)[number]['open']) {
  const database = await open()
  const instruments = largeInstruments()
  const api = await startApp(database, { instruments })
  onTestFinished(async () => {
    await api.close()
    await database.close()
  })
  const { organisationId, client } = await signUp(api)
  const instrument = instruments.find('large', '1.0.0')
  if (instrument === undefined) throw new Error('the questionnaire was not read')
  const itemIds = instrument.items.map(({ id }) => id)
  const roundId = await database.db.transaction().execute(async (trx) => {
    const form = { instrument, period: '2026-Q4', horizons: ['now'], groups: [], expected: null, itemIds }
    const at = api.clock.now()
    const round = await storeRound(trx, { ...form, organisationId, title: 'Large', mode: 'open', at })
    await storeRespondents(
      trx,
      round,
      Array.from({ length: PEOPLE }, (_, person) => {
        const answers = itemIds.map((_id, item) => '12345?-'[(person + item) % 7]).join('')
        return { name: `Person ${person}`, group: null, answers }
      }),
    )
    return round.id
  })
  const origin = await api.app.listen({ port: 0, host: '127.0.0.1' })
  return { origin, client, database, path: `${origin}/api/organisations/${organisationId}/rounds/${roundId}/export` }
}

/** Takes a file while asking something else again and again; how often that was answered before the file was over. */
async function takenWhileOthersAsk(url: string, origin: string, { headers }: Client) {
  const reply = await fetch(url, { headers })
  let isOver = false
  const bytes = reply.arrayBuffer().finally(() => {
    isOver = true
  })
  let answered = 0
  while (!isOver) {
    const ping = await fetch(`${origin}/api/me`, { headers })
    expect(ping.status).toBe(200)
    await ping.arrayBuffer()
    if (!isOver) answered += 1
  }
  expect(reply.status).toBe(200)
  return { bytes: Buffer.from(await bytes), answered }
}

describe.each(DATABASES)('an export at 1,225 x 269 on $name', ({ open }) => {
  test('does not time out: every row arrives, and others are answered meanwhile', { timeout: 120_000 }, async () => {
    const { origin, client, path } = await largeRound(open)
    const csv = await takenWhileOthersAsk(`${path}.csv?shape=long`, origin, client)
    const lines = csv.bytes.toString().trimEnd().split('\r\n')
    expect(lines.length).toBe(1 + ITEMS * PEOPLE)
    expect(new Set(lines.slice(1).map((line) => line.slice(0, 36))).size).toBe(PEOPLE)
    const wide = await takenWhileOthersAsk(`${path}.csv?shape=wide`, origin, client)
    expect(wide.bytes.toString().trimEnd().split('\r\n').length).toBe(1 + PEOPLE)
    const xlsx = await takenWhileOthersAsk(`${path}.xlsx`, origin, client)
    expect(Math.min(csv.answered, xlsx.answered)).toBeGreaterThan(3)
    expect(countRows(xlsx.bytes).slice(0, 2)).toEqual([1 + ITEMS * PEOPLE, 1 + PEOPLE])
  })

  test('ends when whoever asked goes away, and the next one is served', { timeout: 60_000 }, async () => {
    const { client, path } = await largeRound(open)
    const away = new AbortController()
    const reply = await fetch(`${path}.xlsx`, { headers: client.headers, signal: away.signal })
    await reply.body?.getReader().read()
    away.abort()
    const next = await fetch(`${path}.csv?shape=wide`, { headers: client.headers })
    expect((await next.text()).trimEnd().split('\r\n').length).toBe(1 + PEOPLE)
  })
})
