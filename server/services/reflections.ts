import type { Scope } from '../auth/scope.ts'
import { makeRandomId } from '../auth/secrets.ts'
import type {
  PhaseInput,
  PresenceInput,
  ReflectionChange,
  ReflectionInput,
  ReflectionSummary,
} from '../contract/reflections.ts'
import type { Db } from '../db/open.ts'
import { countInterventions } from '../db/queries/interventions.ts'
import {
  findReflection,
  findReflectionPresence,
  insertReflection,
  listAnsweredQuestions,
  listReflections,
  updateReflection,
  upsertReflectionPresence,
} from '../db/queries/reflections.ts'
import { findRound } from '../db/queries/rounds.ts'
import type { ReflectionRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { readableRelease } from './hand-over.ts'
import { type ReflectionDeps, withReflection } from './reflection-access.ts'
import { tellRoom } from './rooms.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'

/** The guide that a new reflection follows. */
const GUIDE = 'seven-questions'

/**
 * Starts a reflection about the newest release of a round that the caller may read.
 *
 * @throws {ProblemError} `not-found`; `no-release-yet`; `invalid-request` for a capital that the instrument does not
 * know. The same id again gives the same reflection.
 */
export async function startReflection(
  deps: ReflectionDeps,
  scope: Scope,
  input: ReflectionInput,
): Promise<{ id: string }> {
  const id = input.id ?? makeRandomId()
  await deps.database.db.transaction().execute(async (trx) => {
    const round = await findRound(trx, scope, input.roundId)
    if (round === undefined || round.purpose === 'second-vote') throw new ProblemError('not-found')
    const release = await readableRelease(trx, scope, round.id)
    if (release === undefined) throw new ProblemError('no-release-yet')
    refuseUnknownCapitals(deps, round, input.capitals)
    const guide = deps.guides.newest(GUIDE)
    if (guide === undefined) throw new ProblemError('internal')
    const { organisationId, userId } = scope
    const isNew = await insertReflection(trx, {
      organisationId,
      id,
      roundId: round.id,
      releaseId: release.id,
      guideId: guide.id,
      guideVersion: guide.version,
      title: input.title ?? round.title,
      capitals: JSON.stringify(input.capitals),
      skipped: '[]',
      phases: '{}',
      state: 'open',
      createdBy: userId,
      createdAt: deps.now().toISOString(),
      revision: 1,
    })
    if (isNew) await auditMove(deps, trx, scope, 'reflection.create', id)
  })
  await tellRoom({ db: deps.database.db, live: deps.live }, scope.organisationId, input.roundId, 'reflection')
  return { id }
}

/**
 * Changes its title, what it is about, which questions are skipped, and whether it is closed.
 *
 * @throws {ProblemError} `not-found`; `reflection-closed` unless it is opened again; `invalid-request` for a capital that
 * the instrument does not know.
 */
export async function changeReflection(
  deps: ReflectionDeps,
  scope: Scope,
  reflectionId: string,
  { title, capitals, skipped, state }: ReflectionChange,
): Promise<void> {
  const isOpening = state === 'open'
  await withReflection(
    deps,
    scope,
    reflectionId,
    async (trx, reflection) => {
      const round = await findRound(trx, scope, reflection.roundId)
      if (round !== undefined && capitals !== undefined) refuseUnknownCapitals(deps, round, capitals)
      await updateReflection(trx, reflection, {
        ...(title === undefined ? {} : { title }),
        ...(capitals === undefined ? {} : { capitals: JSON.stringify(capitals) }),
        ...(skipped === undefined ? {} : { skipped: JSON.stringify([...new Set(skipped)].toSorted()) }),
        ...(state === undefined ? {} : { state }),
      })
      if (state !== undefined && state !== reflection.state)
        await auditMove(deps, trx, scope, `reflection.${state === 'closed' ? 'close' : 'reopen'}`, reflection.id)
    },
    isOpening,
  )
}

function refuseUnknownCapitals(
  { instruments }: ReflectionDeps,
  { instrumentId, instrumentVersion }: { instrumentId: string; instrumentVersion: string },
  capitals: readonly string[],
): void {
  const known = instruments.find(instrumentId, instrumentVersion)?.dimensions ?? []
  const place = capitals.findIndex((capital) => !known.includes(capital))
  if (place < 0) return
  throw new ProblemError('invalid-request', {
    errors: [{ pointer: `#/capitals/${place}`, detail: `must be one of ${known.join(', ')}` }],
  })
}

/** Brings the room to another phase of a question. Going back deletes nothing. */
export async function changePhase(
  deps: RoundDeps,
  scope: Scope,
  reflectionId: string,
  { question, phase }: PhaseInput,
): Promise<void> {
  const roundId = await withReflection(deps, scope, reflectionId, async (trx, reflection) => {
    const phases = { ...phasesOf(reflection), [question]: phase }
    await updateReflection(trx, reflection, { phases: JSON.stringify(phases) })
    return reflection.roundId
  })
  await tellRoom({ db: deps.database.db, live: deps.live }, scope.organisationId, roundId, 'changed')
}

/** How far the room is, by question; a question that no room worked on is not there. */
export function phasesOf({ phases }: Pick<ReflectionRow, 'phases'>): Record<string, PhaseInput['phase']> {
  return JSON.parse(phases) as Record<string, PhaseInput['phase']>
}

/**
 * Remembers that somebody looks at a question or a card.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function noteReflectionPresence(
  deps: RoundDeps,
  scope: Scope,
  reflectionId: string,
  { question, entryId }: PresenceInput,
): Promise<void> {
  const { db } = deps.database
  const reflection = await findReflection(db, scope, reflectionId)
  if (reflection === undefined) throw new ProblemError('not-found')
  const { organisationId, userId } = scope
  const seenAt = deps.now().toISOString()
  const before = await findReflectionPresence(db, organisationId, reflectionId, userId)
  await upsertReflectionPresence(db, { organisationId, reflectionId, userId, question, entryId, seenAt })
  // Everybody says every 20 s that they are still there: that is news to nobody.
  const isNews = before === undefined || before.question !== question || before.entryId !== entryId
  if (isNews) await tellRoom({ db, live: deps.live }, organisationId, reflection.roundId, 'reflection')
}

/** Reflections of an organisation, newest first; those of rehearsals are not among them. */
export async function listReflectionSummaries(db: Db, scope: Scope): Promise<ReflectionSummary[]> {
  const [rows, answered, interventions] = await Promise.all([
    listReflections(db, scope),
    listAnsweredQuestions(db, scope),
    countInterventions(db, scope),
  ])
  return rows.map(({ id, title, roundId, roundTitle, capitals, state, skipped, createdAt }) => ({
    id,
    title,
    roundId,
    roundTitle,
    capitals: JSON.parse(capitals) as string[],
    state,
    answered: answered.get(id) ?? [],
    skipped: JSON.parse(skipped) as number[],
    interventions: interventions.get(id) ?? 0,
    createdAt,
  }))
}
