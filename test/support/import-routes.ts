import { randomUUID } from 'node:crypto'
import { keepInstrument, tellInstruments } from '../../server/services/imported-instruments.ts'
import { formFile, readRows } from './forms.ts'
import type { OrganisationName, World } from './world.ts'

const IMPORTS = '/api/organisations/:org/imports'

/** What is sent to the routes that take files in. */
export const IMPORT_BODIES: Readonly<Record<string, (world: World) => object | Promise<object>>> = {
  [`POST ${IMPORTS}/instruments/preview`]: () => formFile(),
  [`POST ${IMPORTS}/instruments`]: () => formFile(),
  [`POST ${IMPORTS}/answers/preview`]: (world) => answersFile(world.itemId),
  [`POST ${IMPORTS}/answers`]: (world) => answersFile(world.itemId),
}

/** A file of answers to one item, by two people; it has another title each time. */
export function answersFile(itemId: string): object {
  return {
    fileName: 'answers.csv',
    content: Buffer.from(`name,${itemId}\nAnn,3\nBen,4\n`).toString('base64'),
    instrument: { id: 'six-capitals', version: '1.0.0' },
    mode: 'open',
    period: '2026-Q1',
    horizon: 'now',
    title: randomUUID(),
  }
}

/** An instrument that an organisation brought along; its id. */
export async function makeOwnInstrument(world: World, organisation: OrganisationName): Promise<string> {
  const organisationId = world.idOf(organisation)
  const { database, instruments, live } = world.api.deps
  const { form } = readRows()
  if (form === undefined) throw new Error('the form has faults')
  const { id } = await database.db
    .transaction()
    .execute((trx) => keepInstrument(trx, organisationId, { ...form.instrument, formId: null }, {}, new Date()))
  await tellInstruments({ db: database.db, instruments, live }, organisationId)
  return id
}
