/** One part of a zip, as the list at its end has it. */
export interface ZipPart {
  /** With `/` between folders, also where the list has `\`. */
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

/**
 * What the list at the end of a zip names; nothing is unpacked.
 *
 * @param mostParts a zip with more is not read.
 * @returns undefined for what is no plain zip: damaged, locked, packed in another way, or with bytes beside its parts.
 */
export function partsOfZip(bytes: Buffer, mostParts: number): ZipPart[] | undefined {
  const end = bytes.lastIndexOf(END)
  if (end < 0 || end + 22 > bytes.length || end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length) return undefined
  const count = bytes.readUInt16LE(end + 10)
  const [size, start] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)]
  // Nothing before, nothing between: then every reader finds the same parts.
  if (start + size !== end || count > mostParts) return undefined
  const parts: ZipPart[] = []
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
