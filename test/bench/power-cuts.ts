import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { storedOperation } from '../../server/domain/sheet.ts'
import { atLeast, atMost, type Figure, informs } from './figures.ts'
import { temporaryFolder } from './processes.ts'

/** Cuts in each mode in CI, and in full. */
const CUTS = { short: 60, full: 200 }
/** What a disk writes in one go: a write that a cut hits may stop at such a boundary, in bytes. */
const SECTOR = 512
const CALLS = 'openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat'

/** One system call of the writer that matters after a power cut. */
type Call =
  | { readonly kind: 'write'; readonly file: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'truncate'; readonly file: string; readonly length: number }
  | { readonly kind: 'remove'; readonly file: string }
  | { readonly kind: 'acknowledge'; readonly respondentId: string; readonly seq: number }

/** What is left of writes that were not synced: nothing, or some of them, the last one perhaps in part. */
type Mode = 'dropped' | 'torn'

/**
 * Power cuts: the writes and syncs of a run are replayed up to a cut. What was synced before it survives; of the rest
 * nothing does, or a random part with a torn last write. Nothing acknowledged before the cut may be missing. The same
 * with `synchronous=NORMAL` must lose something, else the harness would not notice a loss.
 */
export async function powerCutFigures(isFull: boolean): Promise<Figure[]> {
  if (spawnSync('strace', ['--version']).status !== 0) {
    return [informs('power cuts', 'not run: strace is not installed')]
  }
  const cuts = isFull ? CUTS.full : CUTS.short
  const [durable, hasty] = [record('FULL'), record('NORMAL')]
  const control = replay(hasty, cuts, 'dropped')
  return [
    ...(['dropped', 'torn'] as const).flatMap((mode) => {
      const { lost, damaged } = replay(durable, cuts, mode)
      const name = `${cuts} power cuts, unsynced writes ${mode}`
      return [
        atMost(`${name}: acknowledged answers lost`, lost, 0, '', 0),
        atMost(`${name}: damaged databases`, damaged, 0, '', 0),
      ]
    }),
    atLeast('the same with synchronous=NORMAL, which must lose some: cuts with a loss', control.cutsWithLoss, 1, 0),
  ]
}

function record(synchronous: 'FULL' | 'NORMAL'): Call[] {
  const folder = temporaryFolder(`power-${synchronous.toLowerCase()}`)
  const trace = join(folder, 'trace')
  const dataDir = join(folder, 'data')
  const writer = new URL('power-cut-writer.ts', import.meta.url).pathname
  const strace = ['-o', trace, '-y', '-xx', '-s', '1000000', '-e', `trace=${CALLS}`]
  const run = spawnSync('strace', [...strace, process.execPath, writer, dataDir, synchronous], { encoding: 'utf8' })
  if (run.error !== undefined || !run.stdout.includes('ack'))
    throw new Error(`the writer under strace failed: ${run.stderr}`)
  const calls = readFileSync(trace, 'latin1')
    .split('\n')
    .flatMap((line) => parseCall(line, dataDir))
  rmSync(folder, { recursive: true, force: true })
  return calls
}

const LINE = /^(\w+)\((\d+)<([^>]*)>(?:, (.*))?\)\s+= (\d+)/

function parseCall(line: string, dataDir: string): Call[] {
  const match = LINE.exec(line)
  if (match === null) return parseRemoval(line, dataDir)
  const [, name = '', descriptor = '', hexPath = '', rest = ''] = match
  const path = hexPath.includes('\\x') ? fromHex(hexPath).toString() : hexPath
  if (name === 'write' && descriptor === '1') {
    const [, respondentId, seq] =
      fromHex(rest)
        .toString()
        .match(/ack (\S+) (\d+)/) ?? []
    return respondentId === undefined ? [] : [{ kind: 'acknowledge', respondentId, seq: Number(seq) }]
  }
  if (!path.startsWith(dataDir) || path.endsWith('-shm')) return []
  const file = basename(path)
  if (name === 'fsync' || name === 'fdatasync') return [{ kind: 'sync', file }]
  if (name === 'ftruncate') return [{ kind: 'truncate', file, length: Number(rest) }]
  if (name === 'pwrite64') {
    const offset = Number(/, \d+, (\d+)$/.exec(rest)?.[1])
    return [{ kind: 'write', file, offset, bytes: fromHex(rest) }]
  }
  return []
}

