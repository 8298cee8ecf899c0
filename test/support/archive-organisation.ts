import { InstrumentImported } from '../../server/contract/imports.ts'
import { joinRound, newRound, type Person, type TestApp } from './app.ts'
import { newSheet, rated } from './company-sheet.ts'
import { type Filled, fillOrganisation } from './full-organisation.ts'

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
  openDays: 14,
  remindDays: [3],
  revision: 0,
}

/**
 * An organisation with a row in every table that an archive has: what `fillOrganisation` does, and beside it a
 * questionnaire of its own with a round, a rhythm, a sheet on which a team is at work, and figures of a report.
 */
export async function fillForArchive(
  api: TestApp,
  owner: Person,
  organisationId: string,
  mark: string,
): Promise<Filled & { sheetId: string }> {
  const { client } = owner
  const org = `/api/organisations/${organisationId}`
  const filled = await fillOrganisation(api, owner, organisationId, mark)
  const form = await client.get('/api/instruments/example-form')
  const instrument = (await client.post(`${org}/imports/instruments`, form.bytes)).as(InstrumentImported)
  const { id, version } = instrument
  const known = api.deps.instruments.find(id, version)
  const own = await newRound(client, organisationId, {
    instrument: { id, version },
    itemIds: known?.items.map((item) => item.id) ?? [],
    horizons: [known?.horizons[0] ?? ''],
    mode: 'open',
    groups: ['staff', 'customer'],
    title: `${mark} own`,
  })
  const phone = await joinRound(api.nobody, own.code, { name: `${mark} visitor`, group: 'staff' })
  const place = { itemId: known?.items[0]?.id, horizon: known?.horizons[0], seq: 1 }
  await phone.client.put('/api/response/answers', [{ ...place, opId: crypto.randomUUID(), rating: known?.scale.max }])
  await client.post(`${org}/rounds/${own.id}/close`)
  const planned = await client.put(`${org}/plan`, PLAN)
  if (planned.status >= 300) throw new Error(planned.text)
  const sheet = await newSheet(client, organisationId, { title: `${mark} at work`, period: '2026-Q3' })
  await sheet.answer(client, rated('i01', 2), rated('i03', 5))
  await api.database.db
    .insertInto('evidenceFact')
    .values({
      organisationId,
      roundId: sheet.roundId,
      itemId: 'i01',
      number: 1,
      concept: 'NumberOfEmployees',
      kind: 'number',
      labelNl: 'Medewerkers',
      labelEn: 'Employees',
      value: '12',
      unit: 'people',
      period: '2025',
      place: 'Sheet 1, D22',
    })
    .execute()
  return { ...filled, sheetId: sheet.roundId }
}
