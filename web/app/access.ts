import type { Me, Organisation, StartState } from '../../server/contract/accounts.ts'
import type { Role } from '../../server/contract/common.ts'
import { ApiError, call } from '../api.ts'
import { isLocaleChosen, setLocale } from '../i18n/locale.ts'
import { go } from './router.ts'

/**
 * What is true for the whole page: how this installation stands, and who is signed in. `start` is undefined until it
 * was read; `me` is null when nobody is signed in.
 */
interface Access {
  readonly start: StartState | undefined
  readonly me: Me | null
  readonly error: ApiError | undefined
}

let current: Access = { start: undefined, me: null, error: undefined }

/** Says `change` when somebody signed in or out, or the state of the installation was read. */
export const accessChanges = new EventTarget()

/** How the installation stands and who is signed in, as last read. */
export function access(): Access {
  return current
}

/** Reads both again; elements that follow `accessChanges` render again. */
export async function readAccess(): Promise<void> {
  change({ ...current, error: undefined })
  try {
    const [start, me] = await Promise.all([call<StartState>('GET', '/api/start'), readMe()])
    change({ start, me, error: undefined })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    change({ ...current, error })
  }
}

/**
 * Resolves once it is known who is signed in, if anybody.
 *
 * @throws {ApiError} it could not be read.
 */
export async function accessKnown(): Promise<void> {
  while (current.start === undefined && current.error === undefined) {
    await new Promise((resolve) => accessChanges.addEventListener('change', resolve, { once: true }))
  }
  if (current.error) throw current.error
}

/** Pages of one browser share one sign-in: what happens in one of them is read anew in the others. */
const otherPages = 'BroadcastChannel' in globalThis ? new BroadcastChannel('meervoud-access') : undefined
otherPages?.addEventListener('message', () => void readAccess())
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void readAccess()
})

/** Signs in with a password, and a code where the account asks one. */
export async function signIn(email: string, password: string, code?: string): Promise<void> {
  await call<void>('POST', '/api/sessions', { email, password, ...(code !== undefined && { code }) })
  await signedIn()
}

/** After a sign-in of any kind: reads who it is, and takes their language over where nobody has chosen one yet. */
export async function signedIn(): Promise<void> {
  await readAccess()
  otherPages?.postMessage('signed in')
  if (current.me && !isLocaleChosen()) setLocale(current.me.user.locale)
}

/** Signs out. */
export async function signOut(): Promise<void> {
  await call<void>('DELETE', '/api/sessions/current')
  change({ ...current, me: null })
  otherPages?.postMessage('signed out')
}

/** The account of the reader is gone: nobody is signed in any more, on any page of this browser. */
export function accountErased(): void {
  change({ ...current, me: null })
  otherPages?.postMessage('signed out')
}

/** Goes to the sign-in page, which comes back to the present address. */
export function signInFirst(): void {
  // Pages that call this whenever nobody is signed in would be told so again and again, and never give way.
  if (current.me !== null) change({ ...current, me: null })
  if (location.pathname === '/sign-in') return
  go(`/sign-in?return=${encodeURIComponent(location.pathname + location.search)}`, 'replace')
}

/** Takes over who is signed in, as just read. */
export function takeMe(me: Me): void {
  change({ ...current, me })
}

/** The reader's role in an organisation; undefined when there is none. */
export function roleIn(organisationId: string): Role | undefined {
  const own = current.me?.memberships.find((membership) => membership.organisationId === organisationId)
  return own?.role ?? parkHere(organisationId)?.role
}

/** Parks that the reader works in as staff of their programme: they stand on no list of organisations of anybody. */
const parks = new Map<string, Organisation>()

/** The park with this id, once it is known that the reader works there for its programme. */
export function parkHere(organisationId: string): Organisation | undefined {
  return current.me ? parks.get(organisationId) : undefined
}

/** Remembers a park as just read, with the reader's role in it. */
export function learnPark(organisation: Organisation): void {
  const { id, role, programme } = organisation
  const known = parks.get(id)
  if (programme === null || (known?.role === role && known.name === organisation.name)) return
  parks.set(id, organisation)
  change({ ...current })
}

async function readMe(): Promise<Me | null> {
  try {
    return await call<Me>('GET', '/api/me')
  } catch (error) {
    // Nobody is signed in, this address refuses accounts, or there are none yet: the page goes on without.
    const isNobody =
      error instanceof ApiError && ['sign-in-needed', 'accounts-refused-here', 'set-up-needed'].includes(error.code)
    if (isNobody) return null
    throw error
  }
}

function change(next: Access): void {
  current = next
  accessChanges.dispatchEvent(new Event('change'))
}
