import type { InstrumentView } from '../../server/contract/instruments.ts'
import { call } from '../api.ts'
import { newestOfEach } from './version-changes.ts'

/** A questionnaire that may be chosen, in its newest version, with all its versions, the newest first. */
export interface Offered {
  readonly view: InstrumentView
  readonly versions: readonly string[]
}

/** One version of a questionnaire. */
export function readInstrument(id: string, version: string, signal?: AbortSignal): Promise<InstrumentView> {
  return call<InstrumentView>('GET', `/api/instruments/${id}/${version}`, undefined, signal ? { signal } : {})
}

/**
 * The questionnaires that an organisation may use, each in its newest version; what the product is about comes first.
 *
 * @param only ids of those that are wanted; all when it is left out.
 */
export async function readNewest(org: string, signal: AbortSignal, only?: ReadonlySet<string>): Promise<Offered[]> {
  const path = `/api/organisations/${org}/instruments`
  const { items } = await call<{ items: readonly { id: string; version: string }[] }>('GET', path, undefined, {
    signal,
  })
  const wanted = only === undefined ? items : items.filter(({ id }) => only.has(id))
  const known = await Promise.all(
    newestOfEach(wanted).map(async ({ newest: { id, version }, versions }) => {
      return { view: await readInstrument(id, version, signal), versions }
    }),
  )
  return known.toSorted((a, b) => Number(b.view.balance) - Number(a.view.balance))
}
