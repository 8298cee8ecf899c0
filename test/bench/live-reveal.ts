import { simulatePhones } from '../../server/simulate/phones.ts'
import { atLeast, atMost, type Figure, informs } from './figures.ts'
import { openLiveRoom, STEADY } from './live-room.ts'

const HALL = 500
const VOTE_SECONDS = 12
const LOOK_EVERY_MS = 50
const PATIENCE_MS = 40_000

/** A hall sees the result of all 48 items on 500 phones at the same moment, and then votes again on three of them. */
export async function revealFigures(): Promise<Figure[]> {
  const room = await openLiveRoom('reveal')
  const pace = { ...STEADY, joinSeconds: 8, answerSeconds: 5, voteSeconds: VOTE_SECONDS, batch: 50 }
  const seen = { closed: 0, voted: 0 }
  const onEvent = (event: string) => {
    if (event === 'closed' || event === 'voted') seen[event] += 1
  }
  const simulation = simulatePhones({ origin: room.server.origin, code: room.code, phones: HALL, pace, onEvent })
  await simulation.answered
  await room.order({ do: 'close' })
  await until(() => seen.closed === HALL)
  const start = performance.now()
  await room.order({ do: 'reveal' })
  await until(() => simulation.figures().calls.revealed.count >= HALL)
  const shown = (performance.now() - start) / 1_000
  await room.order({ do: 'vote', itemIds: ['i01', 'i02', 'i03'] })
  await until(() => seen.voted === HALL)
  const { errors, streams, tooMany } = await simulation.stop()
  await room.server.stop()
  const count = Object.values(errors).reduce((sum, one) => sum + one, tooMany + streams.lost)
  return [
    atMost('reveal to 500 phones: errors', count, 0, '', 0),
    atLeast('reveal to 500 phones: voted again afterwards', seen.voted, HALL, 0),
    informs('reveal to 500 phones: the last one has the result after', `${shown.toFixed(1)} s`),
  ]
}

/** Waits until it is so; gives up in silence, because the figure then says it. */
async function until(isSo: () => boolean): Promise<void> {
  const giveUp = performance.now() + PATIENCE_MS
  while (!isSo() && performance.now() < giveUp) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
}
