import type { RoomReflection } from '../contract/reflection-room.ts'
import type { Db } from '../db/open.ts'
import { listStances } from '../db/queries/interventions.ts'
import type { ConsentStanceRow, InterventionRow } from '../db/tables.ts'
import { contentOf } from './intervention-content.ts'

/** What this person answered; null when not at all. */
export async function stanceOf(
  db: Db,
  { organisationId, id }: Pick<InterventionRow, 'organisationId' | 'id'>,
  voterKey: string | undefined,
): Promise<RoomReflection['own']['stance']> {
  if (voterKey === undefined) return null
  const own = (await listStances(db, organisationId, [id])).find((row) => row.voterKey === voterKey)
  return own === undefined ? null : { stance: own.stance, text: own.text }
}

/** How many gave each answer. Numbers by answer come once the round is closed: until then they would sway people. */
export function countStances(consent: InterventionRow['consent'], stances: readonly ConsentStanceRow[]) {
  const isClosed = consent === 'closed'
  const count = (stance: ConsentStanceRow['stance']) =>
    isClosed ? stances.filter((row) => row.stance === stance).length : null
  return {
    answered: stances.length,
    noObjection: count('no-objection'),
    concern: count('concern'),
    objection: count('objection'),
  }
}

/** The proposal that the wall shows, for phones and the wall: who said what is not in it. */
export async function proposalOf(
  db: Db,
  intervention: InterventionRow,
): Promise<NonNullable<RoomReflection['proposal']>> {
  const { title, driver, agreement, owner, firstStep, criteria, reviewOn } = contentOf(intervention)
  const stances = await listStances(db, intervention.organisationId, [intervention.id])
  const textsOf = (stance: ConsentStanceRow['stance']) =>
    intervention.consent === 'closed' ? stances.filter((row) => row.stance === stance).map(({ text }) => text) : []
  return {
    id: intervention.id,
    title,
    driver,
    agreement,
    owner,
    firstStep,
    criteria,
    reviewOn,
    state: intervention.consent,
    counts: countStances(intervention.consent, stances),
    objections: textsOf('objection'),
    concerns: textsOf('concern'),
  }
}
