import type { Experiment, ExperimentInput, Network, Party, PartyInput } from '../../server/contract/networks.ts'
import { ApiError, call } from '../api.ts'

/** Calls about the network of one organisation. */
export class NetworkApi {
  readonly #at: string

  constructor(organisationId: string) {
    this.#at = `/api/organisations/${organisationId}`
  }

  read(signal?: AbortSignal): Promise<Network> {
    return call('GET', `${this.#at}/network`, undefined, signal ? { signal } : {})
  }

  saveParty(id: string, input: PartyInput): Promise<Party> {
    return call('PUT', `${this.#at}/network/parties/${id}`, input)
  }

  saveExperiment(id: string, input: ExperimentInput): Promise<Experiment> {
    return call('PUT', `${this.#at}/experiments/${id}`, input)
  }

  /** Removes what the reader saw; refused when somebody else changed it meanwhile. */
  remove(what: 'network/parties' | 'experiments', { id, revision }: { id: string; revision: number }): Promise<void> {
    return call('DELETE', `${this.#at}/${what}/${id}?revision=${revision}`)
  }

  /**
   * Wakes a line or lets it sleep. When somebody else changed the party meanwhile, the same is done to what they made
   * of it, as long as the line is still there as the reader saw it.
   */
  async toggle(party: Party, dimension: string): Promise<Party> {
    try {
      return await this.#toggled(party, dimension)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'edited-meanwhile') throw error
      const fresh = (await this.read()).parties.find(({ id }) => id === party.id)
      if (fresh === undefined || stateIn(fresh, dimension) !== stateIn(party, dimension)) throw error
      return this.#toggled(fresh, dimension)
    }
  }

  #toggled({ id, ...party }: Party, dimension: string): Promise<Party> {
    const links = party.links.map((link) =>
      link.dimension === dimension
        ? { ...link, state: link.state === 'active' ? ('dormant' as const) : ('active' as const) }
        : link,
    )
    return this.saveParty(id, { ...party, links })
  }
}

function stateIn({ links }: Party, dimension: string): string | undefined {
  return links.find((link) => link.dimension === dimension)?.state
}
