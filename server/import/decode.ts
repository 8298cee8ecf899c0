import { isUtf8 } from 'node:buffer'

/** In which characters a text file was written. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252'

/**
 * A text file as UTF-8, with the encoding that it was in. UTF-16 is known by its mark or by its zero bytes; what is no
 * UTF-8 is taken for Windows-1252, in which Excel writes CSV.
 *
 * @returns undefined for what is no text.
 */
export function decodeText(bytes: Buffer): { readonly bytes: Buffer; readonly encoding: Encoding } | undefined {
  const utf16 = utf16Of(bytes)
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes)
    return text.includes('\0') ? undefined : { bytes: Buffer.from(text), encoding: 'UTF-16' }
  }
  if (bytes.includes(0)) return undefined
  if (isUtf8(bytes)) return { bytes, encoding: 'UTF-8' }
  return { bytes: Buffer.from(new TextDecoder('windows-1252').decode(bytes)), encoding: 'Windows-1252' }
}

/** Zero bytes at every other place, in this share of the beginning, are UTF-16 of plain letters. */
const MOSTLY = 0.4
const BEGINNING = 400

function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, BEGINNING)
  const zeros = (rest: number) => start.filter((byte, place) => byte === 0 && place % 2 === rest).length
  if (zeros(1) > start.length * MOSTLY) return 'utf-16le'
  return zeros(0) > start.length * MOSTLY ? 'utf-16be' : undefined
}
