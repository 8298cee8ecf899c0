import type { Locale } from '../contract/common.ts'
import type { Trx } from '../db/open.ts'
import type { RoundRow } from '../db/tables.ts'
import { CAPITALS, type Capital } from '../domain/capitals.ts'
import type { LoadedInstrument } from '../instruments.ts'
import type { ReleaseDeps } from '../services/releases.ts'
import { closeStoredRound, storeRespondents, storeRound } from '../services/stored-rounds.ts'
import type { DemoOrganisation, DemoRound, Park } from './park.ts'
import type { DemoProgramme, PlannedPark } from './programme-plan.ts'
import { Random } from './random.ts'
import { demoRespondents } from './sheets.ts'
import type { InTwoLanguages } from './two-languages.ts'

/** Standard deviation between companies of a park, and of how much one moves in a quarter; in steps of the scale. */
const SPREAD = { company: 0.55, quarter: 0.12 } as const
const TEAM = 5

/** What rounds of the programme are made with. */
export interface ProgrammeRoundInput {
  readonly park: Park
  readonly programme: DemoProgramme
  readonly instrument: LoadedInstrument
  readonly locale: Locale
  readonly deps: Omit<ReleaseDeps, 'now'>
}

/** Whose round it is. */
export interface RoundOwner {
  readonly organisationId: string
  readonly name: string
  readonly planned: PlannedPark
}

/**
 * Stores a round that a small team filled in and closed, inside a transaction.
 *
 * @param day on which it was opened; it closes on the same day.
 * @returns the round, and how many took part.
 */
export async function addTeamRound(
  trx: Trx,
  input: ProgrammeRoundInput,
  owner: RoundOwner,
  { title, period, day }: { readonly title: InTwoLanguages; readonly period: string; readonly day: Date },
): Promise<{ readonly row: RoundRow; readonly respondents: number }> {
  const { park, instrument, locale, deps } = input
  const items = instrument.items.filter(({ inPulse }) => inPulse)
  const round: DemoRound = {
    period,
    mode: 'open',
    variant: 'pulse',
    horizons: [...instrument.horizons],
    state: 'closed',
    groups: { management: TEAM },
  }
  const row = await storeRound(trx, {
    organisationId: owner.organisationId,
    title: `${title[locale]} ${period}`,
    instrument,
    period,
    horizons: instrument.horizons,
    mode: round.mode,
    groups: Object.keys(round.groups),
    expected: TEAM,
    itemIds: items.map(({ id }) => id),
    at: day,
  })
  const organisation = organisationOf(input, owner)
  const respondents = demoRespondents({ park, organisation, round, items, scale: instrument.scale, locale })
  await storeRespondents(trx, row, respondents)
  await closeStoredRound({ ...deps, now: () => day }, trx, row)
  return { row, respondents: respondents.length }
}

/** A company of the programme as the demo describes organisations: like its park, and like itself in every quarter. */
function organisationOf({ programme }: ProgrammeRoundInput, { name, planned }: RoundOwner): DemoOrganisation {
  const random = new Random(`${programme.name} ${name}`)
  const byCapital = <Value>(value: (capital: Capital) => Value) =>
    Object.fromEntries(CAPITALS.map((capital) => [capital, value(capital)])) as Record<Capital, Value>
  return {
    key: name,
    name,
    kind: 'company',
    demoRole: 'viewer',
    people: [],
    roundName: programme.roundName,
    profile: byCapital((capital) => {
      const internal = planned.level + (planned.lean[capital] ?? 0) + random.bell() * SPREAD.company
      return [internal, internal - 0.1 + random.bell() * 0.2]
    }),
    perQuarter: byCapital(() => random.bell() * SPREAD.quarter),
    ahead: byCapital(() => 0.2 + random.bell() * 0.3),
    divided: [],
    notApplicable: {},
    names: teamOf(programme, random),
    rounds: [],
  }
}

/** Different names: who is named twice in a round would answer twice. */
function teamOf({ firstNames }: DemoProgramme, random: Random): string[] {
  const first = Math.floor(random.next() * firstNames.length)
  return Array.from({ length: TEAM }, (_, place) => firstNames[(first + place) % firstNames.length] ?? '')
}
