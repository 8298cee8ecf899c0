import type { Scope } from '../auth/scope.ts'
import type {
  EffectsInput,
  Intervention,
  InterventionContent,
  InterventionInput,
  StateInput,
} from '../contract/interventions.ts'
import type { Trx } from '../db/open.ts'
import { hasAuditEvent } from '../db/queries/audit.ts'
import {
  deleteIntervention,
  insertIntervention,
  listEffects,
  listStances,
  lockIntervention,
  replaceEffects,
  updateIntervention,
} from '../db/queries/interventions.ts'
import { findReflection } from '../db/queries/reflections.ts'
import { findRound, findRoundOfPresence } from '../db/queries/rounds.ts'
import type { InterventionRow } from '../db/tables.ts'
import { CAPITALS } from '../domain/capitals.ts'
import { ProblemError, refuseField } from '../problem.ts'
import { tellInterventions, withIntervention } from './intervention-access.ts'
import { contentOf, dayOf, UNDER_WAY } from './intervention-content.ts'
import { viewIntervention } from './intervention-view.ts'
import type { ReflectionDeps } from './reflection-access.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'

/**
 * Keeps the words of an intervention, new or changed. Texts may be empty: it is saved while people write.
 *
 * @throws {ProblemError} `edited-meanwhile` when somebody else changed it since the writer looked; `review-date-past`
 * for a date that is chosen now; `agreement-empty`, `owner-missing` and `review-date-missing` once it was agreed; `reflection-closed` for a new one; `not-found` for a reflection or round that is none.
 */
export async function saveIntervention(
  deps: ReflectionDeps,
  scope: Scope,
  id: string,
  input: InterventionInput,
): Promise<Intervention> {
  const { db, kind } = deps.database
  const view = await db.transaction().execute(async (trx) => {
    const stored = await lockIntervention(trx, scope, id, kind)
    const isNew = stored === undefined && (await addIntervention(deps, trx, scope, id, input))
    // Two calls may bring a new one at the same moment: the second changes what the first made.
    const standing = isNew ? undefined : (stored ?? (await lockIntervention(trx, scope, id, kind)))
    if (standing !== undefined) await changeIntervention(deps, trx, scope, standing, input)
    return viewIntervention({ db: trx, now: deps.now }, scope, id)
  })
  await tellInterventions(deps, scope.organisationId, view.roundId)
  return view
}

async function changeIntervention(
  deps: ReflectionDeps,
  trx: Trx,
  scope: Scope,
  stored: InterventionRow,
  input: InterventionInput,
): Promise<void> {
  const content = JSON.stringify(input.content)
  if (content === stored.content) return
  if (input.revision !== stored.revision) throw new ProblemError('edited-meanwhile')
  if (input.content.reviewOn !== stored.reviewOn) refusePast(deps, input.content.reviewOn)
  if (UNDER_WAY.includes(stored.state)) refuseIncomplete(input.content)
  await updateIntervention(trx, stored, {
    content,
    reviewOn: input.content.reviewOn,
    editorId: scope.userId,
    revision: stored.revision + 1,
  })
}

async function addIntervention(
  deps: ReflectionDeps,
  trx: Trx,
  scope: Scope,
  id: string,
  { reflectionId, roundId, content, revision }: InterventionInput,
): Promise<boolean> {
  // Thrown away meanwhile: the page keeps the words, and may make a new one of them.
  if (revision > 0) throw new ProblemError('not-found')
  const { organisationId, userId } = scope
  const reflection = reflectionId === null ? undefined : await findReflection(trx, scope, reflectionId)
  if (reflectionId !== null && reflection === undefined) throw new ProblemError('not-found')
  if (reflection?.state === 'closed') throw new ProblemError('reflection-closed')
  const from = reflection?.roundId ?? roundId
  const round = from === null ? undefined : await findRound(trx, scope, from)
  if (from !== null && (round === undefined || round.purpose === 'second-vote')) throw new ProblemError('not-found')
  refusePast(deps, content.reviewOn)
  const isNew = await insertIntervention(trx, {
    organisationId,
    id,
    reflectionId,
    roundId: from,
    content: JSON.stringify(content),
    reviewOn: content.reviewOn,
    state: 'proposed',
    price: null,
    effectsRevision: 0,
    consent: 'none',
    editorId: null,
    createdBy: userId,
    createdAt: deps.now().toISOString(),
    revision: 1,
  })
  if (isNew) await auditMove(deps, trx, scope, 'intervention.create', id)
  return isNew
}

/**
 * @throws {ProblemError} `review-date-past`.
 */
export function refusePast({ now }: Pick<RoundDeps, 'now'>, reviewOn: string | null): void {
  if (reviewOn !== null && reviewOn < dayOf(now())) throw new ProblemError('review-date-past')
}

/**
 * Keeps what is expected of an intervention, with who bears the price of it.
 *
 * @throws {ProblemError} `price-bearer-missing` when something is expected and it is not said which capital gives way
 * and who bears that, or a capital that is expected to fall is not among them; `edited-meanwhile`; `invalid-request`
 * for a capital or perspective that the round does not know, or one that stands twice.
 */
