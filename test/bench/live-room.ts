import * as z from 'zod'
import { Id } from '../../server/contract/common.ts'
import { type Command, DisplayLink, Workshop } from '../../server/contract/workshops.ts'
import type { Pace } from '../../server/simulate/pace.ts'
import { wait } from '../../server/simulate/wait.ts'
import { BenchClient } from './client.ts'
import { type BenchServer, startBenchServer, temporaryFolder } from './processes.ts'

/** Phones that all do everything, and never lose the network: what a figure is measured with. */
export const STEADY: Pace = { joinSeconds: 0, answerSeconds: 0, voteSeconds: 30, batch: 1, stopShare: 0, lossShare: 0 }

/** A server in a process of its own, with a round, and a workshop that somebody leads. */
export interface LiveRoom {
  readonly server: BenchServer
  readonly client: BenchClient
  readonly roundId: string
  readonly code: string
  /** What the link of the wall shows that it may look. */
  displayToken(): Promise<string>
  order(command: Command): Promise<Workshop>
}

/** Starts a server with a round and its workshop. */
export async function openLiveRoom(
  name: string,
  round: Record<string, unknown> = {},
  env: Record<string, string> = {},
): Promise<LiveRoom> {
  const server = await startBenchServer({ DATA_DIR: temporaryFolder(`live-${name}`), ...env })
  return addLiveRoom(server, round)
}

/** Another round with its workshop on a server that runs. */
export async function addLiveRoom(server: BenchServer, round: Record<string, unknown> = {}): Promise<LiveRoom> {
  const client = new BenchClient(server.origin)
  await client.signIn()
  const { id: roundId, code } = await client.newRound(round)
  const workshops = `/api/organisations/${client.organisationId}/workshops`
  const { id } = z.object({ id: Id }).parse(await client.call('POST', workshops, { roundId }))
  return {
    server,
    client,
    roundId,
    code,
    displayToken: async () => {
      const { url } = DisplayLink.parse(await client.call('POST', `${workshops}/${id}/display-links`))
      return new URL(url).hash.slice(1)
    },
    order: async (command) => Workshop.parse(await client.call('POST', `${workshops}/${id}/commands`, command)),
  }
}

const PRESSED: readonly Command[] = [
  { do: 'show', scene: { kind: 'join' } },
  { do: 'timer', seconds: 300 },
  { do: 'show', scene: { kind: 'progress' } },
  { do: 'black', on: true },
  { do: 'black', on: false },
  { do: 'show', scene: { kind: 'question', itemId: 'i07' } },
  { do: 'pause', on: true },
  { do: 'pause', on: false },
  { do: 'door', locked: true },
  { do: 'door', locked: false },
]
const PRESS_EVERY_MS = 1_500

/** Leads the workshop until the signal: one command after another; answers how long each took, in milliseconds. */
export async function lead({ order }: LiveRoom, signal: AbortSignal): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; !signal.aborted; at += 1) {
    const command = PRESSED[at % PRESSED.length]
    if (command === undefined) break
    const start = performance.now()
    await order(command)
    times.push(performance.now() - start)
    await wait(PRESS_EVERY_MS, signal)
  }
  // Nobody waits at the end of a benchmark for a pause that it happened to stop in.
  await order({ do: 'pause', on: false })
  return times
}
