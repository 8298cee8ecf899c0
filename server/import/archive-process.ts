import { setPriority } from 'node:os'
import { Instruments } from '../instruments.ts'
import { aboutArchive, piecesOf } from '../services/archived-pieces.ts'
import { type ReadArchive, readArchive } from './archive.ts'
import type { ArchiveAnswer, ArchivePiece, ArchiveQuestion } from './archive-apart.ts'
import { ownInstruments } from './archive-instruments.ts'

// The process in which `withArchiveApart` reads an archive. It knows nothing but what it is told, and ends with the
// server that started it.

// Whoever saves an answer goes first.
const POLITE = 10

let archive: ReadArchive | undefined
let instruments = new Instruments([])
let pieces: Iterator<ArchivePiece> | undefined

setPriority(POLITE)
process.on('disconnect', () => process.exit(1))
process.on('message', async (question: ArchiveQuestion) => process.send?.(await answer(question)))

async function answer(question: ArchiveQuestion): Promise<ArchiveAnswer> {
  if (question.ask === 'read') return read(question)
  if (archive === undefined) process.exit(1)
  if (question.ask === 'store') pieces = piecesOf(archive, instruments, question.storing)
  const next = question.ask === 'next' ? pieces?.next() : undefined
  return { piece: next === undefined || next.done === true ? undefined : next.value }
}

async function read({ bytes, general, mostRows }: ArchiveQuestion & { ask: 'read' }): Promise<ArchiveAnswer> {
  const found = await readArchive(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    new Instruments(general),
    mostRows,
  )
  if ('faults' in found) return found
  archive = found.archive
  instruments = new Instruments([...general, ...ownInstruments(archive)])
  return { about: aboutArchive(archive) }
}
