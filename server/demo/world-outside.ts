import { saveExperiment } from '../services/experiments.ts'
import { saveParty } from '../services/parties.ts'
import type { DemoNetwork } from './conversation.ts'
import { Random } from './random.ts'
import type { DemoTalk } from './talk.ts'

/** Stores the parties outside with what goes to and fro, and the experiments with them. */
export async function addDemoNetwork(talk: DemoTalk, { by, on, parties, experiments }: DemoNetwork): Promise<void> {
  const { database, now } = talk.on(on)
  const deps = { db: database.db, now }
  const scope = talk.scopeOf(by)
  const random = new Random('conversation network')
  const ids = new Map<string, string>()
  for (const { key, name, kind, links } of parties) {
    const id = random.id()
    if (key !== undefined) ids.set(key, id)
    const said = links.map((link) => ({ ...link, note: talk.say(link.note) }))
    await saveParty(deps, scope, id, { name: talk.say(name), kind, links: said, revision: 0 })
  }
  for (const { party, hypothesis, smallestTest, measure, learned, ...rest } of experiments) {
    await saveExperiment(deps, scope, random.id(), {
      ...rest,
      partyId: ids.get(party) ?? '',
      hypothesis: talk.say(hypothesis),
      smallestTest: talk.say(smallestTest),
      measure: talk.say(measure),
      learned: talk.say(learned),
      revision: 0,
    })
  }
}
