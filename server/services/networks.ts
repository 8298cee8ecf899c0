import type { Scope } from '../auth/scope.ts'
import type { Network } from '../contract/networks.ts'
import type { Db } from '../db/open.ts'
import { listExperiments, listParties } from '../db/queries/networks.ts'
import { experimentOf } from './experiments.ts'
import { partyOf } from './parties.ts'

/** Every party and every experiment of the organisation. */
export async function readNetwork(db: Db, scope: Scope): Promise<Network> {
  const [parties, experiments] = await Promise.all([listParties(db, scope), listExperiments(db, scope)])
  return { parties: parties.map(partyOf), experiments: experiments.map(experimentOf) }
}
