import { migrateCommand } from './commands/migrate.ts'
import { serveCommand } from './commands/serve.ts'
import type { Terminal } from './commands/terminal.ts'
import { SETTINGS } from './config.ts'
import { ProblemError } from './problem.ts'
import { StartError } from './start-error.ts'
import { localeOfTerminal, text } from './texts.ts'
import { PRODUCT_VERSION } from './version.ts'

/** A command: thin, calls services, answers the exit code. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  migrate: migrateCommand,
}

/** Exit codes that scripts can trust. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const

/** Runs `meervoud <command>` and answers its exit code; what went wrong is one sentence on standard error. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const terminal: Terminal = {
    locale: localeOfTerminal(process.env),
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
    env: process.env,
  }
  const [name, ...args] = argv
  if (name === '--version') {
    terminal.say(PRODUCT_VERSION)
    return EXIT.done
  }
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.say(help(terminal))
    return name === undefined ? EXIT.wrongUse : EXIT.done
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    terminal.complain(text(terminal.locale, 'command-unknown', { name }))
    return EXIT.wrongUse
  }
  if (args.includes('--help')) {
    terminal.say(text(terminal.locale, `command-${name}-help`))
    return EXIT.done
  }
  try {
    return await command(args, terminal)
  } catch (error) {
    return explainFailure(error, terminal)
  }
}

function help({ locale }: Terminal): string {
  const commands = Object.keys(COMMANDS).map((name) => `  ${name.padEnd(16)}${text(locale, `command-${name}`)}`)
  const settings = SETTINGS.map(({ name, meaning }) => `  ${name.padEnd(16)}${meaning}`)
  return [text(locale, 'command-help'), '', ...commands, '', text(locale, 'command-settings'), '', ...settings].join(
    '\n',
  )
}

function explainFailure(error: unknown, { locale, complain }: Terminal): number {
  if (error instanceof StartError) {
    complain(text(locale, `start-${error.code}`, error.variables))
    for (const detail of error.details) complain(`  ${detail}`)
    return EXIT.failed
  }
  if (error instanceof ProblemError) {
    complain(text(locale, `problem-${error.code}`))
    for (const { pointer, detail } of error.errors) complain(`  ${pointer}: ${detail}`)
    return EXIT.failed
  }
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    complain(error.message)
    return EXIT.wrongUse
  }
  complain(text(locale, 'command-failed'))
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return EXIT.failed
}
