import { inflateRawSync } from 'node:zlib'

/** How many rows each sheet of a large workbook has, in order, without making anything of them. */
export function countRows(bytes: Buffer): number[] {
  return filesIn(bytes).flatMap(({ name, text }) =>
    name.includes('worksheets/') ? [text().split('<row ').length - 1] : [],
  )
}

/** The files of a ZIP by its directory, which says how long each is. */
export function filesIn(bytes: Buffer): { name: string; text: () => string }[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = bytes.readUInt32LE(end + 16)
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [packed, length, start] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    const content = start + 30 + length
    at += 46 + length
    return { name, text: () => inflateRawSync(bytes.subarray(content, content + packed)).toString() }
  })
}
