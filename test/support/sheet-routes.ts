import { randomUUID } from 'node:crypto'
import { newRound } from './app.ts'
import { rated, SheetCalls } from './company-sheet.ts'
import { smallReport } from './vsme-report.ts'
import type { OrganisationName, World } from './world.ts'

const SHEET = '/api/organisations/:org/rounds/:round/sheet'

/** A file that is kept: nobody needs a program to read it. */
export const NOTES = Buffer.from('Counted by hand, week 44\n')

/** What is sent to the writing routes of a sheet that a team fills in together. */
export const SHEET_BODIES: Readonly<Record<string, (world: World) => object | Promise<object>>> = {
  [`PUT ${SHEET}/answers`]: (world) => world.operations,
  [`POST ${SHEET}/conflicts/:conflict`]: () => ({ keep: 'other', seq: 2, opId: randomUUID() }),
  [`PUT ${SHEET}/items/:item`]: () => ({ revision: 0, certainty: 'estimate', note: 'From the ledger' }),
  [`PUT ${SHEET}/here`]: () => ({ itemId: null }),
  [`PUT ${SHEET}/files/:file`]: () => NOTES,
  [`POST ${SHEET}/vsme/preview`]: () => smallReport({ Turnover: 30 }),
  [`POST ${SHEET}/vsme`]: () => smallReport({ Turnover: 30 }),
  [`POST ${SHEET}/sign-off`]: async (world) => ({ destinations: await destinationsOf(world, world.asked) }),
}

/** What follows the address of a route, where it does not work without. */
export const QUERIES: Readonly<Record<string, string>> = { [`PUT ${SHEET}/files/:file`]: '?item=i01' }

/** Whether a route is about such a sheet. */
export function isOfSheet({ url }: { readonly url: string }): boolean {
  return url.startsWith(SHEET)
}

/** A sheet of its own for one call, with whatever the address names; a file is of this user. */
export async function makeSheetObjects(
  { key }: { readonly key: string },
  world: World,
  organisation: OrganisationName,
  userId?: string,
): Promise<Readonly<Record<string, string>>> {
  const [owner, org] = [world.ownerOf(organisation), world.idOf(organisation)]
  const round = await newRound(owner, org, {
    itemIds: [world.itemId],
    mode: 'open',
    horizons: ['now'],
    answering: 'together',
  })
  const calls = new SheetCalls(org, round.id)
  await calls.answer(owner, rated(world.itemId, 4))
  const file = randomUUID()
  if (key.endsWith('/files/:file') && !key.startsWith('PUT'))
    await calls.addFile(owner, world.itemId, NOTES, 'notes.txt', file)
  // Who may write removes their own files; those of others are for who runs rounds.
  if (key.startsWith('DELETE') && userId !== undefined)
    await world.api.database.db.updateTable('evidenceFile').set({ addedBy: userId }).where('id', '=', file).execute()
  const conflict = key.includes('/conflicts/') ? await makeConflict(world, calls, organisation) : randomUUID()
  return { round: round.id, item: world.itemId, file, conflict }
}

/** Two answers to one question: of somebody who left, and of the owner who did not see it. */
async function makeConflict(world: World, calls: SheetCalls, organisation: OrganisationName): Promise<string> {
  const left = await world.makeMember(organisation, 'contributor')
  await world.api.database.db
    .updateTable('teamAnswer')
    .set({ userId: left })
    .where('roundId', '=', calls.roundId)
    .execute()
  const unseen = rated(world.itemId, 2)
  await calls.answer(world.ownerOf(organisation), unseen)
  return unseen.opId
}

async function destinationsOf(world: World, organisation: OrganisationName): Promise<string[]> {
  const { round = '' } = await makeSheetObjects({ key: '' }, world, organisation)
  const view = await new SheetCalls(world.idOf(organisation), round).signOffView(world.ownerOf(organisation))
  return view.destinations.map(({ destination }) => destination)
}
