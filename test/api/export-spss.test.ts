import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { RoundRow } from '../../server/db/tables.ts'
import type { ExportedRound } from '../../server/export/round-answers.ts'
import { spssSyntax } from '../../server/export/spss.ts'
import { type LoadedInstrument, loadInstruments } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { joinRound, newRound, signUp, startAppForTest } from '../support/app.ts'
import { newSheet, rated } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { type SpssToken, spssCommands } from '../support/spss.ts'
import { takeFile } from '../support/workbooks.ts'

const words = (tokens: readonly SpssToken[] | undefined) => (tokens ?? []).map(({ value }) => value)
const commandOf = (commands: readonly SpssToken[][], ...names: readonly string[]) =>
  commands.filter((tokens) => names.every((name, index) => tokens[index]?.value === name))

/** Labels by variable or value, of a list that is divided by `/`. */
function labelsIn(tokens: readonly SpssToken[]): [string, string][] {
  const plain = tokens.filter(({ value, kind }) => kind === 'text' || value !== '/')
  return plain.flatMap((token, index) => {
    const label = plain[index + 1]
    return token.kind !== 'text' && label?.kind === 'text' ? [[token.value, label.value] as [string, string]] : []
  })
}

describe.each(DATABASES)('the form of a team for a statistics program, on $name', ({ open }) => {
  test('says with each question how certain its answer is, and has no columns for a name and a group', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const sheet = await newSheet(alice.client, alice.organisationId, { horizons: ['now'] })
    await sheet.answer(alice.client, rated('i01', 4), rated('i02', 2))
    await sheet.work(alice.client, 'i01', { revision: 0, certainty: 'measured' })
    await sheet.signOff(alice.client)
    const path = `/api/organisations/${alice.organisationId}/rounds/${sheet.roundId}/export`
    const csv = await takeFile(api, alice.client, `${path}.csv?shape=wide`)
    const [header = [], row = []] = parse(csv.bytes, { bom: true, delimiter: ';' })
    expect(header).toEqual([
      'respondent',
      ...['', '_missing', '_certainty'].flatMap((part) => ['i01', 'i02', 'i03'].map((id) => `${id}_now${part}`)),
    ])
    expect(row.slice(1)).toEqual(['4', '2', '', '', '', 'not_answered', 'measured', '', ''])
    const syntax = await takeFile(api, alice.client, `${path}.sps?locale=nl`)
    const commands = spssCommands(syntax.bytes.toString())
    const [read] = commandOf(commands, 'GET', 'DATA')
    const variables = words(read).slice(words(read).indexOf('VARIABLES') + 2)
    expect(variables.filter((_, index) => index % 2 === 0)).toEqual(header)
    const labels = new Map(labelsIn((commandOf(commands, 'VARIABLE', 'LABELS')[0] ?? []).slice(2)))
    expect(labels.get('i01_now_certainty')).toMatch(/^Hoe zeker: /)
    const certain = commandOf(commands, 'VALUE', 'LABELS').find((command) =>
      words(command).includes('i01_now_certainty'),
    )
    expect(words(certain)).toEqual(expect.arrayContaining(['measured', 'Gemeten', 'audited', 'Gecontroleerd']))
  })
})

