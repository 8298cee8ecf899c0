import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readDrill } from '../../server/upkeep/state-file.ts'
import { UpkeepPlace } from '../support/upkeep-place.ts'

let place: UpkeepPlace
beforeEach(async () => {
  place = await UpkeepPlace.make()
})
afterEach(() => place.close())

describe('a drill', () => {
  test('puts the newest backup back in a temporary place, remembers that, and leaves nothing', async () => {
    await place.backups.make()
    expect(place.backups.drill).toBeNull()
    await place.backups.drillWhenDue()
    expect(place.backups.drill).toEqual({
      at: place.clock.now().toISOString(),
      file: place.backups.list()[0]?.name,
      fault: null,
    })
    expect(readdirSync(place.dataDir)).not.toContain('drill')
    place.clock.pass({ days: 6 })
    const { at } = place.backups.drill ?? {}
    await place.backups.drillWhenDue()
    expect(place.backups.drill?.at).toBe(at)
    place.clock.pass({ days: 1 })
    await place.backups.drillWhenDue()
    expect(place.backups.drill?.at).toBe(place.clock.now().toISOString())
  })

  test('finds a backup whose bytes changed, says so, and a new backup follows', async () => {
    await place.backups.make()
    const [file] = place.backups.list()
    const bytes = readFileSync(file?.path ?? '')
    bytes.writeUInt8(bytes.readUInt8(9000) ^ 1, 9000)
    writeFileSync(file?.path ?? '', bytes)
    await expect(place.backups.drillNow()).rejects.toMatchObject({ code: 'backup-damaged' })
    expect(place.backups.drill).toMatchObject({ fault: 'backup-damaged' })
    await place.upkeep.look()
    expect(place.upkeep.readiness).toBe('attention')
    // The same one once more would say the same.
    await place.backups.drillWhenDue()
    place.clock.pass({ minutes: 15 })
    await place.backups.makeWhenChanged()
    expect(place.backups.list()).toHaveLength(2)
    place.again()
    await place.upkeep.look()
    expect(place.upkeep.readiness).toBe('attention')
    await place.backups.drillWhenDue()
    expect(place.backups.drill).toMatchObject({ fault: null, file: place.backups.newest?.name })
    expect(place.upkeep.readiness).toBe('ok')
  })

  test('that finds no room is remembered, asks for attention, and is done as soon as there is room', async () => {
    await place.backups.make()
    place.again(1e15)
    await expect(place.backups.drillWhenDue()).rejects.toMatchObject({ code: 'no-room' })
    expect(readDrill(place.dataDir)).toEqual({
      at: place.clock.now().toISOString(),
      file: place.backups.newest?.name,
      fault: 'no-room',
    })
    place.again()
    await place.upkeep.look()
    expect(place.upkeep.readiness).toBe('attention')
    await place.backups.drillWhenDue()
    expect([place.upkeep.readiness, place.backups.drill?.fault]).toEqual(['ok', null])
  })
})
