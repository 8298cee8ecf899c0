import { type ImportedRound, readAnswers } from './answers-csv.ts'
import { type AnswersFault, type AnswersTable, readTable } from './answers-table.ts'
import { readWide, type WideAnswers, type WideOptions } from './answers-wide.ts'
import type { Encoding } from './decode.ts'
import type { ImportFault } from './faults.ts'

/** A file of answers as it was read. It can be handed from one thread to another. */
export interface AnswersReading {
  readonly encoding: Encoding
  /** Rows below the header. */
  readonly rows: number
  /** Faults of the file as a table. */
  readonly faults: readonly AnswersFault[]
  readonly faultCount: number
  /** Undefined for a file that is no table at all. */
  readonly content:
    | { readonly shape: 'wide'; readonly wide: WideAnswers }
    | {
        readonly shape: 'long'
        readonly rounds: readonly ImportedRound[]
        readonly faults: readonly ImportFault[]
        readonly faultCount: number
      }
    | undefined
}

const MOST_FAULTS = 200

/** Reads a file of answers, long or wide; never throws, whatever the bytes are. */
export function readAnswersFile(bytes: Uint8Array, options: WideOptions): AnswersReading {
  const table = readTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const about = {
    encoding: table.encoding,
    rows: table.rows.length,
    faults: table.faults.slice(0, MOST_FAULTS),
    faultCount: table.faults.length,
  }
  if (table.header.length === 0) return { ...about, content: undefined }
  if (!isLong(table)) return { ...about, content: { shape: 'wide', wide: readWide(table, options) } }
  const { instrument, horizon } = options
  const read = readAnswers(table.bytes, { form: instrument, horizon, hasOrganisations: false })
  const faults = 'faults' in read ? read.faults.toSorted((a, b) => a.line - b.line) : []
  const rounds = 'rounds' in read ? read.rounds : []
  return {
    ...about,
    content: { shape: 'long', rounds, faults: faults.slice(0, MOST_FAULTS), faultCount: faults.length },
  }
}

/** A long file has one row for each answer: its columns say so. */
function isLong({ header }: AnswersTable): boolean {
  const names = header.map((name) => name.toLowerCase())
  const has = (...known: string[]) => known.some((name) => names.includes(name))
  return has('item', 'vraag') && has('rating', 'antwoord') && has('respondent', 'deelnemer') && has('period', 'periode')
}
