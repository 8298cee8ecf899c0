import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from 'playwright-core'
import type { GuideView } from '../server/contract/guides.ts'
import type { Reflection } from '../server/contract/reflections.ts'
import type { Scene } from '../server/contract/workshops.ts'

/** The proposal that the pictures of the run sheet are about. */
const PROPOSAL = {
  nl: {
    title: 'We laden samen op één plein',
    driver: 'Elk bedrijf legt eigen laadpalen aan. Het net is vol en de helft staat overdag leeg.',
    agreement: 'Acht bedrijven delen drie maanden het laadplein bij de molen. Wie laadt, boekt een uur.',
    domain: 'Laden op het park',
    owner: 'Samira',
    firstStep: 'Maandag vraagt Samira de netbeheerder wat er kan.',
    criteria: ['Minder lege palen', 'Niemand wacht langer dan een uur'],
    bearer: 'de eigenaren, het eerste jaar',
  },
  en: {
    title: 'We charge together in one place',
    driver: 'Each firm puts up chargers of its own. The grid is full and half of them stand empty by day.',
    agreement: 'Eight firms share the chargers by the mill for three months. Whoever charges books an hour.',
    domain: 'Charging in the park',
    owner: 'Samira',
    firstStep: 'On Monday Samira asks the grid operator what is possible.',
    criteria: ['Fewer empty chargers', 'Nobody waits longer than an hour'],
    bearer: 'the owners, for the first year',
  },
} as const

/** Adds a reflection with cards and a proposal to a round; the scenes of it that a wall can show. */
export async function addConversation(
  api: APIRequestContext,
  org: string,
  roundId: string,
  locale: 'nl' | 'en',
): Promise<Scene[]> {
  const { id } = (await (await api.post(`${org}/reflections`, { data: { roundId } })).json()) as { id: string }
  const path = `${org}/reflections/${id}`
  await addCards(api, path, locale)
  const interventionId = randomUUID()
  const { bearer, ...words } = PROPOSAL[locale]
  const content = { ...words, startsOn: null, reviewOn: '2027-06-01', ups: [], impact: 3, support: {}, potential: {} }
  const intervention = `${org}/interventions/${interventionId}`
  await api.put(intervention, { data: { reflectionId: id, roundId: null, content, revision: 0 } })
  const effect = (dimension: string, perspective: string, effect: number) => {
    return { dimension, perspective, effect, term: 'short', confidence: 'middle' }
  }
  const effects = [
    effect('natural', 'internal', 2),
    effect('natural', 'external', 2),
    effect('social', 'external', 1),
    effect('financial', 'internal', -1),
  ]
  const price = { dimensions: ['financial'], bearer }
  await api.put(`${intervention}/effects`, { data: { effects, price, revision: 0 } })
  await api.post(`${intervention}/consent`, { data: { state: 'open' } })
  await api.put(`${intervention}/stance`, { data: { stance: 'no-objection' } })
  return [
    { kind: 'cards', reflectionId: id, question: 2 },
    { kind: 'consent', interventionId },
    { kind: 'projection', reflectionId: id },
  ]
}

/** The examples of the guide as cards of question 2, shown to the room. */
async function addCards(api: APIRequestContext, path: string, locale: 'nl' | 'en'): Promise<void> {
  const { guide } = (await (await api.get(path)).json()) as Reflection
  const { origin } = new URL(path)
  const read = await api.get(`${origin}/api/reflection-guides/${guide.id}/${guide.version}`)
  const { texts } = (await read.json()) as GuideView
  for (const text of texts[locale].questions['2'].examples) {
    const body = { kind: 'behaviour', text }
    await api.put(`${path}/entries/${randomUUID()}`, { data: { question: 2, body, revision: 0 } })
  }
  await api.put(`${path}/phase`, { data: { question: 2, phase: 'shown' } })
}
