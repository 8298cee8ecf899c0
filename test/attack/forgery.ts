import { makeSecret } from '../../server/auth/secrets.ts'
import type { Client } from '../support/client.ts'
import type { World } from '../support/world.ts'
import { makeCalendarFile } from '../support/world-reflections.ts'
import { type Dice, diceOf } from './dice.ts'

/** What came of a number of forged tokens: those that were taken for good. */
export interface ForgeryOutcome {
  readonly tried: number
  readonly accepted: readonly string[]
}

/**
 * Tries so many tokens that nobody was given: random ones, and real ones with a letter changed, cut, doubled or
 * written otherwise, as session, API token, respondent secret, display token, calendar address and invitation.
 */
export async function tryForgedTokens(world: World, count: number, seed: number): Promise<ForgeryOutcome> {
  const dice = diceOf(seed)
  const real = await realTokens(world)
  // A lock that opens for nobody proves nothing.
  for (const { token, use } of real)
    if ((await use(world.api.nobody, token)) >= 400) throw new Error(`a real token is refused: ${use.toString()}`)
  const accepted: string[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const { token, use } = dice.pick(real)
    const forged = forge(token, dice)
    if (forged === token) continue
    const status = await use(world.api.nobody, forged)
    if (status < 400) accepted.push(`${use.name}: ${JSON.stringify(forged)} made of ${token}`)
  }
  return { tried: count, accepted }
}

interface Token {
  readonly token: string
  /** Status of a call that needs this token. */
  readonly use: (nobody: Client, token: string) => Promise<number>
}

async function realTokens(world: World): Promise<Token[]> {
  const { token } = await world.makeApiToken(world.people.alice.userId)
  const session = /mv=([^;]+)/.exec(world.people.alice.client.headers['cookie'] ?? '')?.[1] ?? ''
  const respondent = world.actors.find(({ isRespondent }) => isRespondent)
  const secret = respondent?.client.headers['authorization']?.split(' ')[1] ?? ''
  const room = `/api/live/rounds/${respondent?.room ?? ''}/wall`
  const header = (scheme: string, value: string) => ({ authorization: `${scheme} ${value}` })
  const statusOf = async (client: Client, url: string) => (await client.get(url)).status
  return [
    { token: session, use: (nobody, forged) => statusOf(nobody.with({ cookie: `mv=${forged}` }), '/api/me') },
    { token, use: (nobody, forged) => statusOf(nobody.with(header('Bearer', forged)), '/api/me') },
    { token: secret, use: (nobody, forged) => statusOf(nobody.with(header('Respondent', forged)), '/api/response') },
    { token: secret, use: (nobody, forged) => statusOf(nobody.with({ cookie: `mvr=${forged}` }), room) },
    {
      token: await world.makeDisplay('bakery'),
      use: async (nobody, forged) => (await nobody.post('/api/displays', { token: forged })).status,
    },
    {
      token: await world.invitationToken(),
      use: async (nobody, forged) => (await nobody.post('/api/invitations/view', { token: forged })).status,
    },
    {
      token: (await makeCalendarFile(world, 'bakery')).replace('.ics', ''),
      use: (nobody, forged) => statusOf(nobody, `/api/calendar/${encodeURIComponent(forged)}.ics`),
    },
  ]
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function forge(token: string, dice: Dice): string {
  const place = dice.below(Math.max(1, token.length))
  const letter = LETTERS.charAt(dice.below(LETTERS.length))
  switch (dice.below(9)) {
    case 0:
      return makeSecret()
    case 1:
      return token.slice(0, place) + letter + token.slice(place + 1)
    case 2:
      return token.slice(0, place)
    case 3:
      return token + letter
    case 4:
      return token + token
    case 5:
      return token.toLowerCase()
    case 6:
      return `${token}=`
    case 7:
      return [...token].toReversed().join('')
    default:
      return dice.pick([
        '',
        'null',
        'undefined',
        '0',
        'admin',
        '%00',
        `${token}%00`,
        `%20${token}`,
        `${token}/`,
        `"${token}`,
      ])
  }
}
