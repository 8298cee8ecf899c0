import type { Scope } from '../auth/scope.ts'
import type { Park, ParkImportPreview, ParkNote, ParksImported } from '../contract/parks.ts'
import type { Database } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { lockOrganisation } from '../db/queries/organisations.ts'
import { addRegions, listParks, type ParkFacts, updateParkFacts } from '../db/queries/parks.ts'
import { type ImportedPark, type ParkFile, readParkFile } from '../import/ibis.ts'
import { ProblemError } from '../problem.ts'
import { addParks, isSame, regionsOf } from './parks.ts'
import { countSentFile } from './sent-files.ts'

interface Deps {
  readonly database: Database
  readonly now: () => Date
}

/** A file of parks, and where it comes from. */
interface SentFile {
  readonly bytes: Buffer
  readonly source: string | null
}

/** What becomes of each line beside the parks that are there. */
interface Plan {
  readonly added: readonly { readonly name: string; readonly facts: ParkFacts }[]
  readonly changed: readonly { readonly park: Park; readonly facts: ParkFacts }[]
  readonly same: number
  readonly leftOut: number
  readonly notes: readonly ParkNote[]
}

const MOST_NOTES = 500
const FIRST = 10

/**
 * What would become of a file of parks, with everything odd in it; nothing is kept.
 *
 * @throws {ProblemError} `too-many-attempts`.
 */
export async function previewParks(deps: Deps, scope: Scope, sent: SentFile): Promise<ParkImportPreview> {
  await countSentFile(deps, scope, 'parks')
  const file = readParkFile(sent.bytes)
  const parks = await listParks(deps.database.db, scope)
  const plan = planOf(file, parks, sent.source)
  const known = new KnownParks(parks)
  return {
    counts: countsOf(plan),
    faults: [...file.faults],
    notes: plan.notes.slice(0, MOST_NOTES),
    more: Math.max(0, plan.notes.length - MOST_NOTES),
    regions: countedRegions(file.parks),
    first: file.parks.slice(0, FIRST).map((line) => {
      const found = known.find(line)
      const park = found === 'several' ? undefined : found
      const { regionCode, ...facts } = factsOf(line, park, file.missing, sent.source)
      const name = facts.municipality ?? regionCode ?? ''
      return { ...facts, name: line.name, region: regionCode === null ? null : { code: regionCode, name } }
    }),
  }
}

/**
 * Keeps the parks of a file: what the programme has by its register number gets the facts of the file, the rest is
 * added. The same file again changes nothing, and no park is ever taken away.
 *
 * @throws {ProblemError} `import-refused` for a file that cannot be read; `too-many-attempts`.
 */
export async function importParks(deps: Deps, scope: Scope, sent: SentFile): Promise<ParksImported> {
  await countSentFile(deps, scope, 'parks')
  const file = readParkFile(sent.bytes)
  if (file.faults.length > 0) {
    const errors = file.faults.map(({ line, code }) => ({ pointer: `line ${line}`, detail: code }))
    throw new ProblemError('import-refused', { errors })
  }
  const { organisationId, userId } = scope
  return deps.database.db.transaction().execute(async (trx) => {
    // Two imports of one programme take turns: the second finds the parks of the first.
    await lockOrganisation(trx, scope)
    const plan = planOf(file, await listParks(trx, scope), sent.source)
    const at = deps.now()
    await addParks(trx, scope, plan.added, at)
    await addRegions(trx, regionsOf(plan.changed.map(({ facts }) => facts)))
    for (const { park, facts } of plan.changed)
      await updateParkFacts(trx, organisationId, park.id, facts, park.revision)
    if (plan.added.length + plan.changed.length > 0)
      await insertAuditEvent(trx, { organisationId, userId, action: 'park.import', object: organisationId, at })
    return countsOf(plan)
  })
}

function countsOf({ added, changed, same, leftOut }: Plan): ParksImported {
  return { added: added.length, changed: changed.length, same, leftOut }
}

