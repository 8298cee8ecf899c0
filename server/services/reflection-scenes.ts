import type { Scene } from '../contract/workshops.ts'
import type { Database, Trx } from '../db/open.ts'
import { findIntervention } from '../db/queries/interventions.ts'
import { lockReflection, updateReflection } from '../db/queries/reflections.ts'
import type { WorkshopRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { phasesOf } from './reflections.ts'

/**
 * Brings a part of a reflection to the room of a workshop, inside the caller's transaction. A question that comes to
 * the room for the first time begins with writing.
 *
 * @throws {ProblemError} `not-found` for a reflection or a proposal of another round.
 */
export async function bringReflection(
  { kind }: Pick<Database, 'kind'>,
  trx: Trx,
  workshop: WorkshopRow,
  scene: Extract<Scene, { kind: 'cards' | 'consent' | 'projection' }>,
): Promise<void> {
  const reflectionId =
    scene.kind === 'consent'
      ? (await findIntervention(trx, workshop, scene.interventionId))?.reflectionId
      : scene.reflectionId
  const reflection = reflectionId ? await lockReflection(trx, workshop, reflectionId, kind) : undefined
  if (reflection === undefined || reflection.roundId !== workshop.roundId) throw new ProblemError('not-found')
  if (scene.kind !== 'cards') return
  const phases = phasesOf(reflection)
  if (phases[scene.question] !== undefined) return
  await updateReflection(trx, reflection, { phases: JSON.stringify({ ...phases, [scene.question]: 'writing' }) })
}
