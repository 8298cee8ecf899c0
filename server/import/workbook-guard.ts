import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { partsOfZip, type ZipPart } from '../zip-parts.ts'

const inflate = promisify(inflateRaw)

/** Largest workbook that is taken, in bytes. */
export const MOST_WORKBOOK_BYTES = 5 * 1024 * 1024
/** All that is packed in it, in bytes: the fullest VSME template holds 5 million. */
const MOST_UNPACKED_BYTES = 40 * 1024 * 1024
/** Unpacked bytes for each packed one, for parts above a million: sheets reach 50, a bomb 1,000. */
const MOST_RATIO = 200
const RATIO_COUNTS_ABOVE = 1_000_000
const MOST_PARTS = 1_000

/**
 * Why a file is not opened as a workbook.
 *
 * - `not-a-workbook`: no .xlsx at all, or a damaged one.
 * - `old-or-locked`: .xls of before 2007, or a workbook with a password.
 * - `has-macros`: .xlsm, or .xlsx with a program in it.
 * - `too-large`: the file, or what it unpacks to.
 * - `too-hard`: it could not be read within the time and memory there is for it.
 */
export type WorkbookFault = 'not-a-workbook' | 'old-or-locked' | 'has-macros' | 'too-large' | 'too-hard'

/**
 * Looks whether a file may be opened as a workbook, before a reader of workbooks touches it: size, kind, macros, and what
 * it unpacks to. What the list of parts says is not believed: every part is unpacked and counted.
 *
 * @returns why not; undefined for a file that may be opened.
 */
export async function workbookFault(bytes: Buffer): Promise<WorkbookFault | undefined> {
  if (bytes.length > MOST_WORKBOOK_BYTES) return 'too-large'
  if (bytes.subarray(0, 8).equals(OLD_FILE)) return 'old-or-locked'
  const parts = partsOfZip(bytes, MOST_PARTS)
  if (parts === undefined) return 'not-a-workbook'
  if (parts.some(({ name }) => /vbaproject/i.test(name))) return 'has-macros'
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) return 'not-a-workbook'
  return unpackingFault(bytes, parts)
}

/** Whether a workbook takes cells from other files, by the names of its parts; a file that is no zip does not. */
export function isLinkedWorkbook(bytes: Buffer): boolean {
  return partsOfZip(bytes, MOST_PARTS)?.some(({ name }) => /(^|\/)externalLinks\//i.test(name)) ?? false
}

/** First bytes of what Office wrote before 2007, in which workbooks with a password are wrapped too. */
const OLD_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const HEADER = 0x04034b50

async function unpackingFault(bytes: Buffer, parts: readonly ZipPart[]): Promise<WorkbookFault | undefined> {
  if (parts.some(isSuspect) || parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED_BYTES)
    return 'too-large'
  for (const part of parts) {
    const packed = packedBytes(bytes, part)
    if (packed === undefined) return 'not-a-workbook'
    const unpacked = await unpackedSize(packed, part)
    if (unpacked === undefined) return 'not-a-workbook'
    // A reader unpacks what is there, not what the list promises.
    if (unpacked !== part.unpacked) return unpacked > part.unpacked ? 'too-large' : 'not-a-workbook'
  }
  return undefined
}

function isSuspect({ packed, unpacked }: ZipPart): boolean {
  return unpacked > RATIO_COUNTS_ABOVE && unpacked > packed * MOST_RATIO
}

function packedBytes(bytes: Buffer, { at, packed }: ZipPart): Buffer | undefined {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== HEADER) return undefined
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  return start + packed > bytes.length ? undefined : bytes.subarray(start, start + packed)
}

/** Bytes that a part unpacks to, one more than promised when there are more; undefined for a damaged one. */
async function unpackedSize(packed: Buffer, { isDeflated, unpacked }: ZipPart): Promise<number | undefined> {
  if (!isDeflated) return packed.length
  try {
    return (await inflate(packed, { maxOutputLength: Math.max(1, unpacked) })).length
  } catch (error) {
    const isMore = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isMore ? unpacked + 1 : undefined
  }
}
