import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { plainEmail } from '../services/accounts.ts'
import { helpToSignIn } from '../services/sign-in-help.ts'
import { text } from '../texts.ts'
import { EXIT, WrongUse } from './exit.ts'
import { withDatabaseToRead } from './open-database.ts'
import type { Terminal } from './terminal.ts'

/** `meervoud sign-in-help EMAIL`: for who cannot get in any more, also while the server runs. */
export async function signInHelpCommand(args: readonly string[], { env, locale, say }: Terminal): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [email, ...others] = positionals
  if (email === undefined || others.length > 0) throw new WrongUse('sign-in-help-wrong-use')
  const config = loadConfig(env)
  const { token, expiresAt } = await withDatabaseToRead(config, ({ db }) => helpToSignIn(db, email, new Date()))
  const origin = config.PUBLIC_ORIGIN ?? `http://${config.HOST}:${config.PORT}`
  say(text(locale, 'sign-in-help-done', { email: plainEmail(email), until: new Date(expiresAt) }))
  say(`  ${origin}/reset#t=${token}`)
  return EXIT.done
}
