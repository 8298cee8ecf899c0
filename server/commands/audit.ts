import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { findOrganisationById } from '../db/queries/organisations.ts'
import { type ChainCheck, checkAll, checkAudit, makeAnchor } from '../services/audit-check.ts'
import { StartError } from '../start-error.ts'
import { text } from '../texts.ts'
import { EXIT } from './exit.ts'
import { withDatabaseToRead } from './open-database.ts'
import type { Terminal } from './terminal.ts'

/**
 * `meervoud audit`: looks whether the logs of what was done are whole, one line for each, also while the server runs;
 * fails when one is not.
 */
export async function auditCommand(args: readonly string[], { env, locale, say }: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { organisation: { type: 'string' } } })
  const id = values.organisation
  let broken = 0
  const tell = (name: string | null, check: ChainCheck) => {
    if (check.broken !== undefined) broken += 1
    say(lineOf(name ?? text(locale, 'audit-command-system'), check, locale))
  }
  await withDatabaseToRead(loadConfig(env), async ({ db }) => {
    if (id !== undefined) {
      const organisation = await findOrganisationById(db, id)
      if (organisation === undefined) throw new StartError('organisation-unknown', { id })
      tell(organisation.name, await checkAudit(db, id))
      return
    }
    for await (const check of checkAll(db)) tell(check.name, check)
    const { chains, hash } = await makeAnchor(db)
    say(text(locale, 'audit-command-anchor', { chains, hash }))
  })
  return broken === 0 ? EXIT.done : EXIT.failed
}

function lineOf(name: string, { events, head, broken }: ChainCheck, locale: Terminal['locale']): string {
  if (broken === undefined)
    return text(locale, 'audit-command-whole', { name, n: events, number: head?.number ?? 0, hash: head?.hash ?? '' })
  return text(locale, 'audit-command-broken', {
    name,
    n: events,
    fault: text(locale, `audit-broken-${broken.why}`, { number: String(broken.number) }),
  })
}
