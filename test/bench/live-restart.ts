import { once } from 'node:events'
import { type Simulation, simulatePhones } from '../../server/simulate/phones.ts'
import { atMost, type Figure, informs } from './figures.ts'
import { openLiveRoom, STEADY } from './live-room.ts'
import { type BenchServer, startBenchServer, temporaryFolder } from './processes.ts'

const STREAMS = 100
const LOOK_EVERY_MS = 10
const PATIENCE_MS = 30_000

/** A polite stop with 100 open event streams, and how soon everybody is back after the next start. */
export async function restartFigures(): Promise<Figure[]> {
  const env = { DATA_DIR: temporaryFolder('live-restart') }
  const room = await openLiveRoom('restart', { variant: 'pulse' }, env)
  const begin = new Promise<void>(() => undefined)
  const pace = { ...STEADY, joinSeconds: 1 }
  const simulation = simulatePhones({ origin: room.server.origin, code: room.code, phones: STREAMS, pace, begin })
  await simulation.joined
  await simulation.connected
  const { code, seconds } = await stopPolitely(room.server)
  const again = await startBenchServer({ ...env, PORT: new URL(room.server.origin).port })
  const back = await timeUntilBack(simulation)
  const { streams } = await simulation.stop()
  await again.stop()
  return [
    atMost('SIGTERM with 100 open streams: exit code', code, 0, '', 0),
    atMost('SIGTERM with 100 open streams: the process ends after', seconds, 5, 's', 2),
    atMost('SIGTERM with 100 open streams: all back after the restart is ready', back, 3, 's', 2),
    informs(
      'SIGTERM with 100 open streams: streams lost and opened again',
      `${streams.lost}, ${streams.opened - STREAMS}`,
    ),
  ]
}

async function stopPolitely({ process: child }: BenchServer): Promise<{ code: number; seconds: number }> {
  const start = performance.now()
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = await ended
  return { code: Number(code ?? 1), seconds: (performance.now() - start) / 1_000 }
}

async function timeUntilBack(simulation: Simulation): Promise<number> {
  const start = performance.now()
  while (simulation.figures().streams.open < STREAMS && performance.now() - start < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return (performance.now() - start) / 1_000
}
