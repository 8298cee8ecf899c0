import { CAPITALS } from '../../server/domain/capitals.ts'
import { archiveText } from './archives.ts'
import type { OrganisationName, World } from './world.ts'

const ORG = '/api/organisations/:org'

const archive = async (world: World) => Buffer.from(await archiveText(world.api.database, world.idOf('bakery')))

/** What is sent to writing routes of a company's quarter and of the world outside. */
export const COMPANY_BODIES: Readonly<Record<string, (world: World) => object | Promise<object>>> = {
  [`PUT ${ORG}/name`]: () => ({ name: 'Another name' }),
  [`PUT ${ORG}/rounds/:round/title`]: () => ({ title: 'Another title' }),
  'POST /api/organisations/import/preview': archive,
  'POST /api/organisations/import': archive,
  [`PUT ${ORG}/network/parties/:party`]: (world) => ({ ...world.party, revision: 1 }),
  [`PUT ${ORG}/experiments/:experiment`]: (world) => ({ ...world.experiment, revision: 1 }),
  [`PUT ${ORG}/targets/:instrument/:dimension`]: () => ({ ...TARGET, score: 70, revision: 1 }),
}

/** A target as somebody sets it. */
export const TARGET = { score: 60, duePeriod: '2027-Q4', reason: 'Fewer people ill', version: '1.0.0' } as const

/** Makes what a name in an address of these routes stands for; undefined for a name of other routes. */
export async function makeCompanyObject(
  name: string,
  world: World,
  organisation: OrganisationName,
): Promise<string | undefined> {
  if (name === 'party') return world.makeParty(organisation)
  if (name === 'experiment') return world.makeExperiment(organisation)
  if (name === 'instrument') return 'six-capitals'
  if (name === 'dimension') return makeTarget(world, organisation)
  return undefined
}

/** A target that was set once, whatever stood there before; its dimension, which is another one in each organisation. */
async function makeTarget(world: World, organisation: OrganisationName): Promise<string> {
  const dimension = CAPITALS[organisation === 'mill' ? 1 : 0] ?? 'human'
  const path = `/api/organisations/${world.idOf(organisation)}/targets/six-capitals/${dimension}`
  const owner = world.ownerOf(organisation)
  await owner.delete(path)
  await owner.put(path, { ...TARGET, revision: 0 })
  return dimension
}
