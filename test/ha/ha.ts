import { atLeast, atMost, type Figure, informs, printFigures } from '../bench/figures.ts'
import { type HaRoom, isRunning, openHaRoom } from './room.ts'
import { Stage } from './running.ts'
import { calmFigures, loseFollower, loseLeader, loseMeervoud, loseSome, switchOver } from './troubles.ts'

/*
 * Second half of `npm run test:ha`: two database nodes under Patroni in synchronous mode, two Meervoud processes, HAProxy
 * before both, and 60 phones that write. The leader of the database is killed twice, the follower stands still once, the
 * leader hands over, and one Meervoud is killed; then the control without synchronous mode. One row for each figure; exit 1 when one is short.
 */

/** What a phone may meet while something is away: each is tried again. HAProxy says 502 and 503 when nobody is behind it. */
const PASSES = /: (database-away|timeout|status 50[234]|network \w+)$/

const stage = new Stage()
const figures: Figure[] = []
try {
  await measure()
  await control()
} catch (error) {
  console.error(error)
  console.error(stage.logs())
  figures.push({ name: 'could not be measured to the end', measured: 'failed', bar: '-', holds: false })
}
process.exit(printFigures(figures))

async function measure(): Promise<void> {
  say('two database nodes, etcd, HAProxy and two Meervoud processes')
  const room = await openHaRoom(stage, true)
  say('60 phones write')
  figures.push(...(await calmFigures(room)))
  figures.push(...(await loseLeader(room, 'leader killed', false, say)))
  figures.push(...(await loseLeader(room, 'leader killed whose copying had stalled', true, say)))
  figures.push(...(await loseFollower(room, say)))
  figures.push(...(await switchOver(room, say)))
  const died = room.servers.filter((server) => !isRunning(server)).length
  figures.push(atMost('Meervoud processes that ended because the database went away', died, 0, '', 0))
  figures.push(...(await loseMeervoud(room, say)))
  figures.push(...(await endFigures(room)))
}

async function endFigures(room: HaRoom): Promise<Figure[]> {
  const { acknowledged, errors } = await room.phones.stop()
  const [leader, follower] = [await room.compare('leader'), await room.compare('follower')]
  await room.close()
  const failed = Object.entries(errors).filter(([what]) => !PASSES.test(what))
  return [
    atMost(`at the end: acknowledged answers lost or older, of ${leader.places}`, leader.wrong, 0, '', 0),
    atMost('at the end: the same on the node that follows', follower.wrong, 0, '', 0),
    atLeast('answers acknowledged', acknowledged.applied + acknowledged.duplicate, 10_000, 0),
    informs('of these found to be stored when they were sent again', `${acknowledged.duplicate}`),
    atMost('calls refused with something else than "come back later"', sum(failed), 0, '', 0),
    informs('calls that were tried again', told(errors)),
  ]
}

async function control(): Promise<void> {
  say('control: the same without synchronous mode')
  stage.clear()
  const room = await openHaRoom(stage, false)
  figures.push(...(await loseSome(room, say)))
  await room.phones.stop()
  await room.close()
}

function sum(counts: readonly (readonly [string, number])[]): number {
  return counts.reduce((total, [, count]) => total + count, 0)
}

function told(errors: Readonly<Record<string, number>>): string {
  const parts = Object.entries(errors).map(([what, count]) => `${count} ${what}`)
  return parts.length === 0 ? 'none' : parts.join(', ')
}

function say(what: string): void {
  console.log(`${(performance.now() / 1_000).toFixed(0).padStart(4)} s  ${what}`)
}
