import { loadConfig } from '../../server/config.ts'
import { serve } from '../../server/serve.ts'
import type { SheetStore } from '../../server/services/save-answers.ts'

/*
 * A server for the benchmarks, in a process of its own. With `--no-store` it answers the same validated requests
 * without storing anything: the line that the real one is held against.
 */

const withoutStoring: SheetStore = {
  save: async (_secretHash, operations) => operations.map(({ opId }) => ({ opId, status: 'applied' })),
  idle: async () => undefined,
}

const isBare = process.argv.includes('--no-store')
const server = await serve(loadConfig(process.env), {
  lan: false,
  demo: false,
  // The limit is asked and never reached: a connection here stands for hundreds of phones.
  answerBudget: { burst: 1e9, perSecond: 1e9 },
  ...(isBare ? { sheets: withoutStoring } : {}),
})
process.send?.({ origin: server.origin })
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
// A benchmark that failed leaves no server behind.
process.on('disconnect', () => process.exit(1))
