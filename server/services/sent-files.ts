import type { Scope } from '../auth/scope.ts'
import type { Database } from '../db/open.ts'
import { type AttemptLimit, limitAttempts } from './attempts.ts'

/** What is read apart, and how often somebody may ask for that: a file of answers at each change of a column. */
const LIMITS = {
  workbook: { most: 120, windowMs: 3_600_000 },
  answers: { most: 300, windowMs: 3_600_000 },
  parks: { most: 120, windowMs: 3_600_000 },
} as const satisfies Record<string, AttemptLimit>

/**
 * Counts a file that somebody sent to be read, before it is: reading one takes seconds of a core.
 *
 * @throws {ProblemError} `too-many-attempts` from the 121st workbook or file of parks, or the 301st file of answers, within an hour.
 */
export function countSentFile(
  { database, now }: { readonly database: Database; readonly now: () => Date },
  { organisationId, userId }: Scope,
  kind: keyof typeof LIMITS,
): Promise<void> {
  return limitAttempts(database.db, `read-${kind}:${organisationId}:${userId}`, LIMITS[kind], now())
}
