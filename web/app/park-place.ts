import type { Organisation } from '../../server/contract/accounts.ts'
import { ApiError, call } from '../api.ts'
import { access, learnPark, parkHere } from './access.ts'
import { learnName } from './names.ts'

/** Organisations that were looked up on this page, by id: each once. */
const asked = new Set<string>()

/**
 * The programme of the park in the address, for the path on top of the page. Of an organisation that the reader is no
 * member of it is looked up once; undefined until that is known, and for what is no park.
 */
export function programmeOf(organisationId: string): Organisation['programme'] | undefined {
  const { me } = access()
  if (!me) return undefined
  const known = parkHere(organisationId)
  if (known !== undefined) return known.programme
  if (me.memberships.some((membership) => membership.organisationId === organisationId)) return undefined
  void lookUp(organisationId, me.user.id)
  return undefined
}

async function lookUp(organisationId: string, userId: string): Promise<void> {
  const key = `${userId} ${organisationId}`
  if (asked.has(key)) return
  asked.add(key)
  try {
    const organisation = await call<Organisation>('GET', `/api/organisations/${organisationId}`)
    learnName(organisation.id, organisation.name)
    if (organisation.programme !== null) learnName(organisation.programme.id, organisation.programme.name)
    learnPark(organisation)
  } catch (error) {
    // The page itself says what is wrong.
    if (!(error instanceof ApiError)) throw error
  }
}
