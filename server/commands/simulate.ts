import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import type { RevealedView } from '../contract/workshops.ts'
import { ProblemError } from '../problem.ts'
import { PhoneLine } from '../simulate/line.ts'
import { openOwnRoom } from '../simulate/own-room.ts'
import type { Pace } from '../simulate/pace.ts'
import { type Simulation, simulatePhones } from '../simulate/phones.ts'
import type { SimulationFigures } from '../simulate/tally.ts'
import { wait } from '../simulate/wait.ts'
import { StartError } from '../start-error.ts'
import { text } from '../texts.ts'
import { EXIT, WrongUse } from './exit.ts'
import { progressOf } from './progress.ts'
import type { Terminal } from './terminal.ts'

const MOST_PHONES = 1_000
const MOST_SECONDS = 3_600
/** Who is still not done after so many times the time that it should take never will be. */
const PATIENCE = 3
const PATIENCE_SECONDS = 60

interface Request {
  readonly phones: number
  readonly seconds: number
  readonly seed: string
  /** undefined: a server of its own. */
  readonly room: { readonly origin: string; readonly code: string } | undefined
  readonly ca: string | undefined
  readonly stays: boolean
}

/** `meervoud simulate`: lets simulated phones take part in a round, of a server that runs or of one of its own. */
export async function simulateCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const request = readRequest(args, terminal)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    return request.room === undefined
      ? await inOwnRoom(request, stopping.signal, terminal)
      : await inRoom(request, request.room, stopping.signal, terminal)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

async function inOwnRoom(request: Request, signal: AbortSignal, terminal: Terminal): Promise<number> {
  const { locale, say } = terminal
  const [organisation, round] = [text(locale, 'simulate-organisation'), text(locale, 'simulate-round')]
  const room = await openOwnRoom({ organisation, round, locale })
  try {
    say(text(locale, 'simulate-own-server', { address: room.origin }))
    say(text(locale, 'simulate-wall', { address: room.wallUrl }))
    const simulation = begin(request, room, signal, terminal)
    const isDone = await untilDone(simulation, request, signal)
    const revealed = isDone && !signal.aborted ? await room.closeAndReveal(signal) : undefined
    const code = report(await simulation.stop(), isDone, terminal)
    if (revealed !== undefined) sayRevealed(revealed, terminal)
    return revealed === undefined ? EXIT.failed : code
  } finally {
    await room.remove()
  }
}

async function inRoom(
  request: Request,
  room: { readonly origin: string; readonly code: string },
  signal: AbortSignal,
  terminal: Terminal,
): Promise<number> {
  await refuseWrongRoom(request, room)
  const simulation = begin(request, room, signal, terminal)
  const isDone = await untilDone(simulation, request, signal)
  if (request.stays && isDone && !signal.aborted) {
    terminal.say(text(terminal.locale, 'simulate-stays'))
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  }
  return report(await simulation.stop(), isDone, terminal)
}

/** Sixty phones that all fail say less than one sentence. */
async function refuseWrongRoom({ ca }: Request, { origin, code }: { origin: string; code: string }): Promise<void> {
  const line = new PhoneLine(origin, ca)
  const { status, fault } = await line.call({ method: 'POST', path: '/api/join/preview', body: { code } })
  line.close()
  if (fault === 'wrong-code') throw new ProblemError('wrong-code')
  if (status !== 200) throw new StartError('server-unreachable', { address: origin }, { details: [fault ?? 'no JSON'] })
}

function begin(
  { ca, phones, seconds, seed }: Request,
  { origin, code }: { origin: string; code: string },
  signal: AbortSignal,
  terminal: Terminal,
): Simulation {
  terminal.say(text(terminal.locale, 'simulate-begins', { n: phones, address: origin }))
  const onProgress = progressOf(terminal, 'simulate-progress', phones)
  let finished = 0
  const onEvent = (event: string) => {
    if (event === 'finished') finished += 1
    onProgress(finished)
  }
  return simulatePhones({ origin, code, phones, pace: paceOf(seconds), seed, signal, onEvent, ...(ca && { ca }) })
}