export async function saveEffects(
  deps: ReflectionDeps,
  scope: Scope,
  id: string,
  input: EffectsInput,
): Promise<Intervention> {
  return withIntervention(deps, scope, id, async (trx, intervention) => {
    await refuseUnknownEffects(deps, trx, intervention, input)
    refuseWithoutPrice(input)
    const price = JSON.stringify(input.price)
    const stored = await listEffects(trx, scope.organisationId, [id])
    if (price === intervention.price && isSame(stored, input.effects)) return
    if (input.revision !== intervention.effectsRevision) throw new ProblemError('edited-meanwhile')
    await replaceEffects(trx, intervention, input.effects)
    await updateIntervention(trx, intervention, { price, effectsRevision: input.revision + 1, editorId: scope.userId })
  })
}

async function refuseUnknownEffects(
  { instruments }: ReflectionDeps,
  trx: Trx,
  { organisationId, roundId }: InterventionRow,
  { effects, price }: EffectsInput,
): Promise<void> {
  const round = roundId === null ? undefined : await findRoundOfPresence(trx, organisationId, roundId)
  const instrument = round && instruments.find(round.instrumentId, round.instrumentVersion)
  const dimensions: readonly string[] = instrument?.dimensions ?? CAPITALS
  const perspectives = instrument?.perspectives ?? ['internal', 'external']
  const places = effects.map(({ dimension, perspective }) => `${dimension} ${perspective}`)
  const wrong = effects.findIndex(({ dimension, perspective }, index) => {
    const isTwice = places.indexOf(places[index] ?? '') !== index
    return isTwice || !dimensions.includes(dimension) || !perspectives.includes(perspective)
  })
  if (wrong >= 0) refuseField(`#/effects/${wrong}`, 'is unknown to this round, or stands twice')
  const unknown = price.dimensions.findIndex((dimension) => !dimensions.includes(dimension))
  if (unknown >= 0) refuseField(`#/price/dimensions/${unknown}`, 'is unknown to this round')
}

function refuseWithoutPrice({ effects, price }: EffectsInput): void {
  if (effects.every(({ effect }) => effect === 0)) return
  const falling = effects.filter(({ effect }) => effect < 0).map(({ dimension }) => dimension)
  const isNamed = falling.every((dimension) => price.dimensions.includes(dimension))
  if (price.dimensions.length === 0 || price.bearer === '' || !isNamed) throw new ProblemError('price-bearer-missing')
}

function isSame(stored: Awaited<ReturnType<typeof listEffects>>, effects: EffectsInput['effects']): boolean {
  const textOf = ({ dimension, perspective, effect, term, confidence }: EffectsInput['effects'][number]) =>
    [dimension, perspective, effect, term, confidence].join(' ')
  return stored.map(textOf).toSorted().join('\n') === effects.map(textOf).toSorted().join('\n')
}

/**
 * Brings an intervention to another state. It becomes an agreement only with words, an owner and a day to look back,
 * after the consent round and with every objection dealt with.
 *
 * @throws {ProblemError} `agreement-empty`, `owner-missing`, `review-date-missing`, `review-date-past`, `consent-open`,
 * `objection-stands`.
 */
export async function moveIntervention(
  deps: RoundDeps,
  scope: Scope,
  id: string,
  { state }: StateInput,
): Promise<Intervention> {
  return withIntervention(deps, scope, id, async (trx, intervention) => {
    if (intervention.state === state) return
    if (state === 'agreed' || state === 'running') await refuseUnripe(deps, trx, intervention)
    await updateIntervention(trx, intervention, { state })
    await auditMove(deps, trx, scope, `intervention.${state}`, id)
  })
}

/** What every agreement has; and the day to look back that it has for certain. */
function refuseIncomplete({ title, agreement, owner, reviewOn }: InterventionContent): { reviewOn: string } {
  if (title === '' || agreement === '') throw new ProblemError('agreement-empty')
  if (owner === '') throw new ProblemError('owner-missing')
  if (reviewOn === null) throw new ProblemError('review-date-missing')
  return { reviewOn }
}

async function refuseUnripe(deps: RoundDeps, trx: Trx, intervention: InterventionRow): Promise<void> {
  const { reviewOn } = refuseIncomplete(contentOf(intervention))
  // What runs already may be due: that is looked at, and not refused.
  if (intervention.state === 'proposed' || intervention.state === 'stopped') refusePast(deps, reviewOn)
  if (intervention.consent === 'open') throw new ProblemError('consent-open')
  const stances = await listStances(trx, intervention.organisationId, [intervention.id])
  const stands = stances.some(({ stance, resolution }) => stance === 'objection' && resolution === null)
  if (stands) throw new ProblemError('objection-stands')
}

/**
 * Throws a proposal away.
 *
 * @throws {ProblemError} `intervention-agreed` for what was ever agreed: that is stopped instead, and stays readable.
 */
export async function removeIntervention(deps: RoundDeps, scope: Scope, id: string): Promise<void> {
  const { db, kind } = deps.database
  const roundId = await db.transaction().execute(async (trx) => {
    const intervention = await lockIntervention(trx, scope, id, kind)
    if (intervention === undefined) throw new ProblemError('not-found')
    const wasAgreed = await hasAuditEvent(trx, scope.organisationId, id, [
      'intervention.agreed',
      'intervention.running',
    ])
    if (intervention.state !== 'proposed' || wasAgreed) throw new ProblemError('intervention-agreed')
    await deleteIntervention(trx, intervention)
    await auditMove(deps, trx, scope, 'intervention.delete', id)
    return intervention.roundId
  })
  await tellInterventions(deps, scope.organisationId, roundId)
}
