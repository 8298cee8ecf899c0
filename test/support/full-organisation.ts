import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { joinRound, newRound, type Person, type TestApp } from './app.ts'
import { fillSheet } from './company-sheet.ts'
import { FORM, formFile } from './forms.ts'
import { fillQuarter } from './full-quarter.ts'
import { AGREEMENT, EXAMPLE } from './world-reflections.ts'

const Made = z.object({ id: z.string() })
const EVERY_HORIZON = ['now'] as const

/** What was made in an organisation, by id. */
export interface Filled {
  readonly roundId: string
  readonly anonymousRoundId: string
  readonly reflectionId: string
  readonly interventionId: string
}

/**
 * Lets an owner do everything that people do in an organisation, so that each of its tables has a row; whatever is
 * typed holds `mark`, for who searches files.
 */
export async function fillOrganisation(
  api: TestApp,
  owner: Person,
  organisationId: string,
  mark: string,
): Promise<Filled> {
  const { client } = owner
  const org = `/api/organisations/${organisationId}`
  const put = async (path: string, body: object) => {
    const reply = await client.put(`${org}/${path}/${randomUUID()}`, { ...body, revision: 0 })
    return reply.as(Made).id
  }
  const survey = FORM.survey.map((row) => row.map((cell) => (cell === 'We have time.' ? `${mark} question` : cell)))
  const title = [FORM.settings[0], [`${mark} list`, `${mark} form`, '']]
  await client.post(`${org}/imports/instruments`, await formFile({ survey, settings: title }))
  const item = api.deps.instruments.find('six-capitals', '1.0.0')?.items[0]?.id ?? ''
  const asked = { itemIds: [item], horizons: [...EVERY_HORIZON], title: `${mark} round` }
  const round = await newRound(client, organisationId, { ...asked, mode: 'open' })
  const workshop = (await client.post(`${org}/workshops`, { roundId: round.id })).as(Made).id
  const phone = await joinRound(api.nobody, round.code, { name: `${mark} phone` })
  await phone.client.put('/api/response/answers', [
    { opId: randomUUID(), itemId: item, horizon: 'now', seq: 1, missing: 'unknown', reason: `${mark} reason` },
  ])
  await phone.client.put('/api/response/answers', [
    { opId: randomUUID(), itemId: item, horizon: 'now', seq: 2, rating: 4 },
  ])
  const other = await joinRound(api.nobody, round.code, { name: `${mark} other` })
  await other.client.put('/api/response/answers', [
    { opId: randomUUID(), itemId: item, horizon: 'now', seq: 1, missing: 'unknown', reason: `${mark} kept` },
  ])
  await client.post(`${org}/rounds/${round.id}/close`)
  await client.post(`${org}/workshops/${workshop}/commands`, { do: 'reveal' })
  await client.post(`${org}/workshops/${workshop}/display-links`)
  const voting = await client.post(`${org}/workshops/${workshop}/commands`, { do: 'vote', itemIds: [item] })
  const { votes } = voting.as(z.object({ votes: z.array(Made) }))
  await client.put(`${org}/workshops/${workshop}/votes/${votes[0]?.id}/arguments`, {
    itemId: item,
    text: `${mark} argument`,
  })
  const anonymous = await newRound(client, organisationId, { ...asked, mode: 'anonymous' })
  for (let phones = 0; phones < 6; phones += 1) {
    const one = await joinRound(api.nobody, anonymous.code)
    await one.client.put('/api/response/answers', [
      { opId: randomUUID(), itemId: item, horizon: 'now', seq: 1, rating: (phones % 5) + 1 },
    ])
  }
  await client.post(`${org}/rounds/${anonymous.id}/close`)
  const reflectionId = (await client.post(`${org}/reflections`, { roundId: round.id })).as(Made).id
  const reflection = `reflections/${reflectionId}`
  const card = await put(`${reflection}/entries`, { question: 2, body: { kind: 'behaviour', text: `${mark} card` } })
  await client.put(`${org}/${reflection}/votes`, { question: 1, dots: { 'lowest:human': 2 } })
  await client.put(`${org}/${reflection}/presence`, { question: 2, entryId: card })
  const content = { ...AGREEMENT, title: `${mark} roof`, owner: `${mark}persoon` }
  const interventionId = await put('interventions', { reflectionId, roundId: round.id, content })
  const intervention = `${org}/interventions/${interventionId}`
  const effect = { dimension: 'human', perspective: 'internal', effect: 1, term: 'short', confidence: 'low' }
  const price = { dimensions: ['financial'], bearer: `${mark} bearer` }
  await client.put(`${intervention}/effects`, { effects: [effect], price, revision: 0 })
  await client.post(`${intervention}/consent`, { state: 'open' })
  await client.put(`${intervention}/stance`, { stance: 'concern', text: `${mark} concern` })
  await client.post(`${intervention}/consent`, { state: 'closed' })
  await client.post(`${intervention}/state`, { state: 'agreed' })
  const review = { helped: 'partly', why: `${mark} why`, improve: '', dropped: false, nextReviewOn: '2099-06-01' }
  await client.post(`${intervention}/reviews`, { id: randomUUID(), ...review })
  await put('interventions', { reflectionId: null, roundId: null, content: { ...AGREEMENT, title: `${mark} loose` } })
  await put('examples', { content: { ...EXAMPLE, place: `${mark} place` } })
  await client.post(`${org}/calendar-feed`)
  const partyId = await put('network/parties', { name: `${mark} harbour`, kind: 'customer', links: [] })
  const words = { hypothesis: `${mark} guess`, smallestTest: 'Ask one', measure: 'Yes or no', learned: '' }
  const days = { startsOn: '2026-11-02', endsOn: '2026-12-01' }
  await put('experiments', { period: '2026-Q4', partyId, ...words, ...days, outcome: null })
  const target = { score: 60, duePeriod: '2027-Q4', reason: `${mark} target`, version: '1.0.0', revision: 0 }
  await client.put(`${org}/targets/six-capitals/human`, target)
  await client.post(`${org}/invitations`, { role: 'viewer', note: `${mark} note` })
  await fillSheet(client, organisationId, mark)
  await fillQuarter(api, owner, organisationId, mark)
  // What is left of a programme that was erased.
  const published = { organisationId, id: randomUUID(), instrumentId: 'six-capitals', period: '2026-Q3' }
  await api.database.db.insertInto('erasedPublication').values(published).execute()
  return { roundId: round.id, anonymousRoundId: anonymous.id, reflectionId, interventionId }
}

/** The files of a folder in which these bytes stand, the folders in it included. */
export function filesHolding(folder: string, words: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(words))
}
