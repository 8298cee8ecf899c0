import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import type { Database } from '../db/open.ts'
import { insertSystemEvent } from '../db/queries/audit.ts'
import { listOperators } from '../db/queries/operators.ts'
import { findUserByEmail, updateOperator } from '../db/queries/users.ts'
import { plainEmail } from '../services/accounts.ts'
import { StartError } from '../start-error.ts'
import { text } from '../texts.ts'
import { EXIT, WrongUse } from './exit.ts'
import { withDatabaseToRead } from './open-database.ts'
import type { Terminal } from './terminal.ts'

/** `meervoud operator list|add|remove`: who runs the installation, also while the server runs. */
export async function operatorCommand(args: readonly string[], { env, locale, say }: Terminal): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [what, email, ...others] = positionals
  const config = loadConfig(env)
  if (what === 'list' && email === undefined) {
    const operators = await withDatabaseToRead(config, ({ db }) => listOperators(db))
    if (operators.length === 0) say(text(locale, 'operator-none'))
    for (const operator of operators) say(`${operator.email}  ${operator.name}`)
    return EXIT.done
  }
  if ((what !== 'add' && what !== 'remove') || email === undefined || others.length > 0)
    throw new WrongUse('operator-wrong-use')
  const address = plainEmail(email)
  // The server may be running: its transactions start again when this one comes in between.
  await withDatabaseToRead(config, (database) => change(database, address, what === 'add'))
  say(text(locale, what === 'add' ? 'operator-added' : 'operator-removed', { email: address }))
  return EXIT.done
}

/** Whoever uses the command has the computer: the log says what was done, and nobody's name. */
async function change({ db }: Database, email: string, isNow: boolean): Promise<void> {
  const user = await findUserByEmail(db, email)
  if (user === undefined) throw new StartError('user-unknown', { email })
  await db.transaction().execute(async (trx) => {
    await updateOperator(trx, user.id, isNow)
    const action = isNow ? 'operator.add' : 'operator.remove'
    await insertSystemEvent(trx, { userId: null, action, object: user.id, at: new Date() })
  })
}
