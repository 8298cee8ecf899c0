import { openDatabase } from '../../server/db/open.ts'
import { openLedger } from '../../server/erasure-ledger.ts'
import { erase, sweepErased } from '../../server/services/erasures.ts'

/*
 * Erases an organisation in a process of its own, for tests that kill it: `node erase-child.ts <folder> <id>`. It says
 * `ready` before, `erased` after, and `swept` at the end.
 */

const [dataDir = '', organisationId = ''] = process.argv.slice(2)
const database = await openDatabase({ dataDir })
const now = () => new Date()
process.stdout.write('ready\n')
await erase({ database, ledger: openLedger(dataDir), now }, { kind: 'organisation', erased: organisationId }, null)
process.stdout.write('erased\n')
await sweepErased({ database, now }, 'now')
process.stdout.write('swept\n')
await database.close()
