import type { Database } from '../db/open.ts'
import { checkAll } from '../services/audit-check.ts'
import type { Finding } from './doctor-checks.ts'

/** Whether the logs of what was done are whole; says which are not, by id. */
export async function auditFinding({ db }: Database): Promise<Finding> {
  const details: string[] = []
  let n = 0
  for await (const { chain, broken } of checkAll(db)) {
    n += 1
    if (broken !== undefined) details.push(`${chain}: ${broken.why} ${broken.number}`)
  }
  if (details.length > 0) return { state: 'wrong', id: 'doctor-audit-broken', details }
  return { state: 'ok', id: 'doctor-audit', variables: { n } }
}