function planOf(file: ParkFile, known: readonly Park[], source: string | null): Plan {
  const parks = new KnownParks(known)
  const added: { name: string; facts: ParkFacts }[] = []
  const changed: { park: Park; facts: ParkFacts }[] = []
  const notes: ParkNote[] = []
  let [same, ambiguous] = [0, 0]
  for (const line of file.parks) {
    const park = parks.find(line)
    if (park === 'several') {
      notes.push({ line: line.line, code: 'two-known', variables: { name: line.name } })
      ambiguous += 1
      continue
    }
    const facts = factsOf(line, park, file.missing, source)
    if (park === undefined) added.push({ name: line.name, facts })
    else {
      if (park.name !== line.name)
        notes.push({ line: line.line, code: 'name-kept', variables: { name: line.name, known: park.name } })
      if (isSame(park, facts)) same += 1
      else changed.push({ park, facts })
    }
  }
  const left = file.notes.filter(({ code }) => code === 'name-missing' || code === 'number-twice').length
  const all = [...file.notes, ...notes].sort((one, other) => one.line - other.line)
  return { added, changed, same, leftOut: left + ambiguous, notes: all }
}

/** The parks of a programme, found by what a line says of them; each for one line only. */
class KnownParks {
  readonly #byNumber: ReadonlyMap<string, Park>
  readonly #byName = new Map<string, Park[]>()
  readonly #taken = new Set<string>()

  constructor(parks: readonly Park[]) {
    this.#byNumber = new Map(
      parks.flatMap((park) => (park.registerNumber === null ? [] : [[park.registerNumber, park]])),
    )
    for (const park of parks) {
      const key = keyOf(park.name, park.region?.code ?? null)
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), park])
    }
  }

  /** By register number; else by name and municipality, where the file or the park has no number. */
  find(line: ImportedPark): Park | undefined | 'several' {
    const found = this.#find(line)
    if (found === undefined || found === 'several') return found
    this.#taken.add(found.id)
    return found
  }

  #find({ registerNumber, name, regionCode }: ImportedPark): Park | undefined | 'several' {
    const numbered = registerNumber === null ? undefined : this.#byNumber.get(registerNumber)
    if (numbered !== undefined) return numbered
    const named = (this.#byName.get(keyOf(name, regionCode)) ?? []).filter(
      (park) => !this.#taken.has(park.id) && (registerNumber === null || park.registerNumber === null),
    )
    return named.length > 1 ? 'several' : named[0]
  }
}

function keyOf(name: string, regionCode: string | null): string {
  return `${name.toLowerCase()}\n${regionCode ?? ''}`
}

/** The facts of a line, and of a park that is here what the file says nothing about. */
function factsOf(
  line: ImportedPark,
  park: Park | undefined,
  missing: ParkFile['missing'],
  source: string | null,
): ParkFacts {
  const { regionCode, municipality, registerNumber, kind, hectaresGross, hectaresNet, asOf } = line
  const facts = { regionCode, municipality, kind, hectaresGross, hectaresNet, asOf }
  if (park === undefined) return { ...facts, registerNumber, source }
  return {
    ...facts,
    ...unsaid(park, missing),
    registerNumber: registerNumber ?? park.registerNumber,
    source: source ?? park.source,
  }
}

/** What stays of a known park because the file has no column for it. */
function unsaid(park: Park, missing: ParkFile['missing']): Partial<ParkFacts> {
  const known: Readonly<Record<ParkFile['missing'][number], Partial<ParkFacts>>> = {
    name: {},
    number: {},
    code: { regionCode: park.region?.code ?? null },
    municipality: { municipality: park.municipality },
    asOf: { asOf: park.asOf },
    gross: { hectaresGross: park.hectaresGross },
    net: { hectaresNet: park.hectaresNet },
    kind: { kind: park.kind },
  }
  return Object.assign({}, ...missing.map((column) => known[column]))
}

function countedRegions(parks: readonly ImportedPark[]): ParkImportPreview['regions'] {
  const regions = new Map<string, { code: string; name: string; parks: number }>()
  for (const { regionCode: code, municipality } of parks) {
    if (code === null) continue
    const known = regions.get(code) ?? { code, name: municipality ?? code, parks: 0 }
    regions.set(code, { ...known, parks: known.parks + 1 })
  }
  return [...regions.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}
