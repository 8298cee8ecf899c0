import { rmSync } from 'node:fs'
import { migrate, openDatabase } from '../../server/db/open.ts'
import type { Post } from '../../server/mail/post.ts'
import { atMost, type Figure, informs } from '../bench/figures.ts'
import { temporaryFolder } from '../bench/processes.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { postFor } from '../support/mail-app.ts'
import { Mailbox } from '../support/mailbox.ts'
import { World } from '../support/world.ts'
import { tryCrossSite } from './cross-site.ts'
import { tryEnumeration } from './enumeration.ts'
import { sendExtraFields } from './extra-fields.ts'
import { injectSql } from './injection.ts'
import { tryPollution } from './prototype.ts'
import { trySmuggling } from './smuggling.ts'
import { layOutFiles, traversals, tryTraversals } from './traversal.ts'

const TRIES = 200
/** Milliseconds between the medians of what is there and what is not. */
const MOST_APART_MS = 10

/** Tricks against the application, all of each kind, on the embedded database. */
export async function tricksFigures(): Promise<Figure[]> {
  return [
    ...(await onApp('cross-site', async (_api, world) => {
      const { tried, successes } = await tryCrossSite(world)
      return none(`${tried} requests of other sites`, 'taken, or a row changed', successes)
    })),
    ...(await onApp('extra', async (_api, world) => {
      const { tried, routes, successes, elsewhere } = await sendExtraFields(world)
      const figures = none(
        `${tried} fields too much over ${routes} writing routes`,
        'taken, or a column changed',
        successes,
      )
      return [...figures, informs('of those routes, refused before the body was looked at', String(elsewhere.length))]
    })),
    ...(await onApp('sql', async (_api, world) => {
      const { tried, weaknesses } = await injectSql(world)
      return none(`${tried} statements in addresses, queries and texts`, 'run, or told about', weaknesses)
    })),
    ...(await onApp('prototype', async (_api, world) => {
      const { tried, weaknesses } = await tryPollution(world)
      return none(`${tried} bodies, queries and CSV headers that pollute`, 'hung on to something', weaknesses)
    })),
    ...(await onApp('line', async (api) => {
      const { port } = new URL(await api.app.listen({ port: 0, host: '127.0.0.1' }))
      const smuggled = await trySmuggling(Number(port))
      const files = await tryTraversals(Number(port), traversals())
      return [
        ...none(`${smuggled.tried} requests that hide a second one`, 'seen as two', smuggled.weaknesses),
        ...none(`${files.tried} addresses out of the folder of the pages`, 'answered with a file', files.weaknesses),
      ]
    })),
  ]
}

/** Whether answers and their times tell who has an account. */
export async function enumerationFigures(): Promise<Figure[]> {
  // With a mail server, so that the mail for who is there is written and sent as it always is.
  const mailbox = await Mailbox.start()
  const figures = await onApp('enumeration', measureEnumeration, mailbox)
  await mailbox.stop()
  return figures
}

async function measureEnumeration(_api: TestApp, world: World): Promise<Figure[]> {
  const outcomes = await tryEnumeration(world, TRIES)
  return outcomes.flatMap(({ what, tries, answers, apart }) => [
    atMost(`${what}, ${tries} known and unknown: kinds of answers`, answers, 1, '', 0),
    atMost(`${what}, ${tries} known and unknown: medians apart`, apart, MOST_APART_MS, 'ms', 2),
  ])
}

function none(what: string, outcome: string, weaknesses: readonly string[]): Figure[] {
  for (const weakness of weaknesses.slice(0, 20)) console.log(weakness.slice(0, 300))
  return [atMost(`${what}: ${outcome}`, weaknesses.length, 0, '', 0)]
}

async function onApp(
  name: string,
  work: (api: TestApp, world: World) => Promise<Figure[]>,
  mailbox?: Mailbox,
): Promise<Figure[]> {
  const dataDir = temporaryFolder(`attack-${name}`)
  const database = await openDatabase({ dataDir })
  await migrate(database)
  // The clock is the application's, which is made after the post.
  const post: Post | undefined = mailbox && postFor(database, mailbox, () => api.clock.now())
  const api: TestApp = await startApp(database, { webRoot: layOutFiles(dataDir), mail: post })
  try {
    return await work(api, await World.make(api))
  } finally {
    await post?.stop()
    await api.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
