import { describe, expect, test } from 'vitest'
import { columnsOf, tablesOf, userColumnsOf } from '../../server/data-inventory.ts'
import { DATABASES } from '../support/databases.ts'

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

describe.each(DATABASES)('the list of what is kept, beside the tables of $name', ({ open }) => {
  test('has a line for every column, and no line for a column that is not there', async () => {
    const database = await open()
    const tables = await database.db.withoutPlugins().introspection.getTables()
    const kept = tables.map(({ name, columns }) => [
      camelCase(name),
      columns.map((column) => camelCase(column.name)).sort(),
    ])
    const listed = tablesOf().map(([name, line]) => [name, [...columnsOf(line).keys()].sort()])
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(kept))
    await database.close()
  })

  test('knows every column that points to a user, and erases with the account what must go with it', async () => {
    const database = await open()
    const tables = await database.db.withoutPlugins().introspection.getTables()
    for (const { name, columns } of tables) {
      const line = tablesOf().find(([table]) => table === camelCase(name))?.[1]
      const named = columns
        .map((column) => camelCase(column.name))
        .filter((column) => /^(userId|createdBy|requestedBy|authorId|editorId|holderId|voterKey)$/.test(column))
      expect([name, line && userColumnsOf(line).map(([column]) => column)]).toEqual([
        name,
        name === 'user' ? ['id'] : expect.arrayContaining(named),
      ])
    }
    await database.close()
  })
})

test('a column stands under one class only, and what is written on phones is among what a round keeps', () => {
  for (const [name, line] of tablesOf()) {
    const columns = Object.values(line.columns).flat()
    expect([name, new Set(columns).size]).toEqual([name, columns.length])
    for (const column of [...(line.texts ?? []), ...userColumnsOf(line).map(([own]) => own)])
      expect([name, columns.includes(column)]).toEqual([name, true])
  }
})
