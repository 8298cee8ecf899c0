import { randomUUID } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BenchClient } from './client.ts'
import { atMost, type Figure, informs } from './figures.ts'
import { type BenchServer, startBenchServer, temporaryFolder } from './processes.ts'

/** Where Debian keeps the library that shows a process another time. */
const LIBRARIES = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
]
const HOUR = 3_600
const DAY = 24 * HOUR
const WRONG_PASSWORDS = 5

/** Where the clock jumps to while people answer: seconds beside the real time. */
const JUMPS = [
  0,
  HOUR,
  0,
  -HOUR,
  DAY,
  -DAY,
  secondsUntil('2027-03-28T00:59:50Z'),
  secondsUntil('2038-01-19T03:14:00Z'),
  0,
]

/**
 * The clock of the machine jumps, back and ahead, over a night in which summer time begins and past 2038, while people
 * answer: every answer that was acknowledged is there, sessions end when they should, and nobody stays locked out.
 */
export async function clockFigures(): Promise<Figure[]> {
  const library = LIBRARIES.find(existsSync)
  if (library === undefined) return [informs('clock jumps', 'not run: faketime is not installed')]
  const folder = temporaryFolder('clock')
  const clock = join(folder, 'clock')
  const setClock = (seconds: number) => writeFileSync(clock, `${seconds < 0 ? '' : '+'}${seconds}\n`)
  setClock(0)
  const server = await startBenchServer({
    DATA_DIR: join(folder, 'data'),
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_NO_CACHE: '1',
    // Timers are to go on as they do; only what time it is jumps.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  })
  try {
    const answers = await answersThroughJumps(server, setClock)
    const sessions = await sessionFaults(server, setClock)
    const lockOuts = await lockOutFaults(server, setClock)
    return [
      atMost(`${JUMPS.length} clock jumps: calls refused that should not be`, answers.refused, 0, '', 0),
      atMost(`${JUMPS.length} clock jumps: acknowledged answers lost`, answers.lost, 0, '', 0),
      atMost('clock jumps: sessions that are immortal or dead too soon', sessions, 0, '', 0),
      atMost('clock jumps: accounts that stay locked out', lockOuts, 0, '', 0),
    ]
  } finally {
    await server.stop()
  }
}

function secondsUntil(time: string): number {
  return Math.round((Date.parse(time) - Date.now()) / 1000)
}

async function answersThroughJumps(
  server: BenchServer,
  setClock: (seconds: number) => void,
): Promise<{ refused: number; lost: number }> {
  const client = new BenchClient(server.origin)
  await client.signIn()
  let refused = 0
  let lost = 0
  const { code } = await client.newRound({ horizons: ['now'] })
  const [early = ''] = await client.join(code, 1)
  let seq = 0
  for (const seconds of JUMPS) {
    setClock(seconds)
    const [fresh = ''] = await client.join(code, 1)
    for (const secret of [early, fresh]) {
      seq += 1
      const rating = (seq % 5) + 1
      const operations = [{ opId: randomUUID(), itemId: 'i01', horizon: 'now', seq, rating }]
      const headers = { authorization: `Respondent ${secret}`, 'content-type': 'application/json' }
      const url = `${server.origin}/api/response`
      const saved = await fetch(`${url}/answers`, { method: 'PUT', headers, body: JSON.stringify(operations) })
      const [told] = saved.ok ? ((await saved.json()) as { status: string }[]) : []
      if (told?.status !== 'applied') refused += 1
      const kept = (await (await fetch(url, { headers })).json()) as { answers: { i01?: { now?: { rating: number } } } }
      if (told?.status === 'applied' && kept.answers.i01?.now?.rating !== rating) lost += 1
    }
  }
  const round = await client.newRound({ horizons: ['now'] })
  await client.call('POST', `/api/organisations/${client.organisationId}/rounds/${round.id}/close`, {})
  return { refused, lost }
}

/** A session of an hour ago is good, also when the clock went back; one of more than twelve hours ago is not. */
async function sessionFaults(server: BenchServer, setClock: (seconds: number) => void): Promise<number> {
  let faults = 0
  for (const [seconds, isGood] of [
    [HOUR, true],
    [-HOUR, true],
    [13 * HOUR, false],
    [DAY, false],
  ] as const) {
    setClock(0)
    const cookie = await BenchClient.session(server.origin)
    setClock(seconds)
    const { ok } = await fetch(`${server.origin}/api/me`, { headers: { cookie } })
    if (ok !== isGood) faults += 1
  }
  setClock(0)
  return faults
}

/** Wrong passwords lock an account out for a quarter of an hour: not for the day that the clock went back. */
async function lockOutFaults(server: BenchServer, setClock: (seconds: number) => void): Promise<number> {
  setClock(DAY)
  for (let wrong = 0; wrong <= WRONG_PASSWORDS; wrong += 1)
    await BenchClient.trySession(server.origin, 'a wrong password')
  setClock(0)
  return (await BenchClient.session(server.origin)) === '' ? 1 : 0
}
