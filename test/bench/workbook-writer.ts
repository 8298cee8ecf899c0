import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { makeScope } from '../../server/auth/scope.ts'
import { openDatabase } from '../../server/db/open.ts'
import { roundWorkbook } from '../../server/export/round-files.ts'
import { loadInstruments } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { takeRound } from '../../server/services/round-exports.ts'

/*
 * Makes the workbook of one round in a process that does nothing else, as a server makes it, and tells how long that took
 * and how much memory the process ever held: `node workbook-writer.ts DATA_DIR ORGANISATION ROUND`.
 */
const [, , dataDir = '', organisationId = '', roundId = ''] = process.argv
const database = await openDatabase({ dataDir })
const instruments = loadInstruments([join(DATA_ROOT, 'instruments')])
const now = () => new Date()
const start = performance.now()
const scope = makeScope(organisationId, crypto.randomUUID(), 'owner')
const round = await takeRound({ database, instruments, now }, scope, roundId)
const file = roundWorkbook(round, { organisation: 'Bench', locale: 'nl', now: now(), version: 'bench' })
let bytes = 0
const nowhere = new Writable({
  write(part: Buffer, _encoding, done) {
    bytes += part.length
    done()
  },
})
await pipeline(Readable.from(file), nowhere)
const seconds = (performance.now() - start) / 1000
await database.close()
process.send?.({ seconds, bytes, peak: process.resourceUsage().maxRSS / 1000 })
