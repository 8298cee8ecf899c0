import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { CalendarFeed } from '../../server/contract/calendars.ts'
import { Intervention, type InterventionContent } from '../../server/contract/interventions.ts'
import type { OrganisationName, World } from './world.ts'

const Made = z.object({ id: z.string() })

/** In which state an intervention must be for a call to succeed. */
export type InterventionKind = 'proposed' | 'asking' | 'objected' | 'agreed'

/** The words of an agreement that is complete. */
export const AGREEMENT: InterventionContent = {
  title: 'One shared roof',
  driver: 'Four firms each pay for their own panels',
  agreement: 'We put panels on the roof of the mill together',
  domain: 'Energy',
  owner: 'Alice',
  firstStep: 'Ask the mill',
  criteria: ['Three firms take part'],
  startsOn: null,
  reviewOn: '2099-01-01',
  ups: ['upsharing'],
  impact: 3,
  support: { staff: 'for' },
  potential: { time: 3 },
}

/** A reflection about a release of its own, for one call; its id. */
export async function makeReflection(world: World, organisation: OrganisationName): Promise<string> {
  const round = await world.makeRound(organisation, 'released')
  const url = `/api/organisations/${world.idOf(organisation)}/reflections`
  return (await world.ownerOf(organisation).post(url, { roundId: round.id })).as(Made).id
}

/** A card in a reflection; its id. */
export async function makeEntry(world: World, organisation: OrganisationName, reflectionId: string): Promise<string> {
  const id = randomUUID()
  const url = `/api/organisations/${world.idOf(organisation)}/reflections/${reflectionId}/entries/${id}`
  const body = { question: 2, body: { kind: 'behaviour', text: 'The door stands open' }, revision: 0 }
  return (await world.ownerOf(organisation).put(url, body)).as(Made).id
}

/** An intervention, with the objection to it when it has one. */
export async function makeIntervention(
  world: World,
  organisation: OrganisationName,
  kind: InterventionKind,
): Promise<{ id: string; voiceId: string | undefined }> {
  const id = randomUUID()
  const owner = world.ownerOf(organisation)
  const url = `/api/organisations/${world.idOf(organisation)}/interventions/${id}`
  await owner.put(url, { reflectionId: null, roundId: null, content: AGREEMENT, revision: 0 })
  if (kind === 'agreed') await owner.post(`${url}/state`, { state: 'agreed' })
  if (kind === 'asking' || kind === 'objected') await owner.post(`${url}/consent`, { state: 'open' })
  if (kind !== 'objected') return { id, voiceId: undefined }
  await owner.put(`${url}/stance`, { stance: 'objection', text: 'The roof is too weak' })
  const closed = (await owner.post(`${url}/consent`, { state: 'closed' })).as(Intervention)
  return { id, voiceId: closed.consent.voices[0]?.id }
}

/** An own example; its id. */
export async function makeExample(world: World, organisation: OrganisationName): Promise<string> {
  const id = randomUUID()
  const url = `/api/organisations/${world.idOf(organisation)}/examples/${id}`
  return (await world.ownerOf(organisation).put(url, { content: EXAMPLE, revision: 0 })).as(Made).id
}

/** What an own example says. */
export const EXAMPLE = {
  title: 'The bakery van',
  place: 'Zaandam',
  what: 'Three firms share one van',
  why: '',
  capitals: ['manufactured'],
  source: '',
}

/** The name of a calendar file behind a secret address. */
export async function makeCalendarFile(world: World, organisation: OrganisationName): Promise<string> {
  const url = `/api/organisations/${world.idOf(organisation)}/calendar-feed`
  const feed = (await world.ownerOf(organisation).post(url)).as(CalendarFeed)
  return feed.url?.split('/').at(-1) ?? ''
}
