import {
  type BinaryOperationNode,
  CamelCasePlugin,
  ColumnNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  PostgresDialect,
  RawNode,
  ReferenceNode,
  ValueNode,
} from 'kysely'
import pg from 'pg'
import type { Database } from '../../server/db/open.ts'
import { lockConnection } from '../../server/db/tenant-lock.ts'
import { Transactions } from '../../server/db/transactions.ts'

/** Takes `organisation_id = <an id>` out of every statement, wherever it stands in a condition; joins stay as they are. */
class WithoutFirstLock extends OperationNodeTransformer {
  removed = 0

  override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    if (!isOrganisation(node) || !ValueNode.is(node.rightOperand)) return super.transformBinaryOperation(node)
    this.removed += 1
    // What is left is true of every row that has an organisation: the condition keeps its place.
    return { ...node, rightOperand: RawNode.createWithSql(sqlOf(node)) }
  }
}

function isOrganisation({ leftOperand }: BinaryOperationNode): boolean {
  const column = ReferenceNode.is(leftOperand) ? leftOperand.column : leftOperand
  return ColumnNode.is(column) && /^organisation_?id$/i.test(column.column.name)
}

/** The left side once more, so that the comparison is one of a column with itself. */
function sqlOf({ leftOperand }: BinaryOperationNode): string {
  const table = ReferenceNode.is(leftOperand) ? leftOperand.table?.table.identifier.name : undefined
  const quoted = (name: string) => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`
  return table === undefined ? '"organisation_id"' : `${quoted(table)}."organisation_id"`
}

/** A database on PostgreSQL in which no query names its organisation any more, as if every one had forgotten to. */
export function openWithoutFirstLock(url: string): Database & { readonly removed: () => number } {
  const transformer = new WithoutFirstLock()
  const forget: KyselyPlugin = {
    transformQuery: ({ node }) => transformer.transformNode(node),
    transformResult: async ({ result }) => result,
  }
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  pool.on('error', () => undefined)
  const dialect = new PostgresDialect({ pool, onCreateConnection: lockConnection })
  const db = new Transactions({ dialect, plugins: [forget, new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
  return { db, kind: 'postgres', sqlite: undefined, close: () => db.destroy(), removed: () => transformer.removed }
}
