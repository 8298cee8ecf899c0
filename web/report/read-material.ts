import type { Organisation } from '../../server/contract/accounts.ts'
import type { Certainty, CompanySheet } from '../../server/contract/company-sheets.ts'
import type { GuideView } from '../../server/contract/guides.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { Reflection, ReflectionSummary } from '../../server/contract/reflections.ts'
import type { Results } from '../../server/contract/results.ts'
import type { Trend } from '../../server/contract/trend.ts'
import { call } from '../api.ts'
import { readInstrument } from '../interventions/instrument-of.ts'
import { agreementsOf, type Conversation, type Material, trendUpTo } from './material.ts'

/** Which round of which organisation. */
export interface Place {
  readonly org: string
  readonly round: string
}

/**
 * Reads everything for a report of a round.
 *
 * @throws {ApiError} `no-release-yet` before the first release; `offline`; or whatever the server refuses.
 */
export async function readMaterial(place: Place, signal: AbortSignal): Promise<Material> {
  const path = `/api/organisations/${place.org}/rounds/${place.round}/results`
  const results = await call<Results>('GET', path, undefined, { signal })
  const instrument = await readInstrument(results.release.instrument, signal)
  const [material, conversations, certainties] = await Promise.all([
    readDeckMaterial(place, results, instrument, signal),
    readConversations(place, signal),
    results.answering === 'together' ? readCertainties(place, signal) : [],
  ])
  return { ...material, conversations, certainties }
}

/**
 * Reads what a deck needs beside the result that is on the page already.
 *
 * @throws {ApiError} the server refused or could not be reached.
 */
export async function readDeckMaterial(
  { org, round }: Place,
  results: Results,
  instrument: InstrumentView,
  signal: AbortSignal,
): Promise<Material> {
  const read = <Reply>(path: string) => call<Reply>('GET', `/api/organisations/${org}${path}`, undefined, { signal })
  const [{ name }, interventions, reflections, trend] = await Promise.all([
    read<Organisation>(''),
    read<{ items: Intervention[] }>('/interventions'),
    read<{ items: ReflectionSummary[] }>('/reflections'),
    instrument.scores ? read<Trend>(`/trend?instrument=${encodeURIComponent(instrument.id)}`) : undefined,
  ])
  return {
    organisation: name,
    results,
    instrument,
    trend: trend && trendUpTo(trend, round),
    agreements: agreementsOf(interventions.items, round, reflections.items),
    conversations: [],
  }
}

async function readConversations({ org, round }: Place, signal: AbortSignal): Promise<Conversation[]> {
  const path = `/api/organisations/${org}/reflections`
  const { items } = await call<{ items: ReflectionSummary[] }>('GET', path, undefined, { signal })
  const here = items.filter(({ roundId }) => roundId === round).toReversed()
  return Promise.all(here.map(({ id }) => readConversation(`${path}/${id}`, signal)))
}

async function readConversation(path: string, signal: AbortSignal): Promise<Conversation> {
  const reflection = await call<Reflection>('GET', path, undefined, { signal })
  const { id, version } = reflection.guide
  const guide = await call<GuideView>('GET', `/api/reflection-guides/${id}/${version}`, undefined, { signal })
  return { reflection, guide }
}

/** How certain a team is of its answers; a question of which it did not say so is left out. */
async function readCertainties({ org, round }: Place, signal: AbortSignal): Promise<Certainty[]> {
  const path = `/api/organisations/${org}/rounds/${round}/sheet`
  const { work } = await call<CompanySheet>('GET', path, undefined, { signal })
  return Object.values(work).flatMap(({ certainty }) => certainty ?? [])
}
