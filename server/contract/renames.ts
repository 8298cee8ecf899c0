import * as z from 'zod'
import { OrganisationInput } from './accounts.ts'

/** `PUT …/name`: what an organisation is called from now on. */
export const OrganisationNameInput = z.strictObject({ name: OrganisationInput.shape.name })

/** `PUT …/title`: what a round is called from now on. What was released keeps the title that it had then. */
export const RoundTitleInput = z.strictObject({ title: z.string().trim().min(1).max(160) })
