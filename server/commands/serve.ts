import { parseArgs } from 'node:util'
import { generate } from 'lean-qr'
import { loadConfig } from '../config.ts'
import { type RunningServer, serve } from '../serve.ts'
import { text } from '../texts.ts'
import { WrongUse } from './exit.ts'
import { requireRights } from './open-database.ts'
import type { Terminal } from './terminal.ts'

/** `meervoud serve`: serves until it is told to stop, and prints one address to open. */
export async function serveCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({ args: [...args], options: { lan: flag, tls: flag } })
  if (values.tls && !values.lan) throw new WrongUse('serve-tls-without-lan')
  const config = loadConfig(terminal.env)
  if (config.DATABASE_URL === undefined) requireRights(config.DATA_DIR)
  const server = await serve(config, { lan: values.lan, tls: values.tls, demo: false })
  warnOfLock(server, terminal)
  announce(server, terminal)
  await untilTold(terminal)
  await server.close()
  return 0
}

/** Prints where to open the product, and what phones in the room can scan. */
export function announce(
  server: Pick<RunningServer, 'address' | 'lanAddresses' | 'isSelfMade'>,
  { locale, say, isScreen }: Pick<Terminal, 'locale' | 'say' | 'isScreen'>,
): void {
  say(text(locale, 'serve-open', { address: server.address }))
  const [address, ...others] = server.lanAddresses
  if (address === undefined) return
  say(text(locale, 'serve-lan', { address }))
  say(generate(address).toString({ ...(isScreen === true ? ON_SCREEN : ON_PAPER), pad: 4 }))
  if (others.length > 0) say(text(locale, 'serve-lan-others', { addresses: others.join('  ') }))
  if (server.isSelfMade) say(text(locale, 'serve-lan-warning'))
}

/** Says when the database does not keep organisations apart by itself: the product does so all the same. */
function warnOfLock({ lock }: Pick<RunningServer, 'lock'>, { locale, complain }: Terminal): void {
  if (lock?.passedBy !== undefined) complain(text(locale, 'doctor-lock-passed', { role: lock.passedBy }))
  if (lock !== undefined && lock.open.length > 0) complain(text(locale, 'doctor-lock-open', { n: lock.open.length }))
}

// Phones read dark on light: on a screen, whose own colours may be the other way round, both are said.
const ON_SCREEN = { on: '\u001b[40m  \u001b[0m', off: '\u001b[107m  \u001b[0m' }
const ON_PAPER = { on: '\u2588\u2588', off: '  ' }

const LONGEST_STOP_MS = 10_000

/** Resolves on Ctrl-C or a polite kill. A second one, or ten seconds, ends the process at once. */
export function untilTold({ locale, complain }: Terminal): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      complain(text(locale, 'serve-stopping'))
      process.once('SIGINT', () => process.exit(1))
      process.once('SIGTERM', () => process.exit(1))
      setTimeout(() => {
        complain(text(locale, 'serve-cut-off', { seconds: LONGEST_STOP_MS / 1000 }))
        process.exit(1)
      }, LONGEST_STOP_MS).unref()
      resolve()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}
