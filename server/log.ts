import type { FastifyServerOptions } from 'fastify'

/** Where lines of the log go: one call for each. */
export interface LogSink {
  write(line: string): void
}

const MOST_CAUSES = 5
/** Texts between quotes or brackets in a message: databases and parsers put there what somebody typed. */
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\([^)]*\)/g
/** Addresses of people, and what is long enough to be a token. */
const TELLING = /[^\s@]+@[^\s@]+|[\w-]{24,}/g

/** An error as the log tells it; a type and no interface, as the logger takes any field. */
type LoggedError = {
  readonly type: string
  readonly code: string | undefined
  readonly message: string
  /** Where it happened: files and lines, without the message. */
  readonly stack: string
  readonly causes: readonly string[]
}

/**
 * Options for the logger. The log tells what failed and where, and never what somebody typed, sent or holds: it writes
 * neither requests nor bodies, and of an error only what comes from the program. Errors carry more than they seem to:
 * those of a connection hold every byte of the request, those of a database the row.
 *
 * @param sink where the lines go; the standard output when it is left out.
 */
export function loggerOptions(level: string, sink?: LogSink): NonNullable<FastifyServerOptions['logger']> {
  const serializers = {
    err: loggedError,
    error: loggedError,
    // Whoever logs one of these whole gets no address with a token in it, and no header.
    req: ({ method }: { method: string }) => ({ method }),
    res: ({ statusCode }: { statusCode?: number }) => ({ statusCode: statusCode ?? 0 }),
  }
  return { level, serializers, ...(sink && { stream: sink }) }
}

/** What the log may tell of an error. */
export function loggedError(error: unknown): LoggedError {
  const { type, code, message } = told(error)
  const causes: string[] = []
  for (let cause = causeOf(error); cause !== undefined && causes.length < MOST_CAUSES; cause = causeOf(cause)) {
    const { type: kind, code: which, message: what } = told(cause)
    causes.push([kind, which, what].filter((part) => part !== undefined).join(': '))
  }
  return { type, code, message, stack: framesOf(error), causes }
}

function told(error: unknown): { type: string; code: string | undefined; message: string } {
  if (!(error instanceof Error)) return { type: typeof error, code: undefined, message: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  // Of several lines the first says what is wrong; the others show the value.
  const [line = ''] = error.message.split('\n')
  return { type: error.name, code, message: line.replace(QUOTED, '…').replace(TELLING, '…').slice(0, 300) }
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined
}

function framesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  return lines.filter((line) => /^\s+at /.test(line)).join('\n')
}
