import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { listOf } from '../../server/contract/common.ts'
import { type ConsentChange, ConsentEntry, ContributionPreview } from '../../server/contract/participations.ts'
import type { TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { closedRound } from '../support/contributing.ts'
import { DATABASES } from '../support/databases.ts'
import type { People } from '../support/people.ts'
import { startInProgramme } from '../support/world-programme.ts'
import { AGREEMENT } from '../support/world-reflections.ts'

describe.each(DATABASES)('a company that consents to what it saw, on $name', ({ open }) => {
  let api: TestApp
  let people: People
  let path: string

  beforeEach(async () => {
    ;({ api, people, path } = await startInProgramme(open))
  })

  const owner = () => people.alice.client
  const preview = async () => (await owner().get(`${path}/preview`)).as(ContributionPreview)
  const ledger = async () => (await owner().get(`${path}/consents`)).as(listOf(ConsentEntry)).items
  const stored = () => api.database.db.selectFrom('contribution').selectAll().orderBy('period').execute()
  const consent = async (client: Client, change: Partial<z.infer<typeof ConsentChange>> = {}) => {
    const { tag } = await preview()
    const body = { purpose: 'benchmark', act: 'given', statement: 'benchmark-1', locale: 'nl', tag, ...change }
    return client.put(`${path}/consents`, body)
  }
  const close = (rating: number, period = '2026-Q3') => closedRound(api, owner(), people.bakery, rating, { period })
  /** An agreement that is expected to raise nature. */
  const agree = async (client: Client) => {
    const intervention = `/api/organisations/${people.bakery}/interventions/${randomUUID()}`
    await client.put(intervention, { reflectionId: null, roundId: null, content: AGREEMENT, revision: 0 })
    const up = { dimension: 'natural', perspective: 'external', effect: 2, term: 'medium', confidence: 'middle' }
    const price = { dimensions: ['financial'], bearer: 'The owners' }
    await client.put(`${intervention}/effects`, { effects: [up], price, revision: 0 })
    expect((await client.post(`${intervention}/state`, { state: 'agreed' })).status).toBeLessThan(300)
  }

  test('is asked again when a result came between looking and consenting, or the sentence is another', async () => {
    await close(4)
    const { tag } = await preview()
    await close(5, '2026-Q4')
    expect((await consent(owner(), { tag })).refusal).toBe('preview-outdated')
    expect((await consent(owner(), { tag: undefined })).refusal).toBe('preview-outdated')
    expect((await consent(owner(), { statement: 'benchmark-0' })).refusal).toBe('consent-unseen')
    expect(await stored()).toEqual([])
    expect(await ledger()).toEqual([])
  })

  test.each([
    ['something was agreed on', 'agreement'],
    ['it counts in another sector', 'sector'],
  ])('is asked again when %s between looking and consenting', async (_, what) => {
    await close(4)
    const { tag } = await preview()
    if (what === 'sector') await api.database.db.updateTable('participation').set({ sector: 'C' }).execute()
    else await agree(owner())
    expect((await consent(owner(), { tag })).refusal).toBe('preview-outdated')
    expect([await stored(), await ledger()]).toEqual([[], []])
    const { periods } = await preview()
    expect((await consent(owner())).status).toBe(200)
    expect((await stored()).map(({ sector, themes }) => [sector, JSON.parse(themes)])).toEqual([
      what === 'sector' ? ['C', []] : [null, ['natural']],
    ])
    expect(periods[0]?.themes).toEqual(what === 'sector' ? [] : ['natural'])
  })

  test('a preview that shows the same has the same tag, whenever it is read', async () => {
    await close(4)
    const { tag } = await preview()
    api.clock.pass({ minutes: 5 })
    await consent(owner(), { purpose: 'public', statement: 'public-1' })
    expect((await preview()).tag).toBe(tag)
  })
})
