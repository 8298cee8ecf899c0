import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { InvitationMade } from '../../server/contract/accounts.ts'
import { Experiment, Network, Party, type PartyLink } from '../../server/contract/networks.ts'
import { tokenOf } from './people.ts'
import { EMAIL, PASSWORD, type TestServer } from './server.ts'

/** The parties and experiments of Alice's organisation, as a colleague on another device writes them. */
export class OutsideWorld {
  /** The page about it. */
  readonly address: string
  readonly #server: TestServer
  readonly #api: string
  #cookie = ''

  constructor(server: TestServer, organisationId: string) {
    this.#server = server
    this.#api = `/api/organisations/${organisationId}`
    this.address = `${server.origin}/o/${organisationId}/network`
  }

  stored(): Promise<Network> {
    return this.#server.call('GET', `${this.#api}/network`, undefined, Network)
  }

  /** Adds a party, or writes over the one that is given. */
  put(name: string, links: readonly PartyLink[], over?: Party): Promise<Party> {
    const content = { name, kind: over?.kind ?? 'supplier', links, revision: over?.revision ?? 0 }
    return this.#server.call('PUT', `${this.#api}/network/parties/${over?.id ?? randomUUID()}`, content, Party)
  }

  /** Adds the experiment of a quarter, with hardly anything in it. */
  putExperiment(period: string, hypothesis: string): Promise<Experiment> {
    const words = { hypothesis, smallestTest: '', measure: '', learned: '', outcome: null, partyId: null }
    const days = { startsOn: '2025-04-01', endsOn: '2025-05-01' }
    const content = { ...words, ...days, period, revision: 0 }
    return this.#server.call('PUT', `${this.#api}/experiments/${randomUUID()}`, content, Experiment)
  }

  removeParty(id: string): Promise<void> {
    return this.#remove(`network/parties/${id}`)
  }

  /** Takes everything away, for the next test. */
  async clear(): Promise<void> {
    const { parties, experiments } = await this.stored()
    for (const { id } of experiments) await this.#remove(`experiments/${id}`)
    for (const { id } of parties) await this.removeParty(id)
  }

  /** Signs a window in as a new member who only looks. */
  async signInAsViewer({ request }: BrowserContext): Promise<void> {
    const { url } = await this.#server.call('POST', `${this.#api}/invitations`, { role: 'viewer' }, InvitationMade)
    const account = { email: `${randomUUID()}@example.org`, password: PASSWORD, name: 'Frank', locale: 'nl' }
    const data = { token: tokenOf(url), account }
    const reply = await request.post(`${this.#server.origin}/api/invitations/accept`, { data })
    if (!reply.ok()) throw new Error(`not invited: ${reply.status()} ${await reply.text()}`)
  }

  async #remove(what: string): Promise<void> {
    const { origin } = this.#server
    if (this.#cookie === '') {
      const body = JSON.stringify({ email: EMAIL, password: PASSWORD })
      const headers = { 'content-type': 'application/json' }
      const reply = await fetch(`${origin}/api/sessions`, { method: 'POST', headers, body })
      this.#cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    }
    const headers = { cookie: this.#cookie, origin }
    const reply = await fetch(`${origin}${this.#api}/${what}`, { method: 'DELETE', headers })
    if (!reply.ok) throw new Error(`${what} is still there: ${reply.status}`)
  }
}

/** A line without words. */
export function link(
  dimension: PartyLink['dimension'],
  direction: PartyLink['direction'],
  state: PartyLink['state'] = 'active',
): PartyLink {
  return { dimension, direction, state, note: '' }
}
