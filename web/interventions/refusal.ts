import { ApiError } from '../api.ts'
import { signInFirst } from '../app/access.ts'

/** What the server refused; sends who is no longer signed in to do that first. */
export function refusalOf(error: unknown): ApiError {
  if (!(error instanceof ApiError)) throw error
  if (error.code === 'sign-in-needed') signInFirst()
  return error
}
