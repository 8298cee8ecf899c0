import fp from 'fastify-plugin'
import { type Budget, Budgets } from '../auth/budgets.ts'
import { ProblemError } from '../problem.ts'
import './access.ts'

/** Quicker than anybody answers, and slow enough that one phone does not take a room's server for itself. */
export const ANSWER_BUDGET: Budget = { burst: 50, perSecond: 2 }
const SAFE_METHODS = new Set(['GET', 'HEAD'])

/**
 * Lets each respondent write at a person's pace: answers, cards, dots. By secret and never by network address, because
 * a whole room is one address. A phone that is refused keeps what it has and delivers it a little later.
 */
export default fp<{ budget: Budget | undefined; now: () => Date }>(
  async (app, { budget = ANSWER_BUDGET, now }) => {
    const budgets = new Budgets(budget)
    app.addHook('onRequest', async (request) => {
      if (SAFE_METHODS.has(request.method)) return
      const { respondentHash, presence } = request
      const whose = respondentHash ?? (presence?.kind === 'respondent' ? presence.whose : undefined)
      const seconds = whose === undefined ? 0 : budgets.take(whose, now().getTime())
      if (seconds > 0) throw new ProblemError('too-many-attempts', { retryAfter: seconds })
    })
  },
  { name: 'answer-pace', dependencies: ['access'] },
)
