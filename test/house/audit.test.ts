import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentResource } from '@fluent/bundle'
import { expect, test } from 'vitest'
import { AUDIT_ACTIONS, SYSTEM_ACTIONS } from '../../server/contract/audit.ts'
import { AUDIT_KINDS, AUDIT_OBJECTS } from '../../server/contract/audit-kinds.ts'
import { sentenceId } from '../../server/contract/audit-words.ts'
import { LOCALES } from '../../server/contract/common.ts'

const TEXTS = new URL('../../data/texts', import.meta.url).pathname

/** Every id of the part, with its source: what a sentence says can be looked into. */
const sentencesOf = (locale: string): Map<string, string> => {
  const resource = new FluentResource(readFileSync(join(TEXTS, locale, 'audit.ftl'), 'utf8'))
  return new Map(resource.body.map(({ id, value }) => [id, JSON.stringify(value)]))
}

// The compiler knows every action that code notes: `AuditAction` and `SystemAction` are what may be noted.
test.each(LOCALES)('every action that is noted has a sentence of its own in %s', (locale) => {
  const sentences = sentencesOf(locale)
  const actions = { ...AUDIT_ACTIONS, ...SYSTEM_ACTIONS }
  expect(Object.keys(actions).filter((action) => !sentences.has(sentenceId(action)))).toEqual([])
  const silent = Object.entries(actions).filter(([action, { object }]) => {
    const saysWhat = sentences.get(sentenceId(action))?.includes('"what"') ?? false
    return saysWhat !== (object !== 'none')
  })
  expect(
    silent.map(([action]) => action),
    'says what it was done to, when that has a name',
  ).toEqual([])
})

test.each(LOCALES)(
  'every kind of event, everybody who does something and everything it is done to has words in %s',
  (locale) => {
    const sentences = sentencesOf(locale)
    const objects = AUDIT_OBJECTS.filter((object) => object !== 'none')
    const ids = [
      ...AUDIT_KINDS.map((kind) => `audit-kind-${kind}`),
      ...['former', 'operator', 'nobody'].map((who) => `audit-who-${who}`),
      ...objects.flatMap((object) => [`audit-what-${object}`, `audit-gone-${object}`]),
    ]
    expect(ids.filter((id) => !sentences.has(id))).toEqual([])
  },
)
