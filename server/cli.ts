import { auditCommand } from './commands/audit.ts'
import { backupCommand } from './commands/backup.ts'
import { copyCommand } from './commands/copy.ts'
import { demoCommand } from './commands/demo.ts'
import { doctorCommand } from './commands/doctor.ts'
import { erasuresCommand } from './commands/erasures.ts'
import { EXIT, WrongUse } from './commands/exit.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { importAnswersCommand } from './commands/import-answers.ts'
import { migrateCommand } from './commands/migrate.ts'
import { operatorCommand } from './commands/operator.ts'
import { restoreCommand } from './commands/restore.ts'
import { serveCommand } from './commands/serve.ts'
import { signInHelpCommand } from './commands/sign-in-help.ts'
import { simulateCommand } from './commands/simulate.ts'
import { linesBelow, type Terminal } from './commands/terminal.ts'
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
  demo: demoCommand,
  'import-answers': importAnswersCommand,
  export: exportCommand,
  import: importCommand,
  backup: backupCommand,
  restore: restoreCommand,
  copy: copyCommand,
  erasures: erasuresCommand,
  doctor: doctorCommand,
  operator: operatorCommand,
  'sign-in-help': signInHelpCommand,
  audit: auditCommand,
  simulate: simulateCommand,
}

/** The terminal of this process. */
const OWN_TERMINAL: Terminal = {
  locale: localeOfTerminal(process.env),
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  isScreen: process.stdout.isTTY === true,
  env: process.env,
}

/** Runs `meervoud <command>` and answers its exit code; what went wrong is one sentence on standard error. */
export async function runCommand(argv: readonly string[], terminal: Terminal = OWN_TERMINAL): Promise<number> {
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
    return explainFailure(name, error, terminal)
  }
}

function help({ locale }: Terminal): string {
  const commands = inColumns(Object.keys(COMMANDS).map((name) => [name, text(locale, `command-${name}`)]))
  const settings = inColumns(SETTINGS.map(({ name }) => [name, text(locale, settingText(name))]))
  return [text(locale, 'command-help'), '', ...commands, '', text(locale, 'command-settings'), '', ...settings].join(
    '\n',
  )
}

function inColumns(rows: readonly (readonly [name: string, about: string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return rows.map(([name, about]) => `  ${name.padEnd(width)}${about}`)
}

function explainFailure(name: string, error: unknown, { locale, complain }: Terminal): number {
  if (error instanceof StartError) {
    complain(text(locale, `start-${error.code}`, error.variables))
    for (const line of linesBelow(error, locale)) complain(`  ${line}`)
    return EXIT.failed
  }
  if (error instanceof ProblemError) {
    complain(text(locale, `problem-${error.code}`))
    for (const { pointer, detail } of error.errors)
      complain(pointer === '' ? `  ${detail}` : `  ${placeOf(pointer, locale)}: ${detail}`)
    return EXIT.failed
  }
  const misused = error instanceof WrongUse ? text(locale, error.id, error.variables) : faultyOption(error, locale)
  if (misused !== undefined) {
    complain(text(locale, 'command-wrong-use', { name }))
    complain(`  ${misused}`)
    return EXIT.wrongUse
  }
  complain(text(locale, 'command-failed'))
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return EXIT.failed
}

/** Id of the text about a setting: `setting-data-dir` for DATA_DIR. */
function settingText(name: string): string {
  return `setting-${name.toLowerCase().replaceAll('_', '-')}`
}

/** A line of a file in the reader's language; another place as it is. */
function placeOf(pointer: string, locale: Terminal['locale']): string {
  const line = /^line (\d+)$/.exec(pointer)?.[1]
  return line === undefined ? pointer : text(locale, 'command-line', { line })
}

/** What `parseArgs` found wrong; undefined for any other error. It names what was typed in quotes, in English only. */
function faultyOption(error: unknown, locale: Terminal['locale']): string | undefined {
  if (!(error instanceof TypeError && 'code' in error)) return undefined
  const typed = /'(-.*?|.*)(?: <value>)?'/s.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return text(locale, 'command-option-unknown', { option: typed })
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return text(locale, 'command-word-unexpected', { word: typed })
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return text(locale, takesValue(error) ? 'command-option-empty' : 'command-option-no-value', { option: typed })
    default:
      return undefined
  }
}

function takesValue({ message }: Error): boolean {
  return !message.endsWith('does not take an argument')
}
