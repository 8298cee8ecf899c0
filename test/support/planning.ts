import { onTestFinished } from 'vitest'
import { TokenMade } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { Planning, type RoundPlanInput } from '../../server/contract/planning.ts'
import { Round, RoundItems } from '../../server/contract/rounds.ts'
import { type Database, openDatabase } from '../../server/db/open.ts'
import type { Post } from '../../server/mail/post.ts'
import { doPlannedRounds } from '../../server/services/planned-rounds.ts'
import { joinRound, newRound, type TestApp } from './app.ts'
import type { Client } from './client.ts'
import { databaseUrlOf } from './mail-app.ts'

/** A rhythm of anonymous rounds: 17 December to the end of the year, and so on; everything in the fourth quarter. */
export const RHYTHM = {
  instrument: 'six-capitals',
  horizons: ['now'],
  usual: 'weakest',
  fullQuarter: 4,
  mode: 'anonymous',
  answering: 'each',
  groups: [],
  expected: 20,
  opens: { from: 'end', days: -14 },
  openDays: 15,
  remindDays: [3, 7],
  revision: 0,
} satisfies RoundPlanInput

/** The same for a team that fills in one sheet. */
export const TOGETHER = { ...RHYTHM, mode: 'open', answering: 'together', expected: null } satisfies RoundPlanInput

/** The application, with a post or without. */
type PlannedApp = TestApp & { readonly post?: Post }

/** The same caller as a program: months go by in these tests, and a session does not last so long. */
export async function asProgram(api: TestApp, client: Client): Promise<Client> {
  const { token } = (await client.post('/api/tokens', { name: 'planning' })).as(TokenMade)
  return api.nobody.with({ authorization: `Bearer ${token}` })
}

/** The plans of one organisation, and the server's own hand in them. */
export class TestPlanning {
  readonly #api: PlannedApp
  readonly #by: Client
  readonly path: string

  constructor(api: PlannedApp, by: Client, organisationId: string) {
    this.#api = api
    this.#by = by
    this.path = `/api/organisations/${organisationId}`
  }

  /** Sets or changes the rhythm. */
  async set(changes: Partial<RoundPlanInput> = {}): Promise<void> {
    const { plan } = await this.read()
    const reply = await this.#by.put(`${this.path}/plan`, { ...RHYTHM, ...changes, revision: plan?.revision ?? 0 })
    if (reply.status !== 200) throw new Error(reply.text)
  }

  async read(by = this.#by): Promise<Planning> {
    return (await by.get(`${this.path}/planning`)).as(Planning)
  }

  /** The quarter with this name. */
  async quarter(period: string): Promise<Planning['quarters'][number]> {
    const found = (await this.read()).quarters.find((quarter) => quarter.period === period)
    if (found === undefined) throw new Error(`the planning does not show ${period}`)
    return found
  }

  /** The round of this quarter, which has to be there. */
  async roundOf(period: string): Promise<Round> {
    const { round } = await this.quarter(period)
    if (round === null) throw new Error(`${period} has no round yet`)
    return round
  }

  /** Questions of a round, in asked order. */
  async itemsOf(roundId: string): Promise<string[]> {
    return (await this.#by.get(`${this.path}/rounds/${roundId}/items`)).as(RoundItems).items
  }

  /** How many assessments the organisation has. */
  async countRounds(): Promise<number> {
    return (await this.#by.get(`${this.path}/rounds`)).as(listOf(Round)).items.length
  }

  /** A round by its id, wherever the planning shows it. */
  async round(roundId: string): Promise<Round> {
    return (await this.#by.get(`${this.path}/rounds/${roundId}`)).as(Round)
  }

  async change(roundId: string, change: object, by = this.#by) {
    return by.patch(`${this.path}/rounds/${roundId}`, change)
  }

  async move(roundId: string, step: string): Promise<Round> {
    return (await this.#by.post(`${this.path}/rounds/${roundId}/${step}`, {})).as(Round)
  }

  /** Sets the clock to this moment; it only goes on. */
  goTo(time: string): void {
    const seconds = (Date.parse(time) - this.#api.clock.now().getTime()) / 1000
    this.#api.clock.pass({ seconds })
  }

  /** What the server does by itself now, in one process or in several at the same moment. */
  async tick(...databases: readonly Database[]): Promise<void> {
    const { deps } = this.#api
    const places = databases.length === 0 ? [deps.database] : databases
    await Promise.all(places.map((database) => doPlannedRounds({ ...deps, database, mail: this.#api.post })))
    await this.#api.post?.deliver()
  }

  /** The database as this process and another one have it open. */
  async twoProcesses(): Promise<[Database, Database]> {
    const url = await databaseUrlOf(this.#api.database)
    if (url === undefined) return [this.#api.database, this.#api.database]
    const other = await openDatabase({ databaseUrl: url, dataDir: '' })
    onTestFinished(() => other.close())
    return [this.#api.database, other]
  }

  /**
   * A closed round with named answers about this quarter, in which one person gave each capital this rating; its id.
   * Capitals that are not named get 3. With a workshop its result waits for the release to the client.
   */
  async closedRound(
    period: string,
    ratings: Readonly<Record<string, number>>,
    { withWorkshop = false } = {},
  ): Promise<string> {
    const organisationId = this.path.split('/').at(-1) ?? ''
    const { id, code } = await newRound(this.#by, organisationId, { mode: 'open', period })
    if (withWorkshop) await this.#by.post(`${this.path}/workshops`, { roundId: id })
    const instrument = this.#api.deps.instruments.find('six-capitals', '1.0.0')
    const { client } = await joinRound(this.#api.nobody, code)
    const asked = instrument?.items.filter(({ inPulse }) => inPulse) ?? []
    const answers = asked.map(({ id: itemId, dimension, reverse }) => {
      const rating = ratings[dimension] ?? 3
      return { opId: `op-${itemId}-${id}`, itemId, horizon: 'now', seq: 1, rating: reverse ? 6 - rating : rating }
    })
    for (let from = 0; from < answers.length; from += 20)
      await client.put('/api/response/answers', answers.slice(from, from + 20))
    await this.move(id, 'close')
    return id
  }
}
