import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import { loadInstruments } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { addUser } from '../../server/services/accounts.ts'
import { publishInstruments } from '../../server/services/instruments.ts'
import { importOrganisation } from '../../server/services/organisation-imports.ts'
import { addOrganisation } from '../../server/services/organisations.ts'
import { closeStoredRound, storeRespondents, storeRound } from '../../server/services/stored-rounds.ts'
import { type Archive, archiveText, normalised } from '../support/archives.ts'
import { type Figure, informs } from './figures.ts'
import { temporaryFolder } from './processes.ts'

const ROUNDS = 1_000

/** Whether an organisation with 1,000 rounds is the same after it went out, came in elsewhere and went out again; and how long that takes. */
export async function archiveFigures(): Promise<Figure[]> {
  const instruments = loadInstruments([join(DATA_ROOT, 'instruments')])
  const [here, there] = [await emptyDatabase(), await emptyDatabase()]
  const own = await organisationOf(here, instruments)
  const out = await timed(() => archiveText(here.database, own))
  const bytes = Buffer.from(out.value)
  const deps = { database: there.database, instruments, now: () => new Date() }
  const made = await timed(() => importOrganisation(deps, there.userId, bytes, 'en'))
  const again = await timed(() => archiveText(there.database, made.value.id))
  const [before, after] = [out.value, again.value].map((text) => normalised(JSON.parse(text) as Archive))
  const isSame = isDeepStrictEqual(before, after)
  const rounds = (after?.['round'] as unknown[] | undefined)?.length ?? 0
  await here.database.close()
  await there.database.close()
  return [
    {
      name: `archive of ${rounds.toLocaleString('en')} rounds: out, in and out again`,
      measured: isSame ? 'identical' : 'different',
      bar: 'identical',
      holds: isSame && rounds === ROUNDS,
    },
    informs('archive: out', `${out.seconds.toFixed(2)} s`),
    informs('archive: in', `${made.seconds.toFixed(2)} s`),
    informs('archive: size', `${(bytes.length / 1e6).toFixed(1)} MB`),
  ]
}

async function emptyDatabase(): Promise<{ database: Database; userId: string }> {
  const database = await openDatabase({ dataDir: temporaryFolder('bench-archive') })
  await migrate(database)
  const user = {
    email: 'bench@meervoud.example',
    name: 'Bench',
    locale: 'en',
    passwordHash: 'nobody signs in',
  } as const
  const userId = await database.db.transaction().execute((trx) => addUser(trx, user, new Date()))
  return { database, userId }
}

/** An organisation that held a round each week for twenty years, by name and anonymously in turns. */
async function organisationOf(
  { database, userId }: { database: Database; userId: string },
  instruments: ReturnType<typeof loadInstruments>,
): Promise<string> {
  const instrument = instruments.find('six-capitals', '1.0.0')
  if (instrument === undefined) throw new Error('there is no questionnaire')
  const itemIds = instrument.items.filter(({ inPulse }) => inPulse).map(({ id }) => id)
  const start = Date.parse('2006-01-02T09:00:00.000Z')
  return database.db.transaction().execute(async (trx) => {
    await publishInstruments(trx, instruments, new Date(start))
    const input = { name: 'Twenty years', kind: 'company', locale: 'nl' } as const
    const organisationId = await addOrganisation(trx, userId, input, new Date(start))
    for (let index = 0; index < ROUNDS; index += 1) {
      const at = new Date(start + index * 7 * 86_400_000)
      const mode = index % 2 === 0 ? 'open' : 'anonymous'
      const period = `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`
      const form = { instrument, horizons: ['now'], groups: [], expected: null, itemIds, period, mode, at } as const
      const round = await storeRound(trx, { ...form, organisationId, title: `Week ${index + 1}` })
      await storeRespondents(
        trx,
        round,
        Array.from({ length: 6 }, (_, person) => ({
          name: `Person ${person}`,
          group: null,
          answers: itemIds.map((_id, item) => '12345'[(person + item + index) % 5]).join(''),
        })),
      )
      await closeStoredRound({ database, instruments, now: () => at }, trx, round)
    }
    return organisationId
  })
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const start = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - start) / 1000 }
}