describe.each(DATABASES)('SPSS syntax of an open round on $name', ({ open }) => {
  test('reads the wide table: its variables are the columns of the CSV, with labels and three missing values', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const round = await newRound(alice.client, alice.organisationId, {
      mode: 'open',
      variant: 'full',
      horizons: ['now', 'ahead'],
    })
    const ann = await joinRound(api.nobody, round.code, { name: 'Ann;\n"=1"' })
    const operation = { opId: randomUUID(), itemId: 'i01', horizon: 'ahead', seq: 1 }
    await ann.client.put('/api/response/answers', [{ ...operation, missing: 'unknown' }])
    const path = `/api/organisations/${alice.organisationId}/rounds/${round.id}/export`
    const syntax = await takeFile(api, alice.client, `${path}.sps?locale=en`)
    const commands = spssCommands(syntax.bytes.toString())
    const csv = await takeFile(api, alice.client, `${path}.csv?shape=wide`)
    const [header = [], ...rows] = parse(csv.bytes, { bom: true, delimiter: ';' })

    const [read] = commandOf(commands, 'GET', 'DATA')
    const name = /filename="([^"]+)"/.exec(String(csv.headers['content-disposition']))?.[1]
    expect(words(read).join(' ')).toContain(`/ FILE = ${name}`)
    const variables = words(read).slice(words(read).indexOf('VARIABLES') + 2)
    expect(variables.filter((_, index) => index % 2 === 0)).toEqual(header)
    for (const format of variables.filter((_, index) => index % 2 === 1)) expect(format).toMatch(/^(A\d+|F4\.0)$/)

    // What cannot be read as one line of a table would shift every row after it.
    expect([rows.length, rows[0]?.[1], csv.bytes.toString().trimEnd().split('\r\n').length]).toEqual([
      1,
      'Ann; "=1"',
      2,
    ])
    const [missing] = commandOf(commands, 'MISSING', 'VALUES')
    expect(words(missing).slice(-7)).toEqual(['(', '97', ',', '98', ',', '99', ')'])
    expect(words(missing).slice(2, -7)).toEqual(header.filter((column) => /^i\d\d_[a-z]+$/.test(column)))
    const ifs = commandOf(commands, 'IF').map((tokens) => words(tokens).slice(-8).join(' '))
    expect(ifs).toEqual(
      ['unknown', 'not_applicable', 'not_answered'].map((code, index) => `( why = ${code} ) rating = ${97 + index}`),
    )
    const labels = new Map(labelsIn((commandOf(commands, 'VARIABLE', 'LABELS')[0] ?? []).slice(2)))
    expect(labels.size).toBe(header.length - 3)
    expect(labels.get('i01_now')).toContain('How do we deal with learning and development at work?')
    for (const values of commandOf(commands, 'VALUE', 'LABELS')) {
      const steps = labelsIn(values.slice(2)).map(([step]) => step)
      expect(steps.slice(-3)).toEqual(['97', '98', '99'])
      expect(steps.length).toBeGreaterThan(4)
    }
  })
})

describe('SPSS syntax of any questionnaire', () => {
  const known = loadInstruments([join(DATA_ROOT, 'instruments')]).find('six-capitals', '1.0.0')
  const exported = (instrument: LoadedInstrument): ExportedRound => ({
    round: { horizons: JSON.stringify(instrument.horizons) } as RoundRow,
    instrument,
    itemIds: instrument.items.map(({ id }) => id),
    noted: new Map(),
    sheets: undefined,
  })

  test('keeps to the rules with quotes, long words, other letters and odd names of questions', () => {
    if (known === undefined) throw new Error('no questionnaire')
    const question = `It's "quoted" / = (1). ${'lang é中🙂 '.repeat(60)}`
    const items = known.items
      .slice(0, 3)
      .map((item, index) => ({ ...item, id: ['to', 'a-b', `x${'y'.repeat(39)}`][index] ?? '' }))
    const texts = Object.fromEntries(
      items.map(({ id }) => [
        id,
        { topic: 'x', question, anchors: { 1: question, 5: "''" }, explanation: 'x', example: 'x' },
      ]),
    )
    const odd = {
      ...known,
      items,
      texts: { nl: { ...known.texts.nl, items: texts }, en: { ...known.texts.en, items: texts } },
    }
    const commands = spssCommands(spssSyntax(exported(odd), 'x.csv', 'nl'))
    const labels = labelsIn((commandOf(commands, 'VARIABLE', 'LABELS')[0] ?? []).slice(2))
    expect(labels.length).toBe(3 * odd.horizons.length * 2)
    for (const [name, label] of labels) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(64)
      expect(Buffer.byteLength(label)).toBeLessThanOrEqual(255)
      if (!name.includes('_missing') && label.startsWith('It'))
        expect(label).toMatch(/^It's "quoted" \/ = \(1\)\. lang é中🙂 /)
    }
    for (const values of commandOf(commands, 'VALUE', 'LABELS'))
      for (const [, label] of labelsIn(values.slice(2))) expect(Buffer.byteLength(label)).toBeLessThanOrEqual(120)
  })
})
