import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hashPassword } from '../auth/passwords.ts'
import { makeJoinCode } from '../auth/secrets.ts'
import { type Config, loadConfig } from '../config.ts'
import { updatePasswordHash } from '../db/queries/users.ts'
import { buildDemo, demoKey } from '../demo/build.ts'
import { builtDemo, clearDemo, DEMO_FOLDER, finishDemo, refuseRealDatabase } from '../demo/folder.ts'
import { loadPark } from '../demo/park.ts'
import { loadDemoProgramme, roundsOf } from '../demo/programme-plan.ts'
import { loadInstruments } from '../instruments.ts'
import { DATA_ROOT } from '../paths.ts'
import { ProblemError } from '../problem.ts'
import { serve } from '../serve.ts'
import { text } from '../texts.ts'
import { PRODUCT_VERSION } from '../version.ts'
import { EXIT } from './exit.ts'
import { withDatabase, withNewDatabase } from './open-database.ts'
import { progressOf } from './progress.ts'
import { announce, untilTold } from './serve.ts'
import type { Terminal } from './terminal.ts'

const INSTRUMENT = { id: 'six-capitals', version: '1.0.0' } as const
const PARK_INSTRUMENT = { id: 'business-parks', version: '1.0.0' } as const

/** `meervoud demo`: serves a made-up park from a database of its own, and prints how to sign in. */
export async function demoCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      'build-only': { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
    },
  })
  const config = demoConfig(terminal, values.port)
  refuseRealDatabase(config.DATA_DIR)
  await buildWhenNeeded(config, terminal, values.fresh)
  if (values['build-only']) return EXIT.done
  const { park } = loadPark()
  const password = await newPassword(config, park.user.email)
  const server = await serve(config, { lan: false, demo: true })
  announce(server, terminal)
  terminal.say(text(terminal.locale, 'demo-sign-in', { email: park.user.email, password }))
  terminal.say(text(terminal.locale, 'demo-join', { address: `${server.origin}/d#${park.code}` }))
  await untilTold(terminal)
  await server.close()
  return EXIT.done
}

/** Of the environment only what says where to listen and where the demo is kept: the rest is about the real installation. */
function demoConfig({ env }: Terminal, port: string | undefined): Config {
  const names = ['PORT', 'HOST', 'DATA_DIR', 'LOG_LEVEL'].flatMap((name) => [name, `${name}_FILE`])
  const own = Object.fromEntries(names.map((name) => [name, env[name]]))
  if (own['DATA_DIR'] === undefined && own['DATA_DIR_FILE'] === undefined) own['DATA_DIR'] = DEMO_FOLDER
  if (port !== undefined) Object.assign(own, { PORT: port, PORT_FILE: undefined })
  return loadConfig(own)
}

async function buildWhenNeeded(config: Config, terminal: Terminal, isFresh: boolean): Promise<void> {
  const { locale } = terminal
  const instruments = loadInstruments([join(DATA_ROOT, 'instruments')])
  const instrument = instruments.find(INSTRUMENT.id, INSTRUMENT.version)
  const parkInstrument = instruments.find(PARK_INSTRUMENT.id, PARK_INSTRUMENT.version)
  if (instrument === undefined || parkInstrument === undefined) throw new ProblemError('unknown-instrument')
  const { park, source } = loadPark()
  const { programme, source: programmeSource } = loadDemoProgramme()
  const key = demoKey(PRODUCT_VERSION, [instrument, parkInstrument], source + programmeSource, locale)
  if (!isFresh && builtDemo(config.DATA_DIR) === key) return
  terminal.complain(text(locale, 'demo-building'))
  const ofPark = park.organisations.reduce((sum, { rounds }) => sum + rounds.length, 0)
  const onProgress = progressOf(terminal, 'demo-progress', ofPark + roundsOf(programme))
  const built = await withNewDatabase(
    config,
    () => clearDemo(config.DATA_DIR),
    (database) => buildDemo({ database, instruments, instrument, parkInstrument, park, programme, locale, onProgress }),
  )
  finishDemo(config.DATA_DIR, key)
  terminal.say(text(locale, 'demo-built', { ...built }))
}

/** A password for this run only: nobody else ever knew it, and the next start makes another. */
async function newPassword(config: Config, email: string): Promise<string> {
  const password = [makeJoinCode(), makeJoinCode(), makeJoinCode()].join('-')
  const passwordHash = await hashPassword(password)
  await withDatabase(config, ({ db }) => updatePasswordHash(db, email, passwordHash))
  return password
}
