import { makeRandomId } from '../auth/secrets.ts'
import type { Trx } from '../db/open.ts'
import { insertSecondVote, insertWorkshop, newWorkshop } from '../db/queries/workshops.ts'
import type { RoundRow } from '../db/tables.ts'
import { closeStoredRound, storeRespondents, storeRound } from '../services/stored-rounds.ts'
import type { DemoInput } from './build.ts'
import type { DemoOrganisation, DemoRound } from './park.ts'
import { demoRespondents } from './sheets.ts'

/** The round of the demo that a workshop continues. */
export interface DemoWorkshop {
  readonly organisation: DemoOrganisation
  readonly round: DemoRound
  readonly row: RoundRow
  /** What people voted on again. */
  readonly itemIds: readonly string[]
  /** The release that was shown; undefined: the workshop is still being prepared. */
  readonly revealed: string | undefined
}

/** Adds the workshop of a round; one that was held has a second vote in which the two camps came closer. */
export async function addDemoWorkshop(
  input: DemoInput & { readonly now: () => Date },
  trx: Trx,
  { organisation, round, row, itemIds, revealed }: DemoWorkshop,
): Promise<void> {
  const { locale, park } = input
  const { organisationId } = row
  const id = makeRandomId()
  const at = input.now().toISOString()
  const [horizon = ''] = round.horizons
  const plan = JSON.stringify(park.plan.map((step) => ({ ...step, title: step.title[locale] })))
  const prepared = newWorkshop({ organisationId, id, roundId: row.id, plan, createdAt: row.createdAt })
  const scene = JSON.stringify({ kind: 'divided', horizon })
  const held = { ...prepared, scene, revealedReleaseId: revealed ?? null, releasedAt: at }
  await insertWorkshop(trx, revealed === undefined ? prepared : held)
  if (revealed !== undefined && itemIds.length > 0) await addVote(input, trx, { organisation, round, row, itemIds }, id)
}

async function addVote(
  input: DemoInput & { readonly now: () => Date },
  trx: Trx,
  { organisation, round, row, itemIds }: Omit<DemoWorkshop, 'revealed'>,
  workshopId: string,
): Promise<void> {
  const { instrument, locale, park } = input
  const items = itemIds.flatMap((id) => instrument.items.filter((item) => item.id === id))
  const horizons = round.horizons.slice(0, 1)
  const vote = await storeRound(trx, {
    organisationId: row.organisationId,
    title: row.title,
    instrument,
    period: row.period,
    horizons,
    mode: row.mode,
    groups: JSON.parse(row.groups) as string[],
    expected: row.expected,
    itemIds,
    at: input.now(),
    purpose: 'second-vote',
  })
  const closer = { ...organisation, divided: [] }
  const voters = { park, organisation: closer, round: { ...round, horizons }, items, scale: instrument.scale, locale }
  // Other ids: nothing ties a second vote to who gave the first.
  const respondents = demoRespondents(voters).map((respondent) => ({ ...respondent, id: makeRandomId() }))
  await storeRespondents(trx, vote, respondents)
  const results = await closeStoredRound(input, trx, vote)
  const said = Object.entries(round.workshop?.arguments ?? {}).map(([itemId, text]) => [itemId, text[locale]])
  await insertSecondVote(trx, {
    organisationId: row.organisationId,
    roundId: vote.id,
    workshopId,
    number: 1,
    arguments: JSON.stringify(Object.fromEntries(said)),
    revealedReleaseId: results?.release.id ?? null,
  })
}
