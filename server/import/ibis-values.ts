/*
 * What stands in one cell of a register of business parks, read as it is meant. Nothing is guessed: what cannot be read
 * is unknown, and unknown is never 0.
 */

/** A number that was read, or why there is none. */
export type NumberRead = { readonly value: number } | { readonly why: 'empty' | 'unknown' | 'odd' }

/** How registers write that something is not known. */
const UNKNOWN_WORDS = new Set(['onbekend', 'unknown', 'nvt', 'n.v.t.', 'n.v.t', 'null', 'na', 'n/a', '-', '--', '?'])

/** Whether a cell says in words that something is not known; an empty cell does not. */
export function isUnknownWord(cell: string): boolean {
  return UNKNOWN_WORDS.has(cell.toLowerCase())
}

/** One line without control characters, with single spaces and none around. */
export function oneLine(cell: string): string {
  return cell.replaceAll(/[\p{Cc}\p{Zs}\u200b\ufeff]+/gu, ' ').trim()
}

/** A surface of a million hectares is a quarter of the Netherlands: what is larger was misread. */
const MOST_HECTARES = 1_000_000

/**
 * Hectares with a point or a comma before the decimals, with or without signs between thousands.
 *
 * @example readHectares('1.234,56') // { value: 1234.56 }
 */
export function readHectares(cell: string): NumberRead {
  if (cell === '') return { why: 'empty' }
  if (isUnknownWord(cell)) return { why: 'unknown' }
  const plain = plainNumber(cell.replaceAll(/ |ha$/gi, ''))
  const value = plain === undefined ? Number.NaN : Number(plain)
  return Number.isFinite(value) && value >= 0 && value <= MOST_HECTARES ? { value } : { why: 'odd' }
}

/** With the point before the decimals and no other signs; undefined for what is no number. */
function plainNumber(text: string): string | undefined {
  if (/^\d+([.,]\d+)?$/.test(text)) return text.replace(',', '.')
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(text)) return text.replaceAll(',', '')
  return undefined
}

/**
 * The code of a municipality as Statistics Netherlands writes it; undefined for what is none.
 *
 * @example municipalityCode('268') // 'GM0268'
 */
export function municipalityCode(cell: string): string | undefined {
  const digits = /^(?:gm)?0*(\d{1,4})(?:[.,]0+)?$/i.exec(cell)?.[1]
  return digits === undefined || Number(digits) === 0 ? undefined : `GM${digits.padStart(4, '0')}`
}

/** A year, or a day as 2024-01-31 or 31-1-2024; undefined for what is none. */
export function readAsOf(cell: string): string | undefined {
  if (/^(19|20)\d{2}$/.test(cell)) return cell
  if (/^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(cell)) return cell
  const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/]((?:19|20)\d{2})$/.exec(cell) ?? []
  if (day === undefined || month === undefined || year === undefined) return undefined
  return readAsOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** What Windows-1252 has in the places where Unicode has control characters. */
const HIGH = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const HIGH_BYTES = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
  0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
]
/** How the first byte of a character of more bytes looks in Windows-1252, with one that can follow it. */
const MISREAD = /[Â-ôÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/

/**
 * A text whose UTF-8 was once read as Windows-1252, put right: `ZwolÃ«` is `Zwolë`. Twice when it went wrong twice. The
 * same text when there is nothing to put right.
 */
export function withoutMojibake(text: string): string {
  let now = text
  for (let times = 0; times < 2 && MISREAD.test(now); times += 1) now = readAgain(now) ?? now
  return now
}

/** Whether characters of a text are lost for good: then somebody has to type them. */
export function hasLostCharacters(text: string): boolean {
  return text.includes('\ufffd') || MISREAD.test(text)
}

function readAgain(text: string): string | undefined {
  const bytes: number[] = []
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    const place = HIGH.indexOf(sign)
    const byte = place >= 0 ? HIGH_BYTES[place] : code <= 0xff ? code : undefined
    if (byte === undefined) return undefined
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
