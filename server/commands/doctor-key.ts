import { sealerOf } from '../auth/sealing.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/open.ts'
import { listSealedSeeds } from '../db/queries/factors.ts'
import { keptSecretKey } from '../secret-key.ts'
import { opensSeed } from '../services/factors.ts'
import { StartError } from '../start-error.ts'
import type { Finding } from './doctor-checks.ts'

const LOOKED_AT = 20

/** Whether the key of this installation opens what is sealed in the database: after a restore it may be another one. */
export async function keyFinding(config: Config, { db }: Database): Promise<Finding> {
  try {
    const [key, seeds] = [keptSecretKey(config), await listSealedSeeds(db, LOOKED_AT)]
    if (seeds.length === 0) return { state: 'ok', id: 'doctor-key' }
    const sealer = key && sealerOf(key)
    const closed = seeds.filter(({ userId, sealedSeed }) => !sealer || !opensSeed(sealer, userId, sealedSeed ?? ''))
    return closed.length === 0 ? { state: 'ok', id: 'doctor-key' } : { state: 'wrong', id: 'doctor-key-other' }
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    return { state: 'wrong', id: `start-${error.code}`, variables: error.variables }
  }
}
