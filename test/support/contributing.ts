import { randomUUID } from 'node:crypto'
import { CONSENT_STATEMENTS, type ConsentPurpose } from '../../server/contract/consent-purposes.ts'
import { ContributionPreview } from '../../server/contract/participations.ts'
import { ResponseView } from '../../server/contract/responses.ts'
import type { RoundInput } from '../../server/contract/rounds.ts'
import { joinRound, newRound, type TestApp } from './app.ts'
import type { Client, Reply } from './client.ts'

/** A round of a company that is closed with its result: one person gives every question the same answer. */
export async function closedRound(
  { nobody }: Pick<TestApp, 'nobody'>,
  owner: Client,
  organisationId: string,
  rating: number,
  changes: Partial<RoundInput> = {},
): Promise<string> {
  const round = await newRound(owner, organisationId, { mode: 'open', ...changes })
  await answerAll(nobody, round.code, rating)
  await owner.post(`/api/organisations/${organisationId}/rounds/${round.id}/close`, {})
  return round.id
}

/** Somebody joins a round and gives every question the same answer. */
export async function answerAll(nobody: Client, code: string, rating: number): Promise<void> {
  const { client } = await joinRound(nobody, code, { name: 'Mo' })
  const { items, round } = (await client.get('/api/response')).as(ResponseView)
  const operations = items.flatMap(({ id: itemId }) =>
    round.horizons.map((horizon) => ({ opId: randomUUID(), itemId, horizon, seq: 1, rating })),
  )
  await client.put('/api/response/answers', operations)
}

/**
 * An owner consents; to being counted after a look at the figures that leave.
 *
 * @param path of the company in the programme: `/api/organisations/<company>/participations/<programme>`.
 */
export async function consentTo(purpose: ConsentPurpose, owner: Client, path: string): Promise<Reply> {
  const change = { purpose, act: 'given', statement: CONSENT_STATEMENTS[purpose], locale: 'nl' }
  if (purpose !== 'benchmark') return owner.put(`${path}/consents`, change)
  const { tag } = (await owner.get(`${path}/preview`)).as(ContributionPreview)
  return owner.put(`${path}/consents`, { ...change, tag })
}
