import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { EvidenceFile, MOST_FILE_BYTES } from '../../server/contract/company-sheets.ts'
import { MOST_BYTES_OF_ORGANISATION } from '../../server/services/evidence-files.ts'
import { startAppForTest } from '../support/app.ts'
import { newSheet, rated } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'
import * as files from '../support/sample-files.ts'
import { hashOfTables } from '../support/table-hash.ts'

const CSV = Buffer.from('week;kWh\n44;1200\n')
const OFFICE = 'application/vnd.openxmlformats-officedocument'

describe.each(DATABASES)('files that show where an answer comes from, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const sheet = await newSheet(people.alice.client, people.bakery)
    const stored = async () => (await sheet.read(people.alice.client)).files
    return { ...people, api, sheet, owner: people.alice.client, stored }
  }

  test.each([
    ['a PDF', files.PDF, 'energy.pdf', 'application/pdf'],
    ['a PNG', files.PNG, 'roof.png', 'image/png'],
    ['a JPEG', files.JPEG, 'roof.jpeg', 'image/jpeg'],
    ['a WebP', files.WEBP, 'roof.webp', 'image/webp'],
    ['a Word document', files.DOCX, 'plan.docx', `${OFFICE}.wordprocessingml.document`],
    ['an Excel workbook', files.XLSX, 'figures.xlsx', `${OFFICE}.spreadsheetml.sheet`],
    ['a PowerPoint', files.PPTX, 'talk.pptx', `${OFFICE}.presentationml.presentation`],
    ['an OpenDocument text', files.ODT, 'plan.odt', 'application/vnd.oasis.opendocument.text'],
    ['an OpenDocument sheet', files.ODS, 'figures.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['a CSV', CSV, 'meter.csv', 'text/csv'],
    ['a text that begins as a picture does', Buffer.from('BM = board meeting'), 'notes.txt', 'text/plain'],
  ])('%s is kept, and comes back byte for byte', async (_, content, name, type) => {
    const { sheet, owner, erin } = await start()
    const file = (await sheet.addFile(erin.client, 'i01', content, name)).as(EvidenceFile)
    expect(file).toMatchObject({ itemId: 'i01', name, type, bytes: content.length, by: erin.userId })
    expect((await sheet.read(owner)).files).toEqual([file])
    const reply = await sheet.download(owner, file)
    expect(reply.headers['content-length']).toBe(String(content.length))
    expect(Buffer.compare(reply.bytes, content)).toBe(0)
  })

  test.each([
    ['a page that calls itself a picture', files.HTML, 'roof.png'],
    ['a page that calls itself a text', files.HTML, 'notes.txt'],
    ['a picture with a script in it', files.SVG, 'logo.svg'],
    ['a program that calls itself a PDF', files.PROGRAM, 'report.pdf'],
    ['a zip', files.PLAIN_ZIP, 'all.zip'],
    ['a zip that calls itself a Word document', files.PLAIN_ZIP, 'plan.docx'],
    ['what only says to be a Word document', files.HOLLOW_DOCX, 'plan.docx'],
    ['a workbook with a program in it', files.XLSX_WITH_PROGRAM, 'figures.xlsx'],
    ['a document with a program behind 5,000 other parts', files.CROWDED_DOCX, 'plan.docx'],
    ['text in letters of long ago', Buffer.from('caf\u00e9', 'latin1'), 'notes.txt'],
    ['text with control characters', Buffer.from('fine\u0000\u001b[2J'), 'notes.txt'],
    ['a text without saying so', Buffer.from('#!/bin/sh\nrm -rf /'), 'clean.sh'],
  ])('%s is refused, whatever its name says', async (_, content, name) => {
    const { api, sheet, owner } = await start()
    const before = await hashOfTables(api.database)
    const reply = await sheet.addFile(owner, 'i01', content, name)
    expect([reply.status, reply.refusal]).toEqual([415, 'file-type-refused'])
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('a file is only ever saved, never shown: no type, no scripts, no copy in a browser', async () => {
    const { sheet, owner } = await start()
    const file = (await sheet.addFile(owner, 'i01', files.PDF, 'Énergie “2026” 100%.pdf')).as(EvidenceFile)
    const { headers } = await sheet.download(owner, file)
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Energie 2026 100.pdf"; filename*=UTF-8''%C3%89nergie%20%E2%80%9C2026%E2%80%9D%20100%25.pdf`,
    )
    expect(headers['content-type']).toBe('application/octet-stream')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(headers['cache-control']).toBe('no-store')
  })

  test.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Temp\\energy.pdf', 'energy.pdf'],
    ['energy\r\nset-cookie: a=b.pdf', 'energy set-cookie a=b.pdf'],
    // Written from right to left it would read energyfdp.exe.
    ['energy\u202eexe.pdf', 'energy exe.pdf'],
    ['energy.html', 'energy.html.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['con.pdf', '_con.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ])('the name %j is kept as %j', async (given, kept) => {
    const { sheet, owner } = await start()
    expect((await sheet.addFile(owner, 'i01', files.PDF, given)).as(EvidenceFile).name).toBe(kept)
  })

  test('a file without a name, and one with a broken one, are refused', async () => {
    const { sheet, owner } = await start()
    expect((await sheet.addFile(owner, 'i01', files.PDF, ' .. ')).refusal).toBe('file-name-missing')
    const path = `/api/organisations/${sheet.organisationId}/rounds/${sheet.roundId}/sheet/files/${randomUUID()}?item=i01`
    const broken = await owner.with({ 'x-file-name': '%E0%A4%A' }).call('PUT', path, files.PDF)
    expect([broken.status, broken.refusal]).toEqual([422, 'file-name-missing'])
  })

  test('no more than 5 MB is read, no empty file, and nothing but bytes', async () => {
    const { sheet, owner } = await start()
    const path = `/api/organisations/${sheet.organisationId}/rounds/${sheet.roundId}/sheet/files/${randomUUID()}?item=i01`
    const large = Buffer.concat([files.PDF, Buffer.alloc(MOST_FILE_BYTES - files.PDF.length + 1)])
    expect((await sheet.addFile(owner, 'i01', large, 'large.pdf')).refusal).toBe('body-too-large')
    expect((await sheet.addFile(owner, 'i01', large.subarray(0, MOST_FILE_BYTES), 'large.pdf')).status).toBe(200)
    expect((await sheet.addFile(owner, 'i01', Buffer.alloc(0), 'empty.txt')).refusal).toBe('invalid-request')
    expect((await owner.put(path, { name: 'energy.pdf' })).refusal).toBe('unsupported-media-type')
  })

  test('a delivery that repeats is one file; its id stands for no other file', async () => {
    const { sheet, owner, stored } = await start()
    const id = randomUUID()
    const first = (await sheet.addFile(owner, 'i01', files.PDF, 'energy.pdf', id)).as(EvidenceFile)
    expect((await sheet.addFile(owner, 'i01', files.PDF, 'energy.pdf', id)).as(EvidenceFile)).toEqual(first)
    expect((await sheet.addFile(owner, 'i01', files.PNG, 'energy.png', id)).refusal).toBe('operation-reused')
    expect((await sheet.addFile(owner, 'i02', files.PDF, 'energy.pdf', id)).refusal).toBe('operation-reused')
    expect(await stored()).toEqual([first])
  })

  test('a question takes twenty files, and an organisation 250 MB', async () => {
    const { api, sheet, owner, bakery } = await start()
    for (let n = 0; n < 20; n += 1) await sheet.addFile(owner, 'i01', CSV, `meter ${n}.csv`)
    expect((await sheet.addFile(owner, 'i01', CSV, 'one more.csv')).refusal).toBe('too-many-files')
    const [file] = (await sheet.read(owner)).files
    // As if they were large: the room is counted from what is noted of each.
    const bytes = MOST_BYTES_OF_ORGANISATION - 19 * CSV.length - CSV.length
    const { db } = api.database
    await db
      .updateTable('evidenceFile')
      .set({ bytes })
      .where('id', '=', file?.id ?? '')
      .execute()
    expect((await sheet.addFile(owner, 'i02', CSV, 'fits.csv')).status).toBe(200)
    const full = await sheet.addFile(owner, 'i03', Buffer.from('x'), 'x.txt')
    expect([full.status, full.refusal]).toEqual([409, 'no-room-for-files'])
    expect((await (await newSheet(owner, bakery)).addFile(owner, 'i01', CSV, 'x.csv')).refusal).toBe(
      'no-room-for-files',
    )
  })

  test('a file of another organisation, or of another round, looks like one that is not there', async () => {
    const { sheet, owner, carol, mill, bakery, api } = await start()
    const theirs = await newSheet(carol.client, mill)
    const file = (await theirs.addFile(carol.client, 'i01', files.PDF, 'secret.pdf')).as(EvidenceFile)
    const own = await newSheet(owner, bakery)
    const other = (await own.addFile(owner, 'i01', files.PDF, 'own.pdf')).as(EvidenceFile)
    const missing = await sheet.download(owner, { id: randomUUID() })
    const before = await hashOfTables(api.database)
    for (const reply of [
      await sheet.download(owner, file),
      await sheet.download(owner, other),
      await sheet.removeFile(owner, file),
      await sheet.removeFile(owner, other),
      await theirs.download(owner, file),
    ])
      expect([reply.status, reply.text]).toEqual([404, missing.text])
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('who only looks saves files and adds or removes none', async () => {
    const { sheet, owner, frank } = await start()
    const file = (await sheet.addFile(owner, 'i01', files.PDF, 'energy.pdf')).as(EvidenceFile)
    expect((await sheet.download(frank.client, file)).status).toBe(200)
    expect((await sheet.addFile(frank.client, 'i01', files.PDF, 'mine.pdf')).refusal).toBe('not-allowed')
    expect((await sheet.removeFile(frank.client, file)).refusal).toBe('not-allowed')
  })

  test('who contributes removes what they added; an owner or facilitator anything; the log says which file', async () => {
    const { api, sheet, owner, erin, bob } = await start()
    const theirs = (await sheet.addFile(owner, 'i01', files.PDF, 'energy.pdf')).as(EvidenceFile)
    const own = (await sheet.addFile(erin.client, 'i01', files.PNG, 'roof.png')).as(EvidenceFile)
    const more = (await sheet.addFile(erin.client, 'i02', CSV, 'meter.csv')).as(EvidenceFile)
    const reply = await sheet.removeFile(erin.client, theirs)
    expect([reply.status, reply.refusal]).toEqual([403, 'not-allowed'])
    expect([(await sheet.read(erin.client)).mayRemoveAny, (await sheet.read(owner)).mayRemoveAny]).toEqual([
      false,
      true,
    ])
    expect((await sheet.removeFile(erin.client, own)).status).toBe(204)
    expect((await sheet.removeFile(bob.client, more)).status).toBe(204)
    const events = await api.database.db
      .selectFrom('auditEvent')
      .select(['action', 'object', 'userId'])
      .where('action', 'like', 'evidence.%')
      .orderBy('number')
      .execute()
    expect(events.map(({ action, object }) => [action, object])).toEqual([
      ...[theirs, own, more].map(({ id }) => ['evidence.add', id]),
      ...[own, more].map(({ id }) => ['evidence.remove', id]),
    ])
    const log = await owner.get(`/api/organisations/${sheet.organisationId}/audit`)
    expect(log.text).toContain('energy.pdf')
  })

  test('a file that is removed is gone with its bytes; after signing off none comes or goes', async () => {
    const { api, sheet, owner, stored } = await start()
    const file = (await sheet.addFile(owner, 'i01', files.PDF, 'energy.pdf')).as(EvidenceFile)
    expect((await sheet.removeFile(owner, file)).status).toBe(204)
    expect((await sheet.removeFile(owner, file)).refusal).toBe('not-found')
    expect(await api.database.db.selectFrom('evidenceContent').selectAll().execute()).toEqual([])
    const kept = (await sheet.addFile(owner, 'i01', files.PNG, 'roof.png')).as(EvidenceFile)
    await sheet.answer(owner, rated('i01', 4))
    await sheet.signOff(owner)
    expect((await sheet.addFile(owner, 'i01', files.PDF, 'late.pdf')).refusal).toBe('round-closed')
    expect((await sheet.removeFile(owner, kept)).refusal).toBe('round-closed')
    expect((await sheet.download(owner, kept)).status).toBe(200)
    expect(await stored()).toEqual([kept])
  })
})
