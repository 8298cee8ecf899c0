import { type Simulation, simulatePhones } from '../../server/simulate/phones.ts'
import type { SimulationFigures } from '../../server/simulate/tally.ts'
import { atLeast, atMost, type Figure, informs } from './figures.ts'
import { addLiveRoom, type LiveRoom, openLiveRoom, STEADY } from './live-room.ts'

const HALL = 500
/** People in a hall take their phone, scan and press within so many seconds of each other. */
const JOIN_SECONDS = 10
const VOTE_SECONDS = 3
const ONE_ITEM = { variant: undefined, itemIds: ['i01'], horizons: ['now'] }

/** A hall behind one network address: everybody joins, follows, and votes within three seconds, and then in one instant. */
export async function hallFigures(): Promise<Figure[]> {
  const room = await openLiveRoom('hall', ONE_ITEM)
  const spread = await vote(room, VOTE_SECONDS, JOIN_SECONDS)
  const atOnce = await vote(await addLiveRoom(room.server, ONE_ITEM), 0, 0)
  await room.server.stop()
  const { calls, ages, acknowledged, streams } = spread
  return [
    atMost(`hall of 500: errors${namesOf(spread)}`, errorsOf(spread), 0, '', 0),
    atMost('hall of 500: refused as too many (429)', spread.tooMany, 0, '', 0),
    atLeast('hall of 500: event streams open at once', streams.opened, HALL, 0),
    atLeast('hall of 500: votes acknowledged', acknowledged.applied, HALL, 0),
    atMost('hall of 500: join p95', calls.join.p95 ?? Infinity, 1_000, 'ms'),
    atMost('hall of 500: vote p95', calls.answers.p95 ?? Infinity, 500, 'ms'),
    informs('hall of 500: event age p99', `${Math.round(ages.p99 ?? NaN)} ms`),
    informs('hall of 500: the state after a hint, p95', `${Math.round(calls.wall.p95 ?? NaN)} ms`),
    informs('hall of 500, all in one instant: join p95', `${Math.round(atOnce.calls.join.p95 ?? NaN)} ms`),
    informs('hall of 500, all in one instant: vote p95', `${Math.round(atOnce.calls.answers.p95 ?? NaN)} ms`),
    atMost(`hall of 500, all in one instant: errors${namesOf(atOnce)}`, errorsOf(atOnce) + atOnce.tooMany, 0, '', 0),
  ]
}

async function vote(room: LiveRoom, voteSeconds: number, joinSeconds: number): Promise<SimulationFigures> {
  const { promise: begin, resolve: go } = Promise.withResolvers<void>()
  const pace = { ...STEADY, joinSeconds, answerSeconds: voteSeconds }
  const simulation = simulatePhones({ origin: room.server.origin, code: room.code, phones: HALL, pace, begin })
  await allIn(simulation)
  go()
  await simulation.answered
  return simulation.stop()
}

/** Everybody follows the round and has looked at its state once: what comes next is measured by itself. */
async function allIn({ joined, connected, figures }: Simulation): Promise<void> {
  await joined
  await connected
  while (figures().calls.wall.count < figures().joined) await new Promise((resolve) => setTimeout(resolve, 50))
}

const SUBMITTING = 300
const SUBMIT_SECONDS = 2

/** The end of a questionnaire: 300 phones that were offline hand in everything, each at a moment within two seconds. */
export async function submitFigures(): Promise<Figure[]> {
  const room = await openLiveRoom('submit', { variant: 'pulse', horizons: ['now'] })
  const { promise: begin, resolve: go } = Promise.withResolvers<void>()
  const pace = { ...STEADY, joinSeconds: 3, answerSeconds: SUBMIT_SECONDS, batch: 50 }
  const simulation = simulatePhones({ origin: room.server.origin, code: room.code, phones: SUBMITTING, pace, begin })
  await allIn(simulation)
  const start = performance.now()
  go()
  await simulation.answered
  const seconds = (performance.now() - start) / 1_000
  const figures = await simulation.stop()
  await room.server.stop()
  return [
    atMost(`300 phones submit: errors${namesOf(figures)}`, errorsOf(figures) + figures.tooMany, 0, '', 0),
    atLeast('300 phones submit: answers acknowledged', figures.acknowledged.applied, SUBMITTING * 24, 0),
    atMost('300 phones submit within 2 s: all acknowledged and finished after', seconds, 3, 's', 2),
    informs('300 phones submit: p95 of one call', `${Math.round(figures.calls.answers.p95 ?? NaN)} ms`),
  ]
}

function errorsOf({ errors, streams }: SimulationFigures): number {
  return Object.values(errors).reduce((sum, count) => sum + count, 0) + streams.lost
}

function namesOf({ errors }: SimulationFigures): string {
  return Object.keys(errors)
    .map((name) => `, ${name}`)
    .join('')
}
