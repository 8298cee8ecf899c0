import { simulatePhones } from '../../server/simulate/phones.ts'
import type { SimulationFigures } from '../../server/simulate/tally.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { atLeast, atMost, type Figure, informs, percentile95 } from './figures.ts'
import { type LiveRoom, lead, openLiveRoom, STEADY } from './live-room.ts'
import { BenchWall, type WallFigures } from './live-wall.ts'
import { startBenchServer, temporaryFolder } from './processes.ts'

const PHONES = 60
const ITEMS = 48
const JOIN_SECONDS = 5
const ANSWER_SECONDS = 55

interface Meeting {
  readonly phones: SimulationFigures
  readonly wall: WallFigures
  readonly presses: readonly number[]
}

/** A full room: 60 phones with 48 answers in a minute, a projector, and a facilitator who presses all the time. */
export async function meetingFigures(): Promise<Figure[]> {
  const room = await openLiveRoom('meeting', { horizons: ['now'] })
  const { phones, wall, presses } = await meet(room)
  await room.server.stop()
  return [
    ...figuresOf('60 phones', phones),
    atMost('60 phones: write p99', phones.calls.answers.p99 ?? Infinity, 150, 'ms'),
    atMost('60 phones: join p95', phones.calls.join.p95 ?? Infinity, 300, 'ms'),
    atMost('60 phones: event age p99 on phones', phones.ages.p99 ?? Infinity, 500, 'ms'),
    atMost('60 phones: event age p99 on the wall', wall.ages.p99 ?? Infinity, 500, 'ms'),
    informs('60 phones: the wall reads, p95', `${Math.round(wall.reads.p95 ?? NaN)} ms of ${wall.reads.count}`),
    informs('60 phones: a command, p95', `${Math.round(percentile95(presses))} ms of ${presses.length}`),
  ]
}

/** The same on PostgreSQL with two server processes: phones write to one, and follow the other. */
export async function twoServersFigures(): Promise<Figure[]> {
  const postgres = await startPostgres()
  try {
    const env = { DATABASE_URL: postgres.url }
    const room = await openLiveRoom('postgres', { horizons: ['now'] }, env)
    const second = await startBenchServer({ DATA_DIR: temporaryFolder('live-postgres'), ...env })
    const { phones, wall } = await meet(room, second.origin)
    await second.stop()
    await room.server.stop()
    return [
      ...figuresOf('two servers on PostgreSQL', phones),
      atMost('two servers on PostgreSQL: event age p99 on phones', phones.ages.p99 ?? Infinity, 500, 'ms'),
      atMost('two servers on PostgreSQL: event age p99 on the wall', wall.ages.p99 ?? Infinity, 500, 'ms'),
      informs('two servers on PostgreSQL: write p99', `${Math.round(phones.calls.answers.p99 ?? NaN)} ms`),
      informs('two servers on PostgreSQL: join p95', `${Math.round(phones.calls.join.p95 ?? NaN)} ms`),
    ]
  } finally {
    await postgres.stop()
  }
}

async function meet(room: LiveRoom, streamOrigin = room.server.origin): Promise<Meeting> {
  const wall = await BenchWall.open(room, streamOrigin)
  const pace = { ...STEADY, joinSeconds: JOIN_SECONDS, answerSeconds: ANSWER_SECONDS }
  const simulation = simulatePhones({ origin: room.server.origin, streamOrigin, code: room.code, phones: PHONES, pace })
  await simulation.joined
  const leading = new AbortController()
  const presses = lead(room, leading.signal)
  await simulation.answered
  leading.abort()
  return { presses: await presses, phones: await simulation.stop(), wall: await wall.stop() }
}

function figuresOf(name: string, figures: SimulationFigures): Figure[] {
  const { acknowledged, errors, streams, tooMany } = figures
  const count = Object.values(errors).reduce((sum, one) => sum + one, 0) + streams.lost + tooMany
  return [
    atMost(`${name}: errors${Object.keys(errors).map((what) => `, ${what}`)}`, count, 0, '', 0),
    atLeast(`${name}: answers acknowledged`, acknowledged.applied, PHONES * ITEMS, 0),
  ]
}
