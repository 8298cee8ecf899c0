import { crc32 } from 'node:zlib'

/** The smallest files of each kind that is kept, and some that only look like one. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
export const WEBP = Buffer.concat([
  Buffer.from('RIFF'),
  Buffer.from('1a000000', 'hex'),
  Buffer.from('WEBPVP8L'),
  Buffer.alloc(14),
])
export const HTML = Buffer.from('<!doctype html><script>alert(document.domain)</script>')
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 0x90)])

/** A zip with these parts, nothing of it packed. */
export function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const [bodies, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const [title, content] = [Buffer.from(name), Buffer.from(text)]
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt32LE(crc32(content), 10)
    about.writeUInt32LE(content.length, 14)
    about.writeUInt32LE(content.length, 18)
    about.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, title, content])
    bodies.push(body)
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), about, place, title]))
    at += body.length
  }
  const index = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, index, Buffer.from('PK\u0005\u0006'), end])
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const typesFor = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="${main}"/></Types>`

/** A document of an office program. */
export const DOCX = zipOf({
  '[Content_Types].xml': typesFor(`${OFFICE}.wordprocessingml.document.main+xml`),
  'word/document.xml': '<w:document/>',
})
export const XLSX = zipOf({
  '[Content_Types].xml': typesFor(`${OFFICE}.spreadsheetml.sheet.main+xml`),
  'xl/workbook.xml': '<workbook/>',
})
export const PPTX = zipOf({
  '[Content_Types].xml': typesFor(`${OFFICE}.presentationml.presentation.main+xml`),
  'ppt/presentation.xml': '<p:presentation/>',
})
export const ODT = openDocument('text')
export const ODS = openDocument('spreadsheet')
/** A text with a program in it, behind more parts than anybody looks at. */
export const CROWDED_DOCX = zipOf({
  '[Content_Types].xml': typesFor(`${OFFICE}.wordprocessingml.document.main+xml`),
  'word/document.xml': '<w:document/>',
  ...Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`word/media/${n}`, ''])),
  'word/vbaProject.bin': 'x',
})
/** It says to be a text, and has none. */
export const HOLLOW_DOCX = zipOf({
  '[Content_Types].xml': typesFor(`${OFFICE}.wordprocessingml.document.main+xml`),
  'run.exe': 'MZ',
})
/** A workbook with a program in it. */
export const XLSX_WITH_PROGRAM = zipOf({
  '[Content_Types].xml': typesFor(`${OFFICE}.spreadsheetml.sheet.main+xml`),
  'xl/workbook.xml': '<workbook/>',
  'xl/vbaProject.bin': 'Sub Auto_Open()',
})
export const PLAIN_ZIP = zipOf({ 'notes.txt': 'Counted by hand' })

function openDocument(kind: string): Buffer {
  return zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': '<office:document-content/>',
    'META-INF/manifest.xml': '<manifest/>',
  })
}
