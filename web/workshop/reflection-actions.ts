import type { Workshop } from '../../server/contract/workshops.ts'
import { call } from '../api.ts'
import type { ReflectionStep } from './reflection-steps.ts'

/**
 * Takes a step within a scene of the reflection: brings the room to another phase of a question, or opens or closes the
 * answering of a proposal.
 *
 * @param path of the session.
 * @returns the session afterwards.
 */
export async function takeReflectionStep(
  org: string,
  reflectionId: string,
  step: ReflectionStep,
  path: string,
): Promise<Workshop> {
  const at = `/api/organisations/${org}`
  if (step.do === 'phase') {
    const { question, phase } = step
    await call<void>('PUT', `${at}/reflections/${reflectionId}/phase`, { question, phase })
  } else {
    await call<unknown>('POST', `${at}/interventions/${step.interventionId}/consent`, { state: step.state })
  }
  return call<Workshop>('GET', path)
}
