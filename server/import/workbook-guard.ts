import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

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
  const parts = partsOf(bytes)
  if (parts === undefined) return 'not-a-workbook'
  if (parts.some(({ name }) => /vbaproject/i.test(name))) return 'has-macros'
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) return 'not-a-workbook'
  return unpackingFault(bytes, parts)
}

/** First bytes of what Office wrote before 2007, in which workbooks with a password are wrapped too. */
const OLD_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

interface Part {
  readonly name: string
  readonly isDeflated: boolean
  readonly packed: number
  /** As the list says. */
  readonly unpacked: number
  /** Place of its own header. */
  readonly at: number
}

const END = Buffer.from('504b0506', 'hex')
const LISTED = 0x02014b50
const HEADER = 0x04034b50

/** What the list at the end of a zip names; undefined for what is no plain zip. */
function partsOf(bytes: Buffer): Part[] | undefined {
  const end = bytes.lastIndexOf(END)
  if (end < 0 || end + 22 > bytes.length || end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length) return undefined
  const count = bytes.readUInt16LE(end + 10)
  const [size, start] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)]
  // Nothing before, nothing between: then every reader finds the same parts.
  if (start + size !== end || count > MOST_PARTS) return undefined
  const parts: Part[] = []
  let at = start
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== LISTED) return undefined
    const nameEnds = at + 46 + bytes.readUInt16LE(at + 28)
    const method = bytes.readUInt16LE(at + 10)
    const isLocked = (bytes.readUInt16LE(at + 8) & 1) === 1
    if (nameEnds > end || isLocked || (method !== 0 && method !== 8)) return undefined
    parts.push({
      name: bytes.toString('utf8', at + 46, nameEnds).replaceAll('\\', '/'),
      isDeflated: method === 8,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at = nameEnds + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return at === end ? parts : undefined
}

async function unpackingFault(bytes: Buffer, parts: readonly Part[]): Promise<WorkbookFault | undefined> {
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

function isSuspect({ packed, unpacked }: Part): boolean {
  return unpacked > RATIO_COUNTS_ABOVE && unpacked > packed * MOST_RATIO
}

function packedBytes(bytes: Buffer, { at, packed }: Part): Buffer | undefined {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== HEADER) return undefined
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  return start + packed > bytes.length ? undefined : bytes.subarray(start, start + packed)
}

/** Bytes that a part unpacks to, one more than promised when there are more; undefined for a damaged one. */
async function unpackedSize(packed: Buffer, { isDeflated, unpacked }: Part): Promise<number | undefined> {
  if (!isDeflated) return packed.length
  try {
    return (await inflate(packed, { maxOutputLength: Math.max(1, unpacked) })).length
  } catch (error) {
    const isMore = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isMore ? unpacked + 1 : undefined
  }
}
