import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeScope } from '../../server/auth/scope.ts'
import { hashSecret } from '../../server/auth/secrets.ts'
import { migrate, openDatabase } from '../../server/db/open.ts'
import { insertOrganisation } from '../../server/db/queries/organisations.ts'
import { loadInstruments } from '../../server/instruments.ts'
import { NOBODY_LISTENS } from '../../server/live/hub.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { publishInstruments } from '../../server/services/instruments.ts'
import { joinRound } from '../../server/services/join.ts'
import { createRound } from '../../server/services/rounds.ts'
import { createSheetStore } from '../../server/services/save-answers.ts'

/*
 * Saves answers through the product's own store, one after another, and says `ack <respondent> <seq>` on standard
 * output after each acknowledgement. It runs under strace; the second argument sets SQLite's `synchronous`.
 */
const SAVES = 400
const PEOPLE = 4
const [dataDir = '', synchronous = 'FULL'] = process.argv.slice(2)
const now = () => new Date()

const database = await openDatabase({ dataDir })
await migrate(database)
database.sqlite?.pragma(`synchronous = ${synchronous}`)
const instruments = loadInstruments([join(DATA_ROOT, 'instruments')])
await publishInstruments(database.db, instruments, now())
const deps = { database, instruments, now, live: NOBODY_LISTENS }
const organisationId = randomUUID()
await insertOrganisation(database.db, {
  id: organisationId,
  name: 'Bench',
  kind: 'company',
  locale: 'en',
  createdAt: now().toISOString(),
})
const { code } = await createRound(deps, makeScope(organisationId, randomUUID(), 'owner'), {
  instrument: { id: 'six-capitals', version: '1.0.0' },
  variant: 'full',
  period: '2026',
  horizons: ['now'],
  mode: 'anonymous',
  groups: [],
  draft: false,
})
const people = await Promise.all(Array.from({ length: PEOPLE }, () => joinRound(deps, { code: code ?? '' })))
const store = createSheetStore(deps)
for (let seq = 1; seq <= SAVES; seq += 1) {
  const person = people[seq % PEOPLE]
  if (person === undefined) continue
  await store.save(hashSecret(person.secret), [
    { opId: randomUUID(), itemId: 'i01', horizon: 'now', seq, rating: (seq % 5) + 1 },
  ])
  writeSync(1, `ack ${person.respondentId} ${seq}\n`)
}
// No closing: a checkpoint at the end would make everything durable.
process.kill(process.pid, 'SIGKILL')
