import type { InstrumentView } from '../../server/contract/instruments.ts'
import { call } from '../api.ts'

/** Which instrument, and which version of it. */
export interface InstrumentId {
  readonly id: string
  readonly version: string
}

/** What an intervention is about that starts from no round: its capitals are the six. */
export const SIX_CAPITALS: InstrumentId = { id: 'six-capitals', version: '1.0.0' }

/** The guide of an intervention that belongs to no reflection. */
export const SEVEN_QUESTIONS: InstrumentId = { id: 'seven-questions', version: '1.0.0' }

/** Reads an instrument with all its names. */
export function readInstrument({ id, version }: InstrumentId, signal: AbortSignal): Promise<InstrumentView> {
  return call('GET', `/api/instruments/${id}/${version}`, undefined, { signal })
}
