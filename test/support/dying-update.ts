import { migrate, openDatabase } from '../../server/db/open.ts'

/*
 * Brings the database of a folder up to date and kills itself (SIGKILL) before the statement with this number. It says
 * how many statements there were when it got to the end.
 */
const [dataDir = '', at = '0'] = process.argv.slice(2)
const database = await openDatabase({ dataDir })
const { sqlite } = database
if (sqlite === undefined) throw new Error('this is about the embedded database')
const { prepare, exec } = sqlite
let statements = 0
const count = () => {
  statements += 1
  if (statements === Number(at)) process.kill(process.pid, 'SIGKILL')
}
sqlite.prepare = ((source: string) => {
  count()
  return prepare.call(sqlite, source)
}) as typeof sqlite.prepare
sqlite.exec = (source: string) => {
  count()
  return exec.call(sqlite, source)
}
await migrate(database)
process.stdout.write(`${statements}\n`)
await database.close()
