import type { Scope } from '../auth/scope.ts'
import { type Party, type PartyInput, PartyLink } from '../contract/networks.ts'
import { deleteParty, findParty, insertParty, updateParty } from '../db/queries/networks.ts'
import type { NetworkPartyRow } from '../db/tables.ts'
import { inCapitalOrder } from '../domain/network.ts'
import { ProblemError } from '../problem.ts'
import { inTurn, keepUnseenWords, type NetworkDeps, noteRemoval } from './network-writes.ts'

/**
 * Adds or changes a party. The same content again changes nothing, whatever its revision: a phone that did not hear
 * the answer sends again.
 *
 * @throws {ProblemError} `edited-meanwhile` when what is stored is not what the writer saw; `not-found` for a change
 *   of a party that is not there.
 */
export function saveParty(deps: NetworkDeps, scope: Scope, id: string, input: PartyInput): Promise<Party> {
  const { organisationId } = scope
  const { name, kind, links, revision } = input
  return inTurn(deps, scope, async (trx) => {
    const stored = await findParty(trx, scope, id)
    const party = { organisationId, id, name, kind, links: linksText(links), revision: (stored?.revision ?? 0) + 1 }
    if (stored !== undefined && isSame(stored, party)) return partyOf(stored)
    keepUnseenWords(stored, revision)
    await (stored === undefined ? insertParty(trx, party) : updateParty(trx, party))
    return partyOf(party)
  })
}

/**
 * Removes a party with its lines. Experiments with it stay, without a partner.
 *
 * @param revision the one that the remover saw; undefined removes whatever stands there.
 * @throws {ProblemError} `not-found`; `edited-meanwhile`.
 */
export function removeParty(deps: NetworkDeps, scope: Scope, id: string, revision: number | undefined): Promise<void> {
  return inTurn(deps, scope, async (trx) => {
    const stored = await findParty(trx, scope, id)
    if (stored === undefined) throw new ProblemError('not-found')
    keepUnseenWords(stored, revision ?? stored.revision)
    await deleteParty(trx, scope, id)
    await noteRemoval(deps, trx, scope, 'network.party-removed', id)
  })
}

/** A party as it travels. */
export function partyOf({ id, name, kind, links, revision }: NetworkPartyRow): Party {
  return { id, name, kind, links: PartyLink.array().parse(JSON.parse(links)), revision }
}

function linksText(links: readonly PartyLink[]): string {
  const written = links.map(({ dimension, direction, state, note }) => ({ dimension, direction, state, note }))
  return JSON.stringify(inCapitalOrder(written))
}

function isSame(stored: NetworkPartyRow, given: NetworkPartyRow): boolean {
  return stored.name === given.name && stored.kind === given.kind && stored.links === given.links
}
