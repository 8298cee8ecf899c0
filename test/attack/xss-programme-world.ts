import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { MatchList } from '../../server/contract/exchange.ts'
import { ContributionPreview } from '../../server/contract/participations.ts'
import { ProgrammeInvitationMade } from '../../server/contract/programme-invitations.ts'
import { RoundMade } from '../../server/contract/rounds.ts'
import { CAPITALS } from '../../server/domain/capitals.ts'
import { ALL_TOPICS, isTopicOf } from '../../server/domain/exchange.ts'
import { answerRound } from '../support/respondents.ts'
import type { TestServer } from '../support/server.ts'
import type { PayloadTexts } from './xss-payloads.ts'

const Made = z.object({ id: z.string() })
const PERIOD = '2026-Q3'
/** Companies whose figures are published: enough for a mean. */
const CONTRIBUTORS = 5

/**
 * A programme in which every text that can be typed was typed by an attacker: its own, of its parks and of companies
 * that take part, of which neighbours in a row agreed on something. Alice owns all of it, and calls.
 */
export class HostileProgramme {
  readonly id: string
  readonly slug = `hostile-${randomUUID()}`
  readonly #server: TestServer
  readonly #texts: PayloadTexts
  readonly #api: string
  readonly #parks: { readonly id: string; revision: number }[] = []
  readonly #companies: string[] = []
  /** Paths of rounds of companies. */
  readonly #rounds: string[] = []
  readonly #topics: readonly { capital: string; topic: string }[] = ALL_TOPICS.map((topic) => {
    return { topic, capital: CAPITALS.find((capital) => isTopicOf(capital, topic)) ?? '' }
  })
  #page = 0
  #numbers = 0
  /** Path of the newest link for a company, with its token. */
  invitation = ''

  private constructor(server: TestServer, texts: PayloadTexts, id: string) {
    this.#server = server
    this.#texts = texts
    this.id = id
    this.#api = `/api/organisations/${id}`
  }

  /** Makes one in which this many companies take part, and publishes a quarter of it. */
  static async make(server: TestServer, texts: PayloadTexts, companies: number): Promise<HostileProgramme> {
    const input = { name: texts.next('programme: name', 120), kind: 'programme' }
    const { id } = await server.call('POST', '/api/organisations', input, Made)
    const programme = new HostileProgramme(server, texts, id)
    await server.tell('PATCH', '/api/me', { name: texts.next('programme: who', 120) })
    for (const code of ['GM0001', 'GM0002']) await programme.#addPark(code)
    for (let place = 0; place < companies; place += 1) await programme.#addCompany(place)
    await programme.#retypePage()
    await server.tell('POST', `${programme.#api}/programme/releases`, { period: PERIOD })
    await programme.#exchange()
    return programme
  }

  /** Types the next payloads over every text that can be typed again. */
  async retype(): Promise<void> {
    const name = (field: string) => ({ name: this.#texts.next(field, 120) })
    await this.#server.tell('PUT', `${this.#api}/name`, name('programme: name'))
    await this.#server.tell('PATCH', '/api/me', name('programme: who'))
    for (const park of this.#parks) {
      await this.#server.tell('PUT', `/api/organisations/${park.id}/name`, name('park: name'))
      await this.#server.tell('PUT', `${this.#api}/programme/parks/${park.id}`, {
        ...this.#facts('GM0001'),
        revision: park.revision,
      })
      park.revision += 1
    }
    for (const company of this.#companies)
      await this.#server.tell('PUT', `/api/organisations/${company}/name`, name('company: name'))
    for (const round of this.#rounds)
      await this.#server.tell('PUT', `${round}/title`, { title: this.#texts.next('company: round', 160) })
    await this.#retypePage()
    await this.#invite(null)
    await this.#exchange()
  }

  /** Screens that show what was typed again, for who is signed in. */
  get namePages(): string[] {
    const [company, other] = this.#companies
    const own = (id: string | undefined) => `/o/${id}/programmes/${this.id}`
    const home = `/o/${this.id}`
    const [park] = this.#parks
    return [
      home,
      `${home}/participation`,
      `${home}/parks/${park?.id}`,
      `${home}/value-network`,
      `${home}/public-page`,
      own(company),
      `${own(company)}/exchange`,
      `${own(other)}/exchange`,
      this.invitation,
    ]
  }

  /** The other screens for who is signed in. */
  get pages(): string[] {
    const home = `/o/${this.id}`
    const [company] = this.#companies
    const parks = this.#parks.map(({ id }) => id)
    const own = ['', '/parks', '/programme-trend', '/themes', '/publish', '/access', '/audit', '/data']
    return [
      '/',
      ...own.map((page) => home + page),
      `${home}/compare`,
      `${home}/compare?parks=${parks.join(',')}`,
      ...parks.flatMap((id) => [`${home}/parks/${id}`, `/o/${id}`, `/o/${id}/access`]),
      `/o/${company}`,
      `/o/${company}/access`,
      `/o/${company}/programmes`,
    ]
  }

  /** What everybody can open. */
  get publicPages(): string[] {
    return [`/p/${this.slug}`, `/p/${this.slug}/en`]
  }

  /** A register of parks of so many lines, hostile in each cell that is a text and in each that should be none. */
  parkFile(lines: number): Buffer {
    const next = (field: string, most: number) => this.#texts.next(`import: ${field}`, most)
    const passedOver = Array.from({ length: 16 }, () => next('column', 700))
    const header = ['naam', 'gemeente', 'gemeentecode', 'rin', 'jaar', 'ha_bruto', 'ha_netto', 'type', '<NAAM>']
    const rows = Array.from({ length: lines }, (_, line) => [
      next('name', 120),
      next('municipality', 120),
      // A code that is none keeps the name of a municipality from being one of a region.
      line % 4 === 3 ? next('code', 300) : String(1_000 + (line % 60)),
      next('number', 40),
      next('year', 200),
      next('gross', 200),
      next('net', 200),
      next('kind', 120),
    ])
    const written = [[...header, ...passedOver], ...rows].map((cells) =>
      cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
    )
    return Buffer.from(written.join('\r\n'))
  }

  #facts(regionCode: string): object {
    this.#numbers += 1
    return {
      regionCode,
      municipality: this.#texts.next('park: municipality', 120),
      // No number twice in one programme.
      registerNumber: `${this.#numbers} ${this.#texts.next('park: number', 36)}`,
      kind: this.#texts.next('park: kind', 60),
      source: this.#texts.next('park: source', 160),
    }
  }

  async #addPark(regionCode: string): Promise<void> {
    const body = { name: this.#texts.next('park: name', 120), ...this.#facts(regionCode) }
    const { id } = await this.#server.call('POST', `${this.#api}/programme/parks`, body, Made)
    this.#parks.push({ id, revision: 1 })
  }

  async #invite(parkId: string | null): Promise<string> {
    const body = { parkId, note: this.#texts.next('programme: invitation', 120) }
    const made = await this.#server.call('POST', `${this.#api}/programme/invitations`, body, ProgrammeInvitationMade)
    const { pathname, hash } = new URL(made.url)
    this.invitation = pathname + hash
    return hash.replace('#t=', '')
  }

  async #addCompany(place: number): Promise<void> {
    const name = this.#texts.next('company: name', 120)
    const { id } = await this.#server.call('POST', '/api/organisations', { name }, Made)
    this.#companies.push(id)
    const isContributing = place < CONTRIBUTORS
    const token = await this.#invite(this.#parks[isContributing ? 0 : 1]?.id ?? null)
    await this.#server.tell('POST', '/api/programme-invitations/accept', { token, sector: 'C', company: { id } })
    if (isContributing) await this.#answer(id, place)
    const own = this.#own(id)
    const view = `${own}/preview`
    const { tag } = await this.#server.call('GET', view, undefined, ContributionPreview)
    const consent = (purpose: string, more: object = {}) =>
      this.#server.tell('PUT', `${own}/consents`, {
        purpose,
        act: 'given',
        statement: `${purpose}-1`,
        locale: 'en',
        ...more,
      })
    await consent('benchmark', { tag })
    await consent('named')
    await consent('public')
  }

  async #answer(company: string, place: number): Promise<void> {
    const round = { instrument: { id: 'six-capitals', version: '1.0.0' }, variant: 'pulse', period: PERIOD }
    const title = this.#texts.next('company: round', 160)
    const rounds = `/api/organisations/${company}/rounds`
    const body = { ...round, title, horizons: ['now'], mode: 'open' }
    const made = await this.#server.call('POST', rounds, body, RoundMade)
    await answerRound(this.#server.origin, made, [{ answer: () => ({ rating: 1 + (place % 5) }) }])
    await this.#server.tell('POST', `${rounds}/${made.id}/close`, {})
    this.#rounds.push(`${rounds}/${made.id}`)
  }

  async #retypePage(): Promise<void> {
    const page = (field: string, most: number) => this.#texts.next(`page: ${field}`, most)
    await this.#server.tell('PUT', `${this.#api}/programme/page`, {
      slug: this.slug,
      title: { nl: page('title in Dutch', 120), en: page('title in English', 120) },
      about: { nl: page('text in Dutch', 2_000), en: page('text in English', 2_000) },
      contact: page('contact', 200),
      licence: 'CC-BY-4.0',
      accent: '#1b6b3a',
      shown: true,
      revision: this.#page,
    })
    this.#page += 1
  }

  /** Each company offers what the next one needs, and both say yes; what they agreed on before ends. */
  async #exchange(): Promise<void> {
    const Listed = z.object({ items: z.array(Made) })
    for (const company of this.#companies) {
      const offers = `${this.#own(company)}/offers`
      for (const { id } of (await this.#server.call('GET', offers, undefined, Listed)).items)
        await this.#server.tell('DELETE', `${offers}/${id}`)
    }
    for (const [place, company] of this.#companies.entries()) {
      const other = this.#companies[place + 1]
      if (other === undefined) break
      const offer = async (id: string, kind: string) =>
        this.#server.tell('PUT', `${this.#own(id)}/offers/${randomUUID()}`, {
          ...this.#topics[place],
          kind,
          text: this.#texts.next(`exchange: ${kind}`, 300),
        })
      await offer(company, 'offer')
      await offer(other, 'need')
      for (const id of [company, other]) await this.#agree(id)
    }
  }

  async #agree(company: string): Promise<void> {
    const matches = `${this.#own(company)}/matches`
    for (const { id, says } of (await this.#server.call('GET', matches, undefined, MatchList)).items) {
      if (says === 'yes') continue
      const contact = this.#texts.next('exchange: contact', 200)
      await this.#server.tell('PUT', `${matches}/${id}`, { says: 'yes', contact })
    }
  }

  #own(company: string): string {
    return `/api/organisations/${company}/participations/${this.id}`
  }
}
