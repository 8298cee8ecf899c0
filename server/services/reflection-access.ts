import type { Scope } from '../auth/scope.ts'
import type { Results } from '../contract/results.ts'
import type { Db, Trx } from '../db/open.ts'
import { lockReflection, updateReflection } from '../db/queries/reflections.ts'
import { findRelease } from '../db/queries/releases.ts'
import type { ReflectionRow } from '../db/tables.ts'
import type { Guides } from '../guides.ts'
import { ProblemError } from '../problem.ts'
import { readableRelease } from './hand-over.ts'
import { resultsOf } from './releases.ts'
import { tellRoom } from './rooms.ts'
import type { RoundDeps } from './round-moves.ts'

/** What reflections and interventions need. */
export interface ReflectionDeps extends RoundDeps {
  readonly guides: Guides
}

/** Under which name a member gives dots and answers proposals. */
export function voterKeyOf({ userId }: Pick<Scope, 'userId'>): string {
  return `user:${userId}`
}

/**
 * Does something with a reflection that is held until it is done, raises its revision, and tells everybody who looks.
 *
 * @throws {ProblemError} `not-found`; `reflection-closed` unless `act` may change a closed one.
 */
export async function withReflection<T>(
  deps: RoundDeps,
  scope: Pick<Scope, 'organisationId'>,
  reflectionId: string,
  act: (trx: Trx, reflection: ReflectionRow) => Promise<T>,
  mayBeClosed = false,
): Promise<T> {
  const { db, kind } = deps.database
  const { done, roundId } = await db.transaction().execute(async (trx) => {
    const reflection = await lockReflection(trx, scope, reflectionId, kind)
    if (reflection === undefined) throw new ProblemError('not-found')
    if (reflection.state === 'closed' && !mayBeClosed) throw new ProblemError('reflection-closed')
    await updateReflection(trx, reflection, {})
    return { done: await act(trx, reflection), roundId: reflection.roundId }
  })
  await tellRoom({ db, live: deps.live }, scope.organisationId, roundId, 'reflection')
  return done
}

/** The release that a reflection is about, when this reader may read it; undefined otherwise. */
export async function readResults(db: Db, scope: Scope, reflection: ReflectionRow): Promise<Results | undefined> {
  const readable = await readableRelease(db, scope, reflection.roundId)
  const own = readable && (await findRelease(db, reflection.organisationId, reflection.releaseId))
  if (readable === undefined || own === undefined || own.number > readable.number) return undefined
  return resultsOf(own)
}
