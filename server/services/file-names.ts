/** Most characters of a name that is kept. */
const MOST_CHARACTERS = 120
/** What no name on a disk of any kind may have, and what hides how a name ends. */
const UNSAFE = /[\p{C}<>:"|?*]+/gu
/** Names that old Windows programs take for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A name as somebody's computer may keep it: of a path the last part, without control characters, at most 120 characters,
 * and with an ending that belongs to what the file is.
 *
 * @param encoded URI-encoded, as a header carries it.
 * @param endings those that belong to the file, the usual one first; none to leave the ending as it is.
 * @returns undefined when nothing of a name is left.
 */
export function fileNameOf(encoded: string | undefined, endings: readonly string[] = []): string | undefined {
  return cleanFileName(decoded(encoded ?? '') ?? '', endings)
}

/** The same for a name that is not encoded. */
export function cleanFileName(given: string, endings: readonly string[] = []): string | undefined {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replaceAll(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  if (clean === '') return undefined
  const [stem, ending] = splitEnding(clean)
  const isRight = endings.length === 0 || endings.includes(ending.toLowerCase())
  const [kept, added] = isRight ? [stem, ending] : [clean, endings[0] ?? '']
  const tail = added === '' ? '' : `.${added}`
  const safe = DEVICE.test(kept) ? `_${kept}` : kept
  return `${Array.from(safe)
    .slice(0, MOST_CHARACTERS - tail.length)
    .join('')
    .trimEnd()}${tail}`
}

/**
 * The header under which a file is only ever saved, never shown: the name in full for browsers of now, and in plain letters
 * for others.
 *
 * @see RFC 6266, RFC 8187
 */
export function asAttachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '')
    .trim()
  // Half a character cannot be encoded, and a name that cannot be sent would keep the file from going out.
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain === '' || plain.startsWith('.') ? `file${plain}` : plain}"; filename*=UTF-8''${encoded}`
}

function splitEnding(name: string): [string, string] {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 ? name.slice(dot + 1) : ''
  return /^[a-z0-9]{1,8}$/i.test(ending) ? [name.slice(0, dot), ending] : [name, '']
}

function decoded(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}
