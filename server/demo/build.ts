import { hashPassword } from '../auth/passwords.ts'
import { hashSecret, makeSecret } from '../auth/secrets.ts'
import type { Locale } from '../contract/common.ts'
import type { Database, Trx } from '../db/open.ts'
import { upsertMembership } from '../db/queries/members.ts'
import { updateRound } from '../db/queries/rounds.ts'
import type { Instruments, LoadedInstrument } from '../instruments.ts'
import { addUser } from '../services/accounts.ts'
import { publishInstruments } from '../services/instruments.ts'
import { addOrganisation } from '../services/organisations.ts'
import { releaseRound } from '../services/releases.ts'
import { closeStoredRound, type StoredRespondent, storeRespondents, storeRound } from '../services/stored-rounds.ts'
import type { DemoOrganisation, DemoRound, Park } from './park.ts'
import { buildDemoProgramme } from './programme.ts'
import type { DemoProgramme } from './programme-plan.ts'
import { addDemoReflection } from './reflections.ts'
import { demoRespondents } from './sheets.ts'
import { DemoTalk } from './talk.ts'
import { addDemoWorkshop } from './workshop.ts'
import { addDemoNetwork } from './world-outside.ts'

/** What building the demo needs. */
export interface DemoInput {
  readonly database: Database
  readonly instruments: Instruments
  readonly instrument: LoadedInstrument
  /** The questionnaire about a park as a whole. */
  readonly parkInstrument: LoadedInstrument
  readonly park: Park
  readonly programme: DemoProgramme
  /** Language of titles and reasons. */
  readonly locale: Locale
  /** Told after each round how many are done. */
  readonly onProgress?: (done: number) => void
}

/** What is in the demo. */
export interface DemoBuilt {
  readonly organisations: number
  readonly rounds: number
  readonly respondents: number
}

const START = Date.UTC(2025, 9, 1, 9)
const DAYS_OPEN = 12

/**
 * Fills an empty, migrated database with the made-up park and programme, through the same doors as an import. Figures, names and
 * times are the same every time; nobody can sign in until `setDemoPassword`.
 */
export async function buildDemo(input: DemoInput): Promise<DemoBuilt> {
  const { database, park } = input
  // A demo that was stopped halfway is made anew: until it is whole, nothing in it has to outlast a power cut.
  database.sqlite?.pragma('synchronous = off')
  await publishInstruments(database.db, input.instruments, new Date(START))
  const nobodysPassword = await hashPassword(makeSecret())
  const userId = await database.db.transaction().execute((trx) => {
    return addUser(trx, { ...park.user, locale: input.locale, passwordHash: nobodysPassword }, new Date(START))
  })
  let rounds = 0
  let respondents = 0
  for (const organisation of park.organisations) {
    const organisationId = await database.db.transaction().execute((trx) => {
      return addDemoOrganisation(trx, input, organisation, { userId, passwordHash: nobodysPassword })
    })
    const { reflections, network } = park.conversation
    const isTalking = organisation.key === park.conversation.organisation
    const talk = isTalking ? await DemoTalk.of(input, organisation, organisationId) : undefined
    for (const round of organisation.rounds) {
      respondents += await database.db
        .transaction()
        .execute((trx) => addDemoRound(trx, input, organisation, organisationId, round))
      // Before the next round: its release says what changed since rounds that something was agreed about.
      for (const reflection of reflections)
        if (talk !== undefined && reflection.period === round.period) await addDemoReflection(talk, reflection)
      rounds += 1
      input.onProgress?.(rounds)
    }
    if (talk !== undefined) await addDemoNetwork(talk, network)
  }
  const ofProgramme = await buildDemoProgramme({
    ...input,
    visitorId: userId,
    passwordHash: nobodysPassword,
    onRound: (people) => {
      rounds += 1
      respondents += people
      input.onProgress?.(rounds)
    },
  })
  database.sqlite?.pragma('synchronous = full')
  database.sqlite?.pragma('wal_checkpoint(truncate)')
  return { organisations: park.organisations.length + ofProgramme.organisations, rounds, respondents }
}

async function addDemoOrganisation(
  trx: Trx,
  { locale }: DemoInput,
  { name, kind, demoRole, people }: DemoOrganisation,
  visitor: { userId: string; passwordHash: string },
): Promise<string> {
  const at = new Date(START)
  const createdAt = at.toISOString()
  const users: { userId: string; role: string }[] = []
  for (const person of people) {
    const userId = await addUser(trx, { ...person, locale, passwordHash: visitor.passwordHash }, at)
    users.push({ userId, role: person.role })
  }
  const owner = users.find(({ role }) => role === 'owner')
  if (owner === undefined) throw new RangeError(`${name} has no owner`)
  const organisationId = await addOrganisation(trx, owner.userId, { name, kind, locale }, at)
  for (const { userId, role } of [...users, { userId: visitor.userId, role: demoRole }]) {
    await upsertMembership(trx, { organisationId, userId, role, until: null, createdAt })
  }
  return organisationId
}

async function addDemoRound(
  trx: Trx,
  input: DemoInput,
  organisation: DemoOrganisation,
  organisationId: string,
  round: DemoRound,
): Promise<number> {
  const { instrument, locale, park } = input
  const items = instrument.items.filter(({ inPulse }) => round.variant === 'full' || inPulse)
  const at = openingOf(round)
  const row = await storeRound(trx, {
    organisationId,
    title: `${organisation.roundName[locale]} ${round.period}`,
    instrument,
    period: round.period,
    horizons: round.horizons,
    mode: round.mode,
    groups: Object.keys(round.groups),
    expected: round.expected ?? null,
    itemIds: items.map(({ id }) => id),
    at,
    ...(round.state === 'open' ? { code: park.code } : {}),
  })
  if (round.state === 'draft') {
    await updateRound(trx, organisationId, row.id, { state: 'draft', openedAt: null })
    return 0
  }
  const respondents = demoRespondents({ park, organisation, round, items, scale: instrument.scale, locale })
  const later = (days: number) => ({ ...input, now: () => new Date(at.getTime() + days * 86_400_000) })
  const add = (some: readonly StoredRespondent[]) => storeRespondents(trx, row, some)
  if (round.interim === undefined) {
    await add(respondents)
  } else {
    await add(respondents.slice(0, round.interim))
    await releaseRound(later(DAYS_OPEN / 2), trx, row, false)
    await add(respondents.slice(round.interim))
  }
  const results = round.state === 'closed' ? await closeStoredRound(later(DAYS_OPEN), trx, row) : undefined
  if (round.workshop !== undefined) {
    const itemIds = organisation.divided.filter((id) => items.some((item) => item.id === id))
    await addDemoWorkshop(later(DAYS_OPEN), trx, { organisation, round, row, itemIds, revealed: results?.release.id })
  }
  return respondents.length
}

/** A round opens on the second day of the middle month of its quarter. */
function openingOf({ period }: DemoRound): Date {
  const [year = '', quarter = '1'] = period.split('-Q')
  return new Date(Date.UTC(Number(year), (Number(quarter) - 1) * 3 + 1, 2, 9))
}

/** Says whether two builds would make the same: the version, the questionnaires, the files of the demo and the language. */
export function demoKey(
  version: string,
  instruments: readonly LoadedInstrument[],
  source: string,
  locale: Locale,
): string {
  return hashSecret([version, ...instruments.map(({ contentHash }) => contentHash), source, locale].join('\0'))
}
