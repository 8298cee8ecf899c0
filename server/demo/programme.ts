import { makeScope } from '../auth/scope.ts'
import { upsertMembership } from '../db/queries/members.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { addUser } from '../services/accounts.ts'
import { contributeRound } from '../services/contributions.ts'
import { addOrganisation } from '../services/organisations.ts'
import { addPark } from '../services/parks.ts'
import { saveProgrammePage } from '../services/programme-pages.ts'
import { publish } from '../services/programme-releases.ts'
import type { DemoInput } from './build.ts'
import { addAgreements, addOffers, joinCompany, type MadeCompany } from './programme-companies.ts'
import { answersIn, type DemoProgramme, type PlannedPark } from './programme-plan.ts'
import { addTeamRound, type ProgrammeRoundInput } from './programme-rounds.ts'
import { ProgrammeTalk } from './programme-talk.ts'

/** The programme, the questionnaire about parks, and whoever looks at the demo. */
export interface DemoProgrammeInput extends Omit<DemoInput, 'onProgress'> {
  readonly programme: DemoProgramme
  readonly parkInstrument: LoadedInstrument
  readonly visitorId: string
  readonly passwordHash: string
  /** Told after each round. */
  readonly onRound: (respondents: number) => void
}

/**
 * Adds a regional programme to the demo: parks, companies that take part, what they answered quarter by quarter, and what
 * the programme published of it. Everything goes through the same services as when people do it.
 *
 * @returns how many organisations that makes.
 */
export async function buildDemoProgramme(input: DemoProgrammeInput): Promise<{ readonly organisations: number }> {
  const { programme, database } = input
  const talk = await foundProgramme(input)
  const parks = await addDemoParks(talk)
  const companies: MadeCompany[] = []
  for (const { period, joinOn, answerOn, agreeOn, publishOn } of programme.quarters) {
    const joined = new Set(companies.map(({ planned }) => planned.name))
    for (const place of parks)
      for (const company of place.park.companies)
        if (answersIn(company, period) && !joined.has(company.name))
          companies.push(await joinCompany(talk, place, company, joinOn))
    await addRounds(input, companies, period, answerOn)
    if (period === programme.quarters.at(-1)?.period) await addOwnRounds(input, parks, period, answerOn)
    if (agreeOn !== undefined) await addAgreements(talk, companies, agreeOn)
    await publish({ ...talk.on(publishOn), database }, talk.manager, period)
    if (period === programme.quarters.at(-1)?.period) {
      await addOffers(talk, companies, publishOn)
      await showPage(talk, publishOn)
    }
  }
  return { organisations: 1 + parks.length + companies.length }
}

async function foundProgramme(input: DemoProgrammeInput): Promise<ProgrammeTalk> {
  const { database, programme, locale, passwordHash, visitorId } = input
  const at = dateOf(programme.foundedOn)
  const manager = await database.db.transaction().execute(async (trx) => {
    const people: { userId: string; role: string }[] = []
    for (const { name, email, role } of programme.people)
      people.push({ userId: await addUser(trx, { name, email, locale, passwordHash }, at), role })
    const [owner] = people
    if (owner === undefined) throw new RangeError('the programme of the demo has no people')
    const made = { name: programme.name, kind: 'programme', locale } as const
    const organisationId = await addOrganisation(trx, owner.userId, made, at)
    for (const member of [...people, { userId: visitorId, role: 'owner' }])
      await upsertMembership(trx, { organisationId, ...member, until: null, createdAt: at.toISOString() })
    return makeScope(organisationId, owner.userId, 'owner')
  })
  return new ProgrammeTalk({ ...input, manager })
}

/** A park of the demo as it is stored. */
interface DemoPark {
  readonly park: PlannedPark
  readonly parkId: string
}

async function addDemoParks(talk: ProgrammeTalk): Promise<DemoPark[]> {
  const parks: DemoPark[] = []
  for (const park of talk.programme.parks) {
    const { level: _, lean: __, own: ___, companies: ____, ...facts } = park
    parks.push({ park, parkId: await addPark(talk.plain(talk.programme.foundedOn), talk.manager, facts) })
  }
  return parks
}

async function addRounds(
  input: DemoProgrammeInput,
  companies: readonly MadeCompany[],
  period: string,
  day: string,
): Promise<void> {
  const { database, instruments, programme, onRound } = input
  const deps = { database, instruments, now: () => dateOf(day) }
  for (const { planned, park, scope } of companies) {
    const owner = { organisationId: scope.organisationId, name: planned.name, planned: park }
    const respondents = await database.db.transaction().execute(async (trx) => {
      const round = { title: programme.roundName, period, day: dateOf(day) }
      const made = await addTeamRound(trx, roundInput(input, input.instrument), owner, round)
      await contributeRound(deps, trx, made.row)
      return made.respondents
    })
    onRound(respondents)
  }
}

/** Those who run a park answer the questions about the park itself. */
async function addOwnRounds(input: DemoProgrammeInput, parks: readonly DemoPark[], period: string, day: string) {
  for (const { park, parkId } of parks.filter((place) => place.park.own)) {
    const owner = { organisationId: parkId, name: park.name, planned: park }
    const round = { title: input.programme.ownRoundName, period, day: dateOf(day) }
    const made = await input.database.db
      .transaction()
      .execute((trx) => addTeamRound(trx, roundInput(input, input.parkInstrument), owner, round))
    input.onRound(made.respondents)
  }
}

function roundInput(input: DemoProgrammeInput, instrument: LoadedInstrument): ProgrammeRoundInput {
  const { park, programme, locale, database, instruments } = input
  return { park, programme, instrument, locale, deps: { database, instruments } }
}

async function showPage(talk: ProgrammeTalk, day: string): Promise<void> {
  const { page } = talk.programme
  const settings = { licence: 'CC-BY-4.0', accent: null, shown: true, revision: 0 } as const
  await saveProgrammePage({ ...talk.plain(day), database: talk.database }, talk.manager, { ...page, ...settings }, '')
}

function dateOf(day: string): Date {
  return new Date(`${day}T10:00:00.000Z`)
}
