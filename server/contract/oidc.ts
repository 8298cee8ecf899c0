import * as z from 'zod'
import { Id, Time } from './common.ts'

/** A page of the product: a path, and nothing that a browser could take for another site. */
const Page = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\s]*$/, 'must be a path of this product')

/** Where to go after signing in through one's organisation, and an invitation to take up on the way. */
export const OidcStart = z.strictObject({
  returnTo: Page.default('/'),
  invitation: z.string().min(1).max(256).optional().describe('The token of an invitation'),
})
export type OidcStart = z.infer<typeof OidcStart>
export const OidcStarted = z
  .object({ url: z.string().describe('Where the browser goes now, at the organisation') })
  .meta({ id: 'OidcStarted' })
/** What the organisation sends back; it may send more. */
export const OidcReturn = z.looseObject({ state: z.string().max(500).optional() })

/** The reader's account at their organisation. */
export const Identity = z
  .object({ id: Id, issuer: z.string(), createdAt: Time, lastUsedAt: Time.nullable() })
  .meta({ id: 'Identity' })
export type Identity = z.infer<typeof Identity>
export const IdentityParams = z.object({ id: Id })
