import { ApiError } from '../api.ts'
import { access, signInFirst } from '../app/access.ts'
import type { DraftDoor } from './draft.ts'

let lastKnown = 'nobody'

/**
 * Who writes on this page, whose name a database of drafts bears: the signed-in reader, and after a lost sign-in the
 * one who was, until somebody signs in. `nobody` when nobody was known yet.
 */
export function writerId(): string {
  lastKnown = access().me?.user.id ?? lastKnown
  return lastKnown
}

/**
 * A door that only one person goes through. Drafts live as long as the page; when somebody else signs in on it, the
 * words of the first wait until the first is back, and are never sent in the name of the second. Who turns out to be
 * signed in no longer is asked to do that first.
 */
export function onlyFor<Body>(userId: string, door: DraftDoor<Body>): DraftDoor<Body> {
  const check = () => {
    if ((access().me?.user.id ?? 'nobody') === userId) return
    throw new ApiError({ type: '/problems/sign-in-needed', title: 'Somebody else is signed in', status: 401 })
  }
  return {
    save: async (draft, options) => {
      check()
      return door.save(draft, options).catch(askToSignIn)
    },
    theirs: async (draft) => {
      check()
      return door.theirs(draft).catch(askToSignIn)
    },
  }
}

function askToSignIn(error: unknown): never {
  // Whom the page already knows to be signed out is left where they are.
  if (error instanceof ApiError && error.code === 'sign-in-needed' && access().me) signInFirst()
  throw error
}
