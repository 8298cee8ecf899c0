import type { Me } from '../../server/contract/accounts.ts'
import { ApiError, call, OrganisationReply, organisationReplies } from '../api.ts'
import { access, accessChanges, takeMe } from './access.ts'

/** At most one look in so many milliseconds: a page that lost its access asks for many things at once. */
const LOOK_EVERY = 1_000

/** Names of organisations that the reader could enter on this page, and cannot any more. */
const ended = new Map<string, string>()
let lookedAt = Number.NEGATIVE_INFINITY

/** The name of an organisation whose doors closed for the reader while the page was open; undefined for every other. */
export function endedName(organisationId: string): string | undefined {
  return ended.get(organisationId)
}

/**
 * Watches whether the reader's access to an organisation ends while a page is open: by the hand of an owner, or because
 * its last day went by. The page stays as it is, so that nothing that was typed is lost; the frame says what happened.
 */
export function watchAccess(): void {
  organisationReplies.addEventListener('reply', (event) => {
    if (!(event instanceof OrganisationReply)) return
    const { organisationId, isRefused } = event
    const isKnown = access().me?.memberships.some((membership) => membership.organisationId === organisationId) ?? false
    // A refusal where the reader is a member, or none where the reader was said to be out.
    if (isRefused ? isKnown : ended.has(organisationId)) void lookAgain()
  })
}

async function lookAgain(): Promise<void> {
  if (performance.now() - lookedAt < LOOK_EVERY) return
  lookedAt = performance.now()
  const before = access().me?.memberships ?? []
  try {
    const me = await call<Me>('GET', '/api/me')
    const now = new Set(me.memberships.map(({ organisationId }) => organisationId))
    for (const { organisationId, name } of before) if (!now.has(organisationId)) ended.set(organisationId, name)
    for (const organisationId of now) ended.delete(organisationId)
    takeMe(me)
  } catch (error) {
    // Not signed in any more, or no connection: whoever asked first says so.
    if (!(error instanceof ApiError)) throw error
  }
}

accessChanges.addEventListener('change', () => {
  // Somebody else signed in on this device: what ended was not theirs.
  if (access().me === null) ended.clear()
})