function parseRemoval(line: string, dataDir: string): Call[] {
  const path = /^unlink(?:at)?\(.*?"([^"]*)"/.exec(line)?.[1]
  const plain = path === undefined ? '' : fromHex(path).toString()
  return plain.startsWith(dataDir) ? [{ kind: 'remove', file: basename(plain) }] : []
}

/** The bytes of a text that strace wrote as `\x41\x42`. */
function fromHex(text: string): Buffer {
  const hex = /((?:\\x[0-9a-f]{2})+)/.exec(text)?.[1] ?? ''
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex')
}

/** A change of a file that the running system sees, and the disk perhaps not yet. */
type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly length: number }

/** A file as the disk would give it back after a cut: what was synced, and what is on its way. */
class CutFile {
  #synced: Buffer = Buffer.alloc(0)
  #onTheWay: Change[] = []

  note(change: Change): void {
    this.#onTheWay.push(change)
  }

  sync(): void {
    for (const change of this.#onTheWay.splice(0)) this.#synced = changed(this.#synced, change)
  }

  afterCut(mode: Mode, chance: () => number): Buffer {
    if (mode === 'dropped') return this.#synced
    const arrived = this.#onTheWay.filter(() => chance() < 0.5)
    const last = arrived.pop()
    const whole = arrived.reduce(changed, this.#synced)
    if (last === undefined || 'length' in last) return last === undefined ? whole : changed(whole, last)
    const sectors = Math.ceil(last.bytes.length / SECTOR)
    const bytes = last.bytes.subarray(0, SECTOR * Math.floor(chance() * (sectors + 1)))
    return changed(whole, { ...last, bytes })
  }
}

function changed(file: Buffer, change: Change): Buffer {
  if ('length' in change)
    return Buffer.concat([file, Buffer.alloc(Math.max(0, change.length - file.length))]).subarray(0, change.length)
  const next = Buffer.alloc(Math.max(file.length, change.offset + change.bytes.length))
  file.copy(next)
  change.bytes.copy(next, change.offset)
  return next
}

function replay(
  calls: readonly Call[],
  count: number,
  mode: Mode,
): { lost: number; damaged: number; cutsWithLoss: number } {
  const firstAcknowledgement = calls.findIndex(({ kind }) => kind === 'acknowledge')
  const cuts = new Set(
    Array.from({ length: count }, (_, cut) => {
      return firstAcknowledgement + 1 + Math.floor(((cut + 1) * (calls.length - firstAcknowledgement - 2)) / count)
    }),
  )
  const files = new Map<string, CutFile>()
  const acknowledged = new Map<string, number>()
  const totals = { lost: 0, damaged: 0, cutsWithLoss: 0 }
  for (const [index, call] of calls.entries()) {
    play(call, files, acknowledged)
    if (!cuts.has(index)) continue
    const { lost, damaged } = inspect(files, acknowledged, mode)
    totals.lost += lost
    totals.damaged += damaged
    totals.cutsWithLoss += lost > 0 ? 1 : 0
  }
  return totals
}

function play(call: Call, files: Map<string, CutFile>, acknowledged: Map<string, number>): void {
  if (call.kind === 'acknowledge') {
    acknowledged.set(call.respondentId, call.seq)
    return
  }
  if (call.kind === 'remove') {
    files.delete(call.file)
    return
  }
  const file = files.get(call.file) ?? new CutFile()
  files.set(call.file, file)
  if (call.kind === 'sync') file.sync()
  else file.note(call)
}

function inspect(
  files: ReadonlyMap<string, CutFile>,
  acknowledged: ReadonlyMap<string, number>,
  mode: Mode,
): { lost: number; damaged: number } {
  const folder = temporaryFolder('after-cut')
  mkdirSync(folder, { recursive: true })
  for (const [name, file] of files)
    if (name.startsWith(DATABASE_FILE)) writeFileSync(join(folder, name), file.afterCut(mode, Math.random))
  try {
    const database = new Sqlite(join(folder, DATABASE_FILE))
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') return { lost: acknowledged.size, damaged: 1 }
    const find = database.prepare('select operations from sheet where respondent_id = ?')
    const lost = [...acknowledged].filter(([respondentId, seq]) => {
      const row = find.get(respondentId) as { operations: string } | undefined
      const stored = JSON.parse(row?.operations ?? '[]') as string[]
      return (storedOperation(stored[0])?.seq ?? 0) < seq
    })
    database.close()
    return { lost: lost.length, damaged: 0 }
  } catch (error) {
    // Before the schema itself was durable there is no table to read: everything acknowledged is gone.
    return { lost: acknowledged.size, damaged: String(error).includes('no such table') ? 0 : 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
