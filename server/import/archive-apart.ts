import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ArchivePreview } from '../contract/archives.ts'
import type { TableName } from '../data-inventory.ts'
import type { AnyRow } from '../export/archive-tables.ts'
import type { LoadedInstrument } from '../instruments.ts'
import type { ArchiveFaultFound } from './archive-faults.ts'

/** How much one archive may cost. */
export interface ArchiveLimits {
  /** Rows of one table; of all tables together twice as many. */
  readonly mostRows: number
  readonly mostMegabytes: number
  /** For reading it, and for each piece that is asked for. */
  readonly longestMs: number
}

/** What is known of an archive that holds together. */
export interface ArchiveAbout {
  readonly organisation: {
    readonly name: string
    readonly kind: string
    readonly locale: string
    readonly createdAt: string
  }
  readonly hash: string
  readonly summary: NonNullable<ArchivePreview['archive']>
  /** Ids by table of what is found by its id alone. */
  readonly ids: ReadonlyMap<TableName, readonly string[]>
  /** Ids of users that it names. */
  readonly people: readonly string[]
}

/** How an archive is written here. */
export interface ArchiveStoring {
  readonly organisationId: string
  /** Who imports it. */
  readonly userId: string
  /** Ids that become other ones. */
  readonly others: ReadonlyMap<string, string>
  readonly now: Date
}

/** Rows of one table as they are written, in an order in which they can be; questionnaires as they came. */
export interface ArchivePiece {
  readonly table: TableName
  readonly rows: readonly AnyRow[]
}

/** What is asked of the process that reads an archive. */
export type ArchiveQuestion =
  | {
      readonly ask: 'read'
      readonly bytes: Uint8Array
      readonly general: readonly LoadedInstrument[]
      readonly mostRows: number
    }
  | { readonly ask: 'store'; readonly storing: ArchiveStoring }
  | { readonly ask: 'next' }

/** What it answers; a piece is undefined after the last one. */
export type ArchiveAnswer =
  | { readonly faults: readonly ArchiveFaultFound[] }
  | { readonly about: ArchiveAbout }
  | { readonly piece: ArchivePiece | undefined }

/** An archive that was read in a process of its own and waits there. */
export interface ArchiveApart {
  readonly about: ArchiveAbout
  /** Its rows as they are written, one piece after the other. It can be asked again from the start. */
  pieces(storing: ArchiveStoring): AsyncGenerator<ArchivePiece>
}

/**
 * Reads an archive in a process of its own, with an end to its time and memory, and hands it to `work`: nobody else waits
 * for it, and one that is made to cost much costs its sender only.
 *
 * @param general questionnaires that everybody here has.
 * @throws {ArchiveTooHard} when the process came to its end while `work` asked for more.
 * @returns what `work` returns, or what is wrong with the archive.
 */
export async function withArchiveApart<Result>(
  bytes: Uint8Array,
  general: readonly LoadedInstrument[],
  limits: ArchiveLimits,
  work: (archive: ArchiveApart) => Promise<Result>,
): Promise<{ readonly result: Result } | { readonly faults: readonly ArchiveFaultFound[] }> {
  const child = startProcess(limits)
  try {
    const ask = (question: ArchiveQuestion) => answerOf(child, question, limits.longestMs)
    const read = await ask({ ask: 'read', bytes, general, mostRows: limits.mostRows })
    if ('faults' in read) return read
    if (!('about' in read)) throw new ArchiveTooHard()
    const pieces = async function* (storing: ArchiveStoring) {
      await ask({ ask: 'store', storing })
      for (;;) {
        const answer = await ask({ ask: 'next' })
        if (!('piece' in answer) || answer.piece === undefined) return
        yield answer.piece
      }
    }
    return { result: await work({ about: read.about, pieces }) }
  } catch (error) {
    if (error instanceof ArchiveTooHard) return { faults: [{ place: '', code: 'too-hard', variables: {} }] }
    throw error
  } finally {
    child.kill('SIGKILL')
  }
}

/** The process that reads an archive came to the end of its time or memory. */
class ArchiveTooHard extends Error {}

function startProcess({ mostMegabytes }: ArchiveLimits): ChildProcess {
  // The installed package holds JavaScript, a clone TypeScript.
  const name = `./archive-process.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`
  return fork(fileURLToPath(new URL(name, import.meta.url)), {
    execArgv: [`--max-old-space-size=${mostMegabytes}`],
    env: {},
    stdio: 'ignore',
    serialization: 'advanced',
  })
}

async function answerOf(child: ChildProcess, question: ArchiveQuestion, longestMs: number): Promise<ArchiveAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ArchiveAnswer>()
  const fail = () => reject(new ArchiveTooHard())
  const take = (answer: unknown) => resolve(answer as ArchiveAnswer)
  const timer = setTimeout(fail, longestMs)
  child.once('message', take).once('error', fail).once('exit', fail)
  try {
    if (child.connected) child.send(question, (error) => error && fail())
    else fail()
    return await promise
  } finally {
    clearTimeout(timer)
    child.off('message', take).off('error', fail).off('exit', fail)
  }
}
