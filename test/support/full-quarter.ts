import { randomUUID } from 'node:crypto'
import type { Person, TestApp } from './app.ts'
import { newSheet, rated } from './company-sheet.ts'

/** A rhythm as somebody sets it. */
const PLAN = {
  instrument: 'six-capitals',
  horizons: ['now'],
  usual: 'weakest',
  fullQuarter: 4,
  mode: 'open',
  answering: 'together',
  groups: [],
  expected: null,
  opens: { from: 'end', days: -14 },
  openDays: 15,
  remindDays: [3],
  revision: 0,
}

/**
 * Lets an owner do what a company does through the year: a rhythm, a sheet on which a team is at work with figures of a
 * report beside it, and somebody who is named and came along by name only.
 */
export async function fillQuarter(
  api: TestApp,
  { client }: Person,
  organisationId: string,
  mark: string,
): Promise<{ sheetId: string }> {
  const planned = await client.put(`/api/organisations/${organisationId}/plan`, PLAN)
  if (planned.status >= 300) throw new Error(planned.text)
  const sheet = await newSheet(client, organisationId, { title: `${mark} at work`, period: '2026-Q3' })
  await sheet.answer(client, rated('i01', 2), rated('i03', 5))
  await sheet.work(client, 'i03', { revision: 0, certainty: 'measured', note: `${mark} scales` })
  const { db } = api.database
  const of = { organisationId, roundId: sheet.roundId }
  const figure = { concept: 'NumberOfEmployees', kind: 'number', value: '12', unit: 'people', period: '2025' } as const
  const words = { labelNl: `${mark} medewerkers`, labelEn: `${mark} employees`, place: 'Sheet 1, D22' }
  await db
    .insertInto('evidenceFact')
    .values({ ...of, itemId: 'i01', number: 1, ...figure, ...words })
    .execute()
  const id = randomUUID()
  await db
    .insertInto('importedPerson')
    .values({ organisationId, id, name: `${mark} elsewhere` })
    .execute()
  await db.updateTable('itemWork').set({ assignedTo: id }).where('roundId', '=', sheet.roundId).execute()
  return { sheetId: sheet.roundId }
}
