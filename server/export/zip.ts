import { once } from 'node:events'
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of a ZIP, its content in parts that are made when somebody takes them. */
export interface ZipFile {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

const [LOCAL, DESCRIPTOR, CENTRAL, END] = [0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50]
// Sizes stand behind each file, because they are not known before it; names are UTF-8.
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
// 1 January 1980, the first day that the format knows: the same data gives the same file.
const [DAY, TIME] = [0x21, 0]
// Quick enough not to hold a server up, and tables shrink to a tenth all the same.
const LEVEL = 3
const MOST_BYTES = 0xffff_ffff

interface Written {
  readonly name: Buffer
  readonly checksum: number
  readonly packed: number
  readonly plain: number
  readonly at: number
}

/**
 * A ZIP in parts: files are asked for one after the other, nothing is made before somebody takes it, and whoever lets go
 * in between ends the work.
 *
 * @throws {RangeError} it would grow beyond 4 GB, which the plain format cannot say.
 */
export async function* zipParts(files: AsyncIterable<ZipFile>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for await (const { name, content } of files) {
    const head = Buffer.from(name)
    const start = at
    const local = header(LOCAL, [VERSION, FLAGS, DEFLATED, TIME, DAY], [0, 0, 0], [head.length, 0], head)
    yield local
    at += local.length
    const counts = { checksum: 0, plain: 0 }
    const deflate = createDeflateRaw({ level: LEVEL })
    pipeline(Readable.from(counted(content, counts)), deflate, () => undefined)
    let packed = 0
    try {
      for await (const part of deflate) {
        if (!Buffer.isBuffer(part)) continue
        packed += part.length
        yield part
      }
    } finally {
      if (!deflate.destroyed) {
        deflate.destroy()
        await once(deflate, 'close')
      }
    }
    const descriptor = header(DESCRIPTOR, [], [counts.checksum, packed, counts.plain], [])
    yield descriptor
    at += packed + descriptor.length
    if (at > MOST_BYTES || counts.plain > MOST_BYTES) throw new RangeError('the file would be larger than 4 GB')
    written.push({ name: head, ...counts, packed, at: start })
  }
  yield directoryOf(written, at)
}

async function* counted(
  content: ZipFile['content'],
  counts: { checksum: number; plain: number },
): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const part = Buffer.from(text)
    counts.checksum = crc32(part, counts.checksum)
    counts.plain += part.length
    yield part
  }
}

function directoryOf(files: readonly Written[], at: number): Buffer {
  const lines = files.map(({ name, checksum, packed, plain, at: start }) => {
    const sizes = [checksum, packed, plain]
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(start, 12)
    const line = header(CENTRAL, [VERSION, VERSION, FLAGS, DEFLATED, TIME, DAY], sizes, [name.length])
    return Buffer.concat([line, tail, name])
  })
  const directory = Buffer.concat(lines)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([directory, end])
}

/** A header as the format has it: a mark, short numbers, long numbers, short numbers again, and what follows. */
function header(
  mark: number,
  short: readonly number[],
  long: readonly number[],
  lengths: readonly number[],
  rest = Buffer.alloc(0),
): Buffer {
  const head = Buffer.alloc(4 + 2 * short.length + 4 * long.length + 2 * lengths.length)
  let at = head.writeUInt32LE(mark, 0)
  for (const value of short) at = head.writeUInt16LE(value, at)
  for (const value of long) at = head.writeUInt32LE(value, at)
  for (const value of lengths) at = head.writeUInt16LE(value, at)
  return Buffer.concat([head, rest])
}
