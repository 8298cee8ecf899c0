import type { Locale } from '../contract/common.ts'
import type { Trx } from '../db/open.ts'
import { findMembership } from '../db/queries/members.ts'
import { findOrganisationById } from '../db/queries/organisations.ts'
import { countRespondents, findRoundOfPresence } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import { text } from '../texts.ts'
import { momentOf, oneLine } from './letters.ts'
import type { RoundParameters } from './queue.ts'

interface Reader {
  readonly userId: string
  readonly locale: Locale
}

/** Roles that hear of a round: who writes in the sheet of a team, or who runs a round which everybody fills in alone. */
export const ROUND_READERS = {
  together: ['owner', 'facilitator', 'contributor'],
  each: ['owner', 'facilitator'],
} as const satisfies Record<RoundRow['answering'], readonly string[]>

/**
 * What a letter says about a round, with the way there: never its title, which somebody typed. Undefined when it does not
 * hold any more: the round is over, has another last day, or the reader does not work on it now.
 */
export async function roundLines(
  { origin, now }: { readonly origin: string; readonly now: () => Date },
  trx: Trx,
  { what, organisationId, roundId, dueAt }: RoundParameters,
  { userId, locale }: Reader,
): Promise<string | undefined> {
  const round = await findRoundOfPresence(trx, organisationId, roundId)
  if (round?.state !== 'open' || round.dueAt !== dueAt) return undefined
  const role = (await findMembership(trx, organisationId, userId, now().toISOString()))?.role
  if (role === undefined || !ROUND_READERS[round.answering].some((known) => known === role)) return undefined
  const organisation = await findOrganisationById(trx, organisationId)
  const counts = (await countRespondents(trx, organisationId, [roundId])).get(roundId)
  const [year = '', quarter] = round.period.split('-Q')
  const line = text(locale, `mail-round-${what}-${round.answering}`, {
    organisation: oneLine(organisation?.name ?? ''),
    about: quarter === undefined ? 'year' : quarter,
    year,
    until: dueAt === null ? 'open' : 'day',
    day: momentOf(dueAt ?? now().toISOString()),
    joined: counts?.joined ?? 0,
    expected: round.expected ?? 0,
  })
  return `${line}\n${origin}/o/${organisationId}/r/${roundId}`
}
