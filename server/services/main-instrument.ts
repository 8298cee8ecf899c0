import type { Scope } from '../auth/scope.ts'
import type { Db } from '../db/open.ts'
import { findOrganisation } from '../db/queries/organisations.ts'
import { mainInstrument } from '../domain/main-instrument.ts'

/** The id of the instrument that the organisation of the scope works with unless it chooses another. */
export async function mainInstrumentOf(db: Db, scope: Scope): Promise<string> {
  const organisation = await findOrganisation(db, scope)
  return mainInstrument(organisation?.kind ?? 'company')
}
