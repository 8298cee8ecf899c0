import { rmSync } from 'node:fs'
import { migrate, openDatabase } from '../../server/db/open.ts'
import { atMost, type Figure } from '../bench/figures.ts'
import { temporaryFolder } from '../bench/processes.ts'
import { startApp } from '../support/app.ts'
import { World } from '../support/world.ts'
import { tryForgedTokens } from './forgery.ts'

const TOKENS = 10_000

/** 10,000 forged tokens of every kind, on the embedded database. */
export async function forgeryFigures(): Promise<Figure[]> {
  const dataDir = temporaryFolder('attack-forgery')
  const database = await openDatabase({ dataDir })
  await migrate(database)
  const api = await startApp(database)
  try {
    const { accepted } = await tryForgedTokens(await World.make(api), TOKENS, 1)
    for (const one of accepted.slice(0, 20)) console.log(one)
    return [atMost(`${TOKENS} forged tokens: taken for good`, accepted.length, 0, '', 0)]
  } finally {
    await api.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