function paceOf(seconds: number): Pace {
  const joinSeconds = Math.min(10, seconds / 6)
  return {
    joinSeconds,
    answerSeconds: seconds - joinSeconds,
    voteSeconds: Math.min(30, seconds / 2),
    // The server takes the pace of a person: who has less than a minute sends several answers in one call.
    batch: seconds < 60 ? 5 : 1,
    stopShare: 0.06,
    lossShare: 0.06,
  }
}

/** False when phones are still at it long after the time. */
async function untilDone({ answered }: Simulation, { seconds }: Request, signal: AbortSignal): Promise<boolean> {
  const enough = new AbortController()
  const isDone = answered.then(() => true)
  const isLate = wait((seconds * PATIENCE + PATIENCE_SECONDS) * 1_000, AbortSignal.any([signal, enough.signal]))
  const result = await Promise.race([isDone, isLate.then(() => false)])
  enough.abort()
  return result
}

/** Says in words what happened; the exit code says whether all went well. */
function report(figures: SimulationFigures, isDone: boolean, { locale, say, complain }: Terminal): number {
  const { acknowledged, ages, calls, errors, finished, joined, phones, tooMany, voted } = figures
  const received = acknowledged.applied + acknowledged.duplicate
  say(text(locale, 'simulate-phones', { joined, phones, finished }))
  say(text(locale, 'simulate-joining', { median: whole(calls.join.median), slowest: whole(calls.join.slowest) }))
  const { median, p99 } = calls.answers
  say(text(locale, 'simulate-answers', { n: received, median: whole(median), slowest: whole(p99) }))
  say(text(locale, 'simulate-hints', { n: ages.count, slowest: whole(ages.p99) }))
  if (voted > 0) say(text(locale, 'simulate-voted', { n: voted }))
  const faults = Object.entries({ ...errors, ...(tooMany > 0 && { '429': tooMany }) })
  const isWell = isDone && joined === phones && faults.length === 0
  if (isWell) say(text(locale, 'simulate-no-errors'))
  else complain(text(locale, 'simulate-errors', { n: faults.reduce((sum, [, count]) => sum + count, 0) }))
  for (const [what, count] of faults) complain(`  ${count} x ${what}`)
  if (!isDone) complain(text(locale, 'simulate-not-done'))
  return isWell ? EXIT.done : EXIT.failed
}

function sayRevealed({ results }: RevealedView, { locale, say }: Terminal): void {
  const divided = results.items.filter(({ agreement }) => agreement.word === 'divided').length
  say(text(locale, 'simulate-revealed', { n: results.n, divided, items: results.items.length }))
}

/** Whole milliseconds, or a dash: what never happened took no time. */
function whole(ms: number | null): string | number {
  return ms === null ? '-' : Math.round(ms)
}

function readRequest(args: readonly string[], terminal: Terminal): Request {
  const { values } = parseArgs({
    args: [...args],
    options: {
      phones: { type: 'string', default: '12' },
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      join: { type: 'string' },
      server: { type: 'string' },
      ca: { type: 'string' },
      stay: { type: 'boolean', default: false },
    },
  })
  if (values.join === undefined && (values.server ?? values.ca) !== undefined)
    throw new WrongUse('command-option-needed', { option: '--join' })
  return {
    phones: numberIn('--phones', values.phones, MOST_PHONES),
    seconds: numberIn('--seconds', values.seconds, MOST_SECONDS),
    seed: values.seed,
    room: values.join === undefined ? undefined : roomOf(values.join, values.server, terminal),
    ca: values.ca === undefined ? undefined : readCertificate(values.ca),
    stays: values.stay,
  }
}

function numberIn(option: string, value: string, most: number): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new WrongUse('command-option-number', { option, most })
}

/** A code alone belongs to the server that runs here, unless `--server` names another. */
function roomOf(join: string, server: string | undefined, { env }: Terminal): { origin: string; code: string } {
  if (!join.includes('://')) {
    const { PORT } = loadConfig(env)
    return { origin: originOf(server ?? `http://127.0.0.1:${PORT}`), code: join }
  }
  const origin = originOf(join)
  return { origin: server === undefined ? origin : originOf(server), code: new URL(join).hash.slice(1) }
}

function originOf(address: string): string {
  const isAddress = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
  if (!isAddress) throw new WrongUse('simulate-no-address', { address })
  return new URL(address).origin
}

function readCertificate(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new StartError('file-unreadable', { path }, { cause })
  }
}
