import type { Experiment, Network, Party } from '../../server/contract/networks.ts'

/** What the page shows at once after something was saved or removed, without waiting for the next look at the server. */
export type NetworkChange =
  | { readonly kind: 'party'; readonly saved: Party }
  | { readonly kind: 'party-gone'; readonly id: string }
  | { readonly kind: 'experiment'; readonly saved: Experiment }
  | { readonly kind: 'experiment-gone'; readonly id: string }

/** Something was saved or removed; `said` tells it in words. */
export class NetworkChangeEvent extends Event {
  readonly change: NetworkChange
  readonly said: string

  constructor(change: NetworkChange, said: string) {
    super('mv-network-change', { bubbles: true })
    this.change = change
    this.said = said
  }
}

/** The network after a change. */
export function changed(network: Network, change: NetworkChange): Network {
  const { parties, experiments } = network
  switch (change.kind) {
    case 'party':
      return { parties: withThing(parties, change.saved), experiments }
    case 'party-gone':
      return {
        parties: parties.filter(({ id }) => id !== change.id),
        // As the server does it: the experiment stays, without a partner.
        experiments: experiments.map((experiment) =>
          experiment.partyId === change.id
            ? { ...experiment, partyId: null, revision: experiment.revision + 1 }
            : experiment,
        ),
      }
    case 'experiment':
      return {
        parties,
        experiments: withThing(experiments, change.saved).toSorted((a, b) => (a.period < b.period ? 1 : -1)),
      }
    case 'experiment-gone':
      return { parties, experiments: experiments.filter(({ id }) => id !== change.id) }
  }
}

function withThing<Thing extends { readonly id: string }>(things: readonly Thing[], saved: Thing): Thing[] {
  const isKnown = things.some(({ id }) => id === saved.id)
  return isKnown ? things.map((thing) => (thing.id === saved.id ? saved : thing)) : [...things, saved]
}

declare global {
  interface HTMLElementEventMap {
    'mv-network-change': NetworkChangeEvent
  }
}
