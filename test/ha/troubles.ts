import { atLeast, atMost, type Figure, informs } from '../bench/figures.ts'
import type { HaRoom } from './room.ts'
import { pause, until } from './running.ts'
import { TTL_SECONDS } from './settings.ts'

const CALM_MS = 5_000
const STALLED_MS = 1_000
const PATIENCE_SECONDS = 90
/** The leader is given up after the ttl; then the other one is made leader, HAProxy sees it, and a phone tries again. */
const MOST_GAP_SECONDS = TTL_SECONDS + 15
/** A call that was under way when the trouble began may still be answered. */
const UNDER_WAY_MS = 500

/** Tells who looks on what is going on. */
export type Say = (what: string) => void

/** How long writing went on before anything was killed, and how evenly. */
export async function calmFigures({ phones }: HaRoom): Promise<Figure[]> {
  const from = performance.now()
  await pause(CALM_MS)
  const gap = phones.longestGap(from, performance.now())
  return [informs('before any trouble: longest time without an acknowledged write', `${gap.toFixed(2)} s`)]
}

/**
 * Kills the leader, waits until every phone writes again, and lets the killed node come back.
 *
 * @param isStalled the leader sends nothing to the other node in its last second: what only it holds is not acknowledged.
 */
export async function loseLeader(room: HaRoom, name: string, isStalled: boolean, say: Say): Promise<Figure[]> {
  const { cluster, phones, across } = room
  const begun = performance.now()
  if (isStalled) await stallFor(room)
  const killed = await cluster.killLeader(() => phones.turnPage())
  const from = performance.now()
  say(`${name}: node ${killed.name} led and was killed`)
  const [, heard] = await Promise.all([everybodyWrites(room, from), heardAcross(across, from)])
  const gap = phones.longestGap(begun, performance.now())
  const longest = phones.longestWait(begun, performance.now())
  const { wrong, places } = await room.compare('leader')
  say(`${name}: everybody writes again; node ${killed.name} comes back`)
  cluster.startNode(killed)
  const whole = await cluster.whole()
  await pause(CALM_MS)
  return [
    atMost(`${name}: acknowledged answers lost or older, of ${places}`, wrong, 0, '', 0),
    atMost(`${name}: longest time without an acknowledged write`, gap, MOST_GAP_SECONDS, 's'),
    informs(`${name}: the longest that one phone waited`, `${longest.toFixed(1)} s`),
    atMost(`${name}: hints pass between both processes again after`, heard, MOST_GAP_SECONDS + 10, 's'),
    atMost(`${name}: the killed node holds all that is acknowledged again after`, whole, 60, 's'),
  ]
}

/** The node that follows hangs: until the leader gives it up, nothing can be acknowledged. */
export async function loseFollower(room: HaRoom, say: Say): Promise<Figure[]> {
  const { cluster, phones } = room
  const from = performance.now()
  const frozen = await cluster.freezeFollower(() => phones.turnPage())
  say(`node ${frozen.name} followed and stands still`)
  await everybodyWrites(room, from + TTL_SECONDS * 1_000)
  const gap = phones.longestGap(from, performance.now())
  cluster.restartNode(frozen)
  await cluster.whole()
  return [atMost('follower stood still: longest time without an acknowledged write', gap, MOST_GAP_SECONDS, 's')]
}

/** Hands the lead over, as for maintenance: nobody dies. */
export async function switchOver(room: HaRoom, say: Say): Promise<Figure[]> {
  const { cluster, phones } = room
  const from = performance.now()
  await cluster.switchOver(() => phones.turnPage())
  say('the other node was asked to lead')
  await everybodyWrites(room, performance.now())
  const gap = phones.longestGap(from, performance.now())
  const { wrong, places } = await room.compare('leader')
  await cluster.whole()
  return [
    atMost(`switched over on purpose: acknowledged answers lost or older, of ${places}`, wrong, 0, '', 0),
    atMost('switched over on purpose: longest time without an acknowledged write', gap, MOST_GAP_SECONDS, 's'),
  ]
}

/** Kills one of the two processes: the other one serves everybody. */
export async function loseMeervoud({ servers, phones }: HaRoom, say: Say): Promise<Figure[]> {
  const before = phones.tally.figures().streams.lost
  const lost = () => phones.tally.figures().streams.lost - before
  say('one Meervoud is killed')
  phones.turnPage()
  servers[0].process.kill('SIGKILL')
  const from = performance.now()
  await until('every phone writes again', PATIENCE_SECONDS, () => phones.allWroteAfter(from + UNDER_WAY_MS))
  const [gap, longest] = [phones.longestGap(from, performance.now()), phones.longestWait(from, performance.now())]
  await until('every event stream is back', PATIENCE_SECONDS, () => lost() > 0 && phones.allHeardAfter(from))
  const back = (performance.now() - from) / 1_000
  const streams = lost()
  await pause(CALM_MS)
  return [
    atMost('Meervoud killed: longest time without an acknowledged write', gap, 5, 's'),
    informs('Meervoud killed: the longest that one phone waited', `${longest.toFixed(1)} s`),
    atLeast('Meervoud killed: event streams that it held', streams, 1, 0),
    atMost('Meervoud killed: every event stream is back and hears again after', back, 15, 's'),
  ]
}

/** The control: without synchronous mode the same must lose something, or this test could not see a loss. */
export async function loseSome(room: HaRoom, say: Say): Promise<Figure[]> {
  await pause(CALM_MS)
  await stallFor(room)
  await room.cluster.killLeader(() => room.phones.turnPage())
  say('control: the leader was killed')
  await everybodyWrites(room, performance.now())
  const { wrong } = await room.compare('leader')
  return [atLeast('the same without synchronous mode, which must lose some: answers lost', wrong, 1, 0)]
}

async function stallFor({ cluster }: HaRoom): Promise<void> {
  await cluster.stallCopying()
  await pause(STALLED_MS)
}

function everybodyWrites({ phones }: HaRoom, from: number): Promise<number> {
  return until('every phone writes again', PATIENCE_SECONDS, () => phones.allWroteAfter(from + UNDER_WAY_MS))
}

async function heardAcross(across: HaRoom['across'], from: number): Promise<number> {
  await pause(UNDER_WAY_MS)
  await across.heardBothWays()
  return (performance.now() - from) / 1_000
}
