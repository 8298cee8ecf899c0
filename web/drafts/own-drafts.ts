import { ApiError } from '../api.ts'
import { access } from '../app/access.ts'
import type { DraftDoor } from './draft.ts'

/** The signed-in reader, whose name a database of drafts bears; `nobody` when that is not known. */
export function writerId(): string {
  return access().me?.user.id ?? 'nobody'
}

/**
 * A door that only one person goes through. Drafts live as long as the page; when somebody else signs in on it, the
 * words of the first wait until the first is back, and are never sent in the name of the second.
 */
export function onlyFor<Body>(userId: string, door: DraftDoor<Body>): DraftDoor<Body> {
  const check = () => {
    if (writerId() === userId) return
    throw new ApiError({ type: '/problems/sign-in-needed', title: 'Somebody else is signed in', status: 401 })
  }
  return {
    save: async (draft, options) => {
      check()
      return door.save(draft, options)
    },
    theirs: async (draft) => {
      check()
      return door.theirs(draft)
    },
  }
}
