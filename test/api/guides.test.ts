import { beforeEach, describe, expect, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { Example, GuideView } from '../../server/contract/guides.ts'
import { signUp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'

const ADDRESS = '/api/reflection-guides/seven-questions/1.0.0'

describe.each(DATABASES)('guides of reflections on $name', ({ open }) => {
  let api: TestApp
  let alice: Client

  beforeEach(async () => {
    api = await startAppForTest(open)
    alice = (await signUp(api)).client
  })

  test('a signed-in reader gets the whole version, as it stands in its files', async () => {
    const view = (await alice.get(ADDRESS)).as(GuideView)
    const guide = api.deps.guides.find('seven-questions', '1.0.0')
    expect(view).toEqual({
      id: 'seven-questions',
      version: '1.0.0',
      texts: guide?.texts,
      lenses: guide?.lenses,
      judgingWords: guide?.judgingWords,
    })
    expect(view.texts.nl.questions['2'].title).toBe('Welk gedrag zien we nu?')
  })

  test('its library of examples is read apart: only one question needs it', async () => {
    const { items } = (await alice.get(`${ADDRESS}/examples`)).as(listOf(Example))
    expect(items).toEqual(api.deps.guides.find('seven-questions', '1.0.0')?.examples)
    expect((await api.nobody.get(`${ADDRESS}/examples`)).refusal).toBe('sign-in-needed')
  })

  test('the browser may keep it for an hour, for this reader only', async () => {
    const { headers } = await alice.get(ADDRESS)
    expect(headers['cache-control']).toBe('private, max-age=3600')
  })

  test('it travels compressed', async () => {
    const reply = await api.app.inject({ url: ADDRESS, headers: { ...alice.headers, 'accept-encoding': 'br' } })
    expect(reply.headers['content-encoding']).toBe('br')
    expect(reply.rawPayload.length).toBeLessThan(30_000)
  })

  test('nobody else gets it, and a version that is not there is not found', async () => {
    expect((await api.nobody.get(ADDRESS)).refusal).toBe('sign-in-needed')
    for (const missing of ['seven-questions/9.9.9', 'nothing/1.0.0']) {
      const reply = await alice.get(`/api/reflection-guides/${missing}`)
      expect([reply.status, reply.refusal]).toEqual([404, 'not-found'])
    }
  })
})
