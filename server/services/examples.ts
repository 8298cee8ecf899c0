import type { Scope } from '../auth/scope.ts'
import { type OwnExample, OwnExampleContent, type OwnExampleInput } from '../contract/examples.ts'
import type { Db } from '../db/open.ts'
import { deleteExample, findExample, listExamples, upsertExample } from '../db/queries/examples.ts'
import type { ExampleRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { inTurn, keepUnseenWords, type NetworkDeps } from './network-writes.ts'

/** Own examples of an organisation. */
export async function viewExamples(db: Db, scope: Scope): Promise<OwnExample[]> {
  return (await listExamples(db, scope)).map(viewExample)
}

function viewExample({ id, content, revision }: ExampleRow): OwnExample {
  return { id, content: OwnExampleContent.parse(JSON.parse(content)), revision }
}

/**
 * Keeps an own example, new or changed.
 *
 * @throws {ProblemError} `edited-meanwhile` when somebody else changed it since the writer looked; `not-found`
 * when it was thrown away meanwhile.
 */
export function saveExample(deps: NetworkDeps, scope: Scope, id: string, input: OwnExampleInput): Promise<OwnExample> {
  return inTurn(deps, scope, async (trx) => {
    const stored = await findExample(trx, scope, id)
    const content = JSON.stringify(input.content)
    if (stored !== undefined && stored.content === content) return viewExample(stored)
    keepUnseenWords(stored, input.revision)
    const { organisationId, userId } = scope
    const row = { organisationId, id, content, editorId: userId, revision: (stored?.revision ?? 0) + 1 }
    await upsertExample(trx, row)
    return viewExample(row)
  })
}

/**
 * Throws an own example away.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function removeExample(db: Db, scope: Scope, id: string): Promise<void> {
  if (!(await deleteExample(db, scope, id))) throw new ProblemError('not-found')
}
