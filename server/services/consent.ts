import type { Scope } from '../auth/scope.ts'
import { makeRandomId } from '../auth/secrets.ts'
import { type Intervention, MOST_CRITERIA, type ResolutionInput } from '../contract/interventions.ts'
import type { StanceInput } from '../contract/reflections.ts'
import type { Trx } from '../db/open.ts'
import {
  listStances,
  lockIntervention,
  resolveStance,
  updateIntervention,
  upsertStance,
} from '../db/queries/interventions.ts'
import type { InterventionRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { withIntervention } from './intervention-access.ts'
import { contentOf } from './intervention-content.ts'
import { voterKeyOf } from './reflection-access.ts'
import { tellRoom } from './rooms.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'

/** Opens or closes the round in which everybody says whether they object. Opened again, what was said stays. */
export async function moveConsent(
  deps: RoundDeps,
  scope: Scope,
  interventionId: string,
  state: 'open' | 'closed',
): Promise<Intervention> {
  const view = await withIntervention(deps, scope, interventionId, async (trx, intervention) => {
    if (state === 'closed' && intervention.consent === 'none') throw new ProblemError('consent-closed')
    await updateIntervention(trx, intervention, { consent: state })
    await auditMove(deps, trx, scope, `intervention.consent-${state}`, intervention.id)
  })
  const { roundId } = view
  if (roundId !== null)
    await tellRoom({ db: deps.database.db, live: deps.live }, scope.organisationId, roundId, 'changed')
  return view
}

/**
 * Keeps what a member answers to a proposal.
 *
 * @throws {ProblemError} `not-found`; as `keepStance`.
 */
export async function giveStance(
  deps: RoundDeps,
  scope: Scope,
  interventionId: string,
  input: StanceInput,
): Promise<Intervention> {
  return withIntervention(deps, scope, interventionId, (trx, intervention) =>
    keepStance(deps, trx, intervention, voterKeyOf(scope), makeRandomId(), input),
  )
}

/**
 * Keeps what one person answers to a proposal, in place of what that person said before.
 *
 * @throws {ProblemError} `consent-closed` while the round is not open; `objection-without-text`.
 */
export async function keepStance(
  { database }: Pick<RoundDeps, 'database'>,
  trx: Trx,
  { organisationId, id: interventionId }: Pick<InterventionRow, 'organisationId' | 'id'>,
  voterKey: string,
  id: string,
  { stance, text }: StanceInput,
): Promise<void> {
  // Held before it is looked at: somebody may be closing the round at this moment.
  const intervention = await lockIntervention(trx, { organisationId }, interventionId, database.kind)
  if (intervention?.consent !== 'open') throw new ProblemError('consent-closed')
  if (stance !== 'no-objection' && text === '') throw new ProblemError('objection-without-text')
  const words = stance === 'no-objection' ? '' : text
  await upsertStance(trx, { organisationId, interventionId, id, voterKey, stance, text: words, resolution: null })
}

/**
 * Says what became of an objection or a concern. A concern that becomes a criterion is added to the criteria.
 *
 * @throws {ProblemError} `not-found`; `consent-open` while people still answer; `too-many-criteria`.
 */
export async function resolveVoice(
  deps: RoundDeps,
  scope: Scope,
  interventionId: string,
  voiceId: string,
  { resolution }: ResolutionInput,
): Promise<Intervention> {
  return withIntervention(deps, scope, interventionId, async (trx, intervention) => {
    if (intervention.consent === 'open') throw new ProblemError('consent-open')
    const stances = await listStances(trx, scope.organisationId, [interventionId])
    const voice = stances.find(({ id, stance }) => id === voiceId && stance !== 'no-objection')
    if (voice === undefined) throw new ProblemError('not-found')
    await resolveStance(trx, intervention, voiceId, resolution)
    await auditMove(deps, trx, scope, 'intervention.voice-settled', interventionId)
    if (resolution === 'criterion') await addCriterion(trx, intervention, voice.text, scope.userId)
  })
}

async function addCriterion(trx: Trx, intervention: InterventionRow, text: string, editorId: string): Promise<void> {
  const content = contentOf(intervention)
  if (content.criteria.includes(text)) return
  if (content.criteria.length >= MOST_CRITERIA) throw new ProblemError('too-many-criteria')
  await updateIntervention(trx, intervention, {
    content: JSON.stringify({ ...content, criteria: [...content.criteria, text] }),
    editorId,
    revision: intervention.revision + 1,
  })
}
