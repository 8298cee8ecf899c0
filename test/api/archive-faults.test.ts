import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ArchivePreview } from '../../server/contract/archives.ts'
import type { InstrumentFile } from '../../server/contract/instruments.ts'
import type { Results } from '../../server/contract/results.ts'
import { readArchive } from '../../server/import/archive.ts'
import { hashOfInstrument } from '../../server/services/imported-instruments.ts'
import { text as sentence } from '../../server/texts.ts'
import { countsOf, elsewhere, fullOrganisation, hashed, type Row, rowsOf, send } from '../support/archive-sending.ts'
import { type Archive, archiveText } from '../support/archives.ts'
import { DATABASES } from '../support/databases.ts'

describe.each(DATABASES)('an archive on $name', ({ open }) => {
  test('that is damaged, or does not hold together, is refused with the place, and leaves nothing behind', async () => {
    const { api, organisationId } = await fullOrganisation(open)
    const text = await archiveText(api.database, organisationId)
    const archive = JSON.parse(text) as Archive
    const { api: other, zoe } = await elsewhere(open)
    await send(zoe, text, '/preview')
    const before = await countsOf(other)
    const changed = (table: string, change: (row: Row) => Row) => ({
      ...archive,
      [table]: rowsOf(archive, table).map((row, index) => (index === 0 ? change(row) : row)),
    })
    const file = rowsOf(archive, 'evidenceContent')[0]?.['content']
    const page = Buffer.from('<script>alert(1)</script>')
    const cases: [unknown, string][] = [
      [text.replace("Alice's bakery", "Alice's bikery"), 'hash'],
      [`${text.slice(0, text.length / 2)}`, 'not-json'],
      ['[]', 'not-an-archive'],
      ['{"product":"meervoud"}', 'older'],
      ['{"product":"meervoud","archive":99}', 'newer'],
      [`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'not-an-archive'],
      [text.replace('"product":"meervoud"', '"product":"meervoud","__proto__":{"isAdmin":true}'), 'forbidden-name'],
      [text.replace('"remarks":{"', '"remarks":{"constructor":"x","'), 'forbidden-name'],
      [{ ...archive, user: [] }, 'unknown-part'],
      [changed('round', (row) => ({ ...row, threshold: 0 })), 'shape'],
      [changed('round', (row) => ({ ...row, code: 'ABCDEF' })), 'shape'],
      [changed('release', (row) => ({ ...row, roundId: randomUUID() })), 'reference'],
      [
        changed('release', (row) => ({
          ...row,
          document: { ...(row['document'] as Row), mode: row['mode'] === 'open' ? 'anonymous' : 'open', release: {} },
        })),
        'shape',
      ],
      [{ ...archive, round: [...rowsOf(archive, 'round'), rowsOf(archive, 'round')[0]] }, 'twice'],
      [changed('sheet', (row) => ({ ...row, answers: `${row['answers']}1` })), 'sheet'],
      [changed('sheet', (row) => ({ ...row, answers: '9' })), 'sheet'],
      [changed('evidenceContent', (row) => ({ ...row, content: page.toString('base64') })), 'file'],
      ...['a.html', '../../a.csv', 'a\u202egpj.exe', `a\ud800.csv`].map((name): [unknown, string] => [
        changed('evidenceFile', (row) => ({ ...row, name })),
        'file',
      ]),
      [changed('importedInstrument', fromItself), 'instrument-damaged'],
      [changed('importedInstrument', withUnknownDimension), 'instrument-damaged'],
      [
        changed('release', (row) => inRelease(row, { instrument: { id: 'six-capitals', version: '9.0.0' } })),
        'release',
      ],
      [
        changed('release', (row) => {
          const document = row['document'] as Results
          return { ...row, document: { ...document, threshold: 1, horizons: { never: document.horizons['now'] } } }
        }),
        'release',
      ],
      [{ ...archive, organisation: { ...(archive['organisation'] as Row), kind: 'castle' } }, 'shape'],
      [{ ...archive, release: rowsOf(archive, 'release').map(forged) }, 'figures'],
      [
        { ...archive, people: Array.from({ length: 100_001 }, () => ({ id: randomUUID(), name: 'A' })) },
        'too-many-rows',
      ],
      [{ ...archive, instruments: [{ id: 'nobody', version: '1.0.0', contentHash: 'x' }] }, 'instrument-missing'],
      [
        { ...archive, instruments: (archive['instruments'] as Row[]).map((one) => ({ ...one, contentHash: 'x' })) },
        'instrument-other',
      ],
    ]
    expect(file).toBeTruthy()
    for (const [what, code] of cases) {
      const body = typeof what === 'string' ? what : await hashed(what as Archive)
      const read = await readArchive(Buffer.from(body), other.deps.instruments, 100_000)
      const codes = 'faults' in read ? read.faults.map((fault) => fault.code) : []
      expect([code, codes.some((one) => one === code)]).toEqual([code, true])
    }
    const body = await hashed(changed('round', (row) => ({ ...row, threshold: 0 })) as Archive)
    const said = { place: 'round 1, threshold', wrong: sentence('nl', 'archive-fault-shape') }
    const found = (await send(zoe, body, '/preview')).as(ArchivePreview)
    expect(found).toEqual({ archive: null, more: 0, faults: [said] })
    const { errors, type } = (await send(zoe, body)).problem()
    expect([type, errors]).toEqual(['/problems/archive-faulty', [{ pointer: said.place, detail: said.wrong }]])
    expect(await countsOf(other)).toEqual(before)
    expect(({} as Row)['isAdmin']).toBe(undefined)
  })
})

/** A questionnaire that says that it came from itself: whoever walked back from it would walk for ever. */
function fromItself(row: Row): Row {
  const { items } = row['content'] as InstrumentFile
  const kept = items.map(({ id }) => ({ id, kind: 'kept', was: [id], comparable: true, why: 'The same' }))
  return rehashed({ ...row, lineage: { from: row['version'], items: kept, dropped: [] } })
}

function withUnknownDimension(row: Row): Row {
  const content = row['content'] as InstrumentFile
  const items = content.items.map((item) => ({ ...item, dimension: 'nowhere' }))
  return rehashed({ ...row, content: { ...content, items } })
}

function rehashed(row: Row): Row {
  const json = (column: string) => JSON.stringify(row[column])
  const lineage = row['lineage'] === null ? null : json('lineage')
  const columns = { content: json('content'), textsNl: json('textsNl'), textsEn: json('textsEn'), lineage }
  return { ...row, contentHash: hashOfInstrument(columns) }
}

function inRelease(row: Row, changes: object): Row {
  const document = row['document'] as Results
  return { ...row, document: { ...document, release: { ...document.release, ...changes } } }
}

/** Every figure of an item is 99, with a sheet beside it that says otherwise. */
function forged(row: Row): Row {
  const document = row['document'] as Results
  return {
    ...row,
    document: { ...document, items: document.items.map((item) => ({ ...item, score: item.score && 99 })) },
  }
}
