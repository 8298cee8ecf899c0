import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { OrganisationMade } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { InstrumentSummary, InstrumentView } from '../../server/contract/instruments.ts'
import { Reflection } from '../../server/contract/reflections.ts'
import { Explanation, Results } from '../../server/contract/results.ts'
import { Target } from '../../server/contract/targets.ts'
import { Trend } from '../../server/contract/trend.ts'
import { startAppForTest } from '../support/app.ts'
import { newSheet, rated } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'

const PARK = { id: 'business-parks', version: '1.0.0' }

describe.each(DATABASES)('a round about a whole business park, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const { alice, bakery } = await gatherPeople(api)
    const owner = alice.client
    const made = await owner.post('/api/organisations', { name: 'Park De Dijk', kind: 'park' })
    return { owner, bakery, park: made.as(OrganisationMade).id }
  }

  /** Everything stands at step 2 now, and is meant to stand at 3; what is about nature at 5. */
  async function signedOff() {
    const { owner, park } = await start()
    const asked = { instrument: PARK, variant: 'full', horizons: ['now', 'intended'] }
    const sheet = await newSheet(owner, park, asked)
    const path = `/api/organisations/${park}/rounds/${sheet.roundId}`
    const { items } = (await owner.get('/api/instruments/business-parks/1.0.0')).as(InstrumentView)
    const answers = items.flatMap(({ id, dimension }) => [
      rated(id, 2),
      rated(id, dimension === 'natural' ? 5 : 3, { horizon: 'intended' }),
    ])
    for (const some of [answers.slice(0, 28), answers.slice(28)]) await sheet.answer(owner, ...some)
    expect((await sheet.signOff(owner)).status).toBe(204)
    return { owner, park, path, items, roundId: sheet.roundId }
  }

  test('the questionnaire about parks comes first for a park, and the six capitals for a company', async () => {
    const { owner, park, bakery } = await start()
    const firstOf = async (org: string) => {
      const { items } = (await owner.get(`/api/organisations/${org}/instruments`)).as(listOf(InstrumentSummary))
      return items[0]?.id
    }
    expect([await firstOf(park), await firstOf(bakery)]).toEqual(['business-parks', 'six-capitals'])
  })

  test('it has six scores on both horizons, and the way from now to what is meant for each', async () => {
    const { owner, path, items } = await signedOff()
    expect(items).toHaveLength(28)
    const { horizons, drift } = (await owner.get(`${path}/results`)).as(Results)
    expect(Object.keys(horizons)).toEqual(['now', 'intended'])
    expect(horizons['now']?.level).toBe(25)
    expect(drift).toEqual({ human: 25, social: 25, intellectual: 25, manufactured: 25, natural: 75, financial: 25 })
  })

  test('the way is explained with the two scores that it is made of', async () => {
    const { owner, path } = await signedOff()
    const { release } = (await owner.get(`${path}/results`)).as(Results)
    const explained = (await owner.get(`/api/explain/${release.id}/drift/natural`)).as(Explanation)
    expect(explained).toMatchObject({
      value: 75,
      inputs: [
        { what: 'now/natural', value: 25 },
        { what: 'intended/natural', value: 100 },
      ],
    })
  })

  test('a park is followed over time with its own questionnaire, and has targets in that', async () => {
    const { owner, park } = await signedOff()
    const { instrument, points } = (await owner.get(`/api/organisations/${park}/trend`)).as(Trend)
    expect([instrument, points.length]).toEqual(['business-parks', 1])
    const place = `/api/organisations/${park}/targets/business-parks/natural`
    await owner.put(place, { score: 60, duePeriod: '2028-Q4', reason: '', version: '1.0.0', revision: 0 })
    const { items } = (await owner.get(`/api/organisations/${park}/targets`)).as(listOf(Target))
    expect(items.map(({ dimension, score }) => [dimension, score])).toEqual([['natural', 60]])
  })

  test('the conversation about it starts from the farthest way to go, never from a fall that nobody expects', async () => {
    const { owner, park, roundId } = await signedOff()
    const path = `/api/organisations/${park}/reflections`
    const id = randomUUID()
    await owner.post(path, { id, roundId })
    const { candidates } = (await owner.get(`${path}/${id}`)).as(Reflection)
    const later = candidates.filter(({ reason }) => reason === 'aim' || reason === 'drift')
    expect(later).toMatchObject([{ id: 'aim:natural', dimension: 'natural', points: 75 }])
  })
})
