import { fileTypeFromBuffer } from 'file-type'
import { partsOfZip } from '../zip-parts.ts'

/** What is kept as evidence: the type that is stored, and the endings that a name may have then, the usual one first. */
const KINDS: Readonly<Record<string, { readonly type: string; readonly endings: readonly string[] }>> = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  png: { type: 'image/png', endings: ['png'] },
  jpg: { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'] },
  webp: { type: 'image/webp', endings: ['webp'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  txt: { type: 'text/plain', endings: ['txt'] },
  csv: { type: 'text/csv', endings: ['csv'] },
}

/** What has to be in a packed document of an office program, so that it is one and not only says so. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  docx: ['[Content_Types].xml', 'word/document.xml'],
  xlsx: ['[Content_Types].xml', 'xl/workbook.xml'],
  pptx: ['[Content_Types].xml', 'ppt/presentation.xml'],
  odt: ['mimetype', 'content.xml', 'META-INF/manifest.xml'],
  ods: ['mimetype', 'content.xml', 'META-INF/manifest.xml'],
}
/** A document with more parts is not looked through. */
const MOST_PARTS = 5_000
/** Programs inside a document. */
const PROGRAMS = /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/)/i
/** All control characters but tab, line feed and carriage return. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u
/** Pages and pictures that are text: a browser would run what is in them. */
const MARKUP = /^\ufeff?\s*</

/** A kind of file that is kept. */
export interface EvidenceType {
  readonly type: string
  readonly endings: readonly string[]
}

/**
 * What a file is, by its content; its name only says which kind of text a text is.
 *
 * @returns undefined for every kind that is not kept: programs, pages, archives, documents with programs in them, and
 * whatever cannot be told.
 */
export async function evidenceTypeOf(content: Buffer, name: string): Promise<EvidenceType | undefined> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  if (found !== undefined && found.ext in KINDS && (await isWhole(found.ext, content))) return KINDS[found.ext]
  const ending = /\.(txt|csv)$/i.exec(name)?.[1]?.toLowerCase()
  return ending !== undefined && isPlainText(content) ? KINDS[ending] : undefined
}

async function isWhole(kind: string, content: Buffer): Promise<boolean> {
  const wanted = PARTS[kind]
  if (wanted === undefined) return true
  const names = partsOfZip(content, MOST_PARTS)?.map(({ name }) => name)
  if (names === undefined) return false
  return wanted.every((part) => names.includes(part)) && !names.some((part) => PROGRAMS.test(part))
}

function isPlainText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
    return !CONTROL.test(text) && !MARKUP.test(text)
  } catch {
    return false
  }
}
