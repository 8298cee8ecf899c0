import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { t } from '../i18n/texts.ts'
import { laterIn } from '../results/horizon-words.ts'
import { defaultPlan, type PlannedParts } from './default-plan.ts'
import './workshop-texts.ts'

/** What a time plan depends on, of a round and its instrument. */
export function partsOf(
  { horizons, groups }: { readonly horizons: readonly string[]; readonly groups: readonly string[] },
  { perspectives, scores }: Pick<InstrumentView, 'perspectives' | 'scores'>,
): PlannedParts {
  return {
    horizons: horizons.length,
    isIntended: laterIn(horizons).later === 'intended',
    groups: groups.length,
    perspectives: perspectives.length,
    scores,
  }
}

/**
 * Makes a session for a round, with the standard plan in the language of the page. Answers the id of the session.
 *
 * @throws {ApiError} `workshop-exists` and others of that call.
 */
export async function makeWorkshop(org: string, roundId: string, parts: PlannedParts): Promise<string> {
  const plan = defaultPlan(parts, (part) => t(`workshop-plan-part-${part}`))
  const made = await call<{ id: string }>('POST', `/api/organisations/${org}/workshops`, { roundId, plan })
  return made.id
}

/** Makes a session for a round of which only the view is known. */
export async function makeWorkshopOf(org: string, round: Round): Promise<string> {
  const { id, version } = round.instrument
  const instrument = await call<InstrumentView>('GET', `/api/instruments/${id}/${version}`)
  return makeWorkshop(org, round.id, partsOf(round, instrument))
}
