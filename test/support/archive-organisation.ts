import { InstrumentImported } from '../../server/contract/imports.ts'
import { joinRound, newRound, type Person, type TestApp } from './app.ts'
import { type Filled, fillOrganisation } from './full-organisation.ts'

/**
 * An organisation with a row in every table that an archive has: what `fillOrganisation` does, and beside it a
 * round with a questionnaire of its own.
 */
export async function fillForArchive(
  api: TestApp,
  owner: Person,
  organisationId: string,
  mark: string,
): Promise<Filled> {
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
  return filled
}
