const END = Buffer.from('504b0506', 'hex')
const LISTED = 0x02014b50
const MOST_PARTS = 5_000

/**
 * Names of the parts of a zip, as the list at its end has them; nothing is unpacked.
 *
 * @returns an empty list for what is no zip, or one that is damaged.
 */
export function namesInZip(bytes: Buffer): string[] {
  const end = bytes.lastIndexOf(END)
  if (end < 0 || end + 22 > bytes.length) return []
  const names: string[] = []
  const count = Math.min(bytes.readUInt16LE(end + 10), MOST_PARTS)
  let at = bytes.readUInt32LE(end + 16)
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== LISTED) return []
    const nameEnds = at + 46 + bytes.readUInt16LE(at + 28)
    names.push(bytes.toString('utf8', at + 46, nameEnds).replaceAll('\\', '/'))
    at = nameEnds + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return names
}
