import type { ReactiveControllerHost } from 'lit'
import type { Intervention } from '../../server/contract/interventions.ts'
import { call } from '../api.ts'
import { Reading } from '../app/reading.ts'

/** The agreements that came out of a reflection, read once when a page about it opens. */
export class OwnAgreements {
  readonly reading: Reading<readonly Intervention[]>

  constructor(host: ReactiveControllerHost, place: () => { readonly org: string; readonly reflection: string }) {
    this.reading = new Reading(host, async (signal) => {
      const { org, reflection } = place()
      const path = `/api/organisations/${org}/interventions`
      const { items } = await call<{ items: readonly Intervention[] }>('GET', path, undefined, { signal })
      return items.filter(({ reflectionId }) => reflectionId === reflection)
    })
  }

  /** Empty until they were read. */
  get all(): readonly Intervention[] {
    return this.reading.value ?? []
  }
}
