import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { countRows } from '../support/zip.ts'
import { BenchClient } from './client.ts'
import { atMost, type Figure, informs } from './figures.ts'
import { startBenchServer, temporaryFolder } from './processes.ts'
import { fill } from './results.ts'

const [PEOPLE, SLOTS] = [1_042, 96]

/** How long a workbook of 100,000 answers takes over HTTP, and how much memory the server that makes it ever needs. */
export async function workbookFigures(): Promise<Figure[]> {
  const dataDir = temporaryFolder('bench-files')
  const first = await startBenchServer({ DATA_DIR: dataDir })
  const client = new BenchClient(first.origin)
  await client.signIn()
  const round = await client.newRound({ mode: 'open' })
  await first.stop()
  await fill(dataDir, client.organisationId, round.id, PEOPLE, SLOTS)

  const server = await startBenchServer({ DATA_DIR: dataDir })
  // Looking at a password takes more memory than a workbook does.
  const again = client.at(server.origin)
  const path = `/api/organisations/${again.organisationId}/rounds/${round.id}/export`
  const start = performance.now()
  const file = await again.file(`${path}.xlsx`)
  const seconds = (performance.now() - start) / 1000
  const peak = peakOf(server.process.pid)
  const atCsv = performance.now()
  await again.file(`${path}.csv?shape=long`)
  const csv = (performance.now() - atCsv) / 1000
  await server.stop()
  const alone = await writtenAlone(dataDir, again.organisationId, round.id)
  const rows = (countRows(file)[0] ?? 0) - 1
  if (rows !== PEOPLE * SLOTS) throw new Error(`a workbook of ${rows} answers`)
  return [
    atMost(`XLSX of ${rows.toLocaleString('en')} answers (long and wide), over HTTP`, seconds, 5, 's', 2),
    atMost('XLSX: made by a process of its own', alone.seconds, 5, 's', 2),
    atMost('XLSX: peak memory of that process', alone.peak, 300, 'MB', 0),
    informs('XLSX: peak memory of a whole server that makes it', `${peak.toFixed(0)} MB`),
    informs('XLSX: size', `${(file.length / 1e6).toFixed(1)} MB`),
    informs('CSV of the same answers', `${csv.toFixed(2)} s`),
  ]
}

async function writtenAlone(...args: readonly string[]): Promise<{ seconds: number; peak: number }> {
  const child = fork(new URL('workbook-writer.ts', import.meta.url), [...args])
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the writer ended with ${code}`)))
  const [told] = await Promise.race([once(child, 'message'), ended])
  return told as { seconds: number; peak: number }
}

/** The most memory that a process ever held, in MB, as the system counts it. */
function peakOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1000
}
