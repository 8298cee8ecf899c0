import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { Email } from '../contract/accounts.ts'
import { Period, Role } from '../contract/common.ts'
import { OfferInput } from '../contract/exchange.ts'
import { ParkInput } from '../contract/parks.ts'
import { Slug } from '../contract/programme-pages.ts'
import { CAPITALS } from '../domain/capitals.ts'
import { DATA_ROOT } from '../paths.ts'
import { InTwoLanguages } from './two-languages.ts'

const Company = z.strictObject({
  name: z.string(),
  sector: z.string(),
  /** The first quarter of which it gives figures; left out: from the start. */
  since: Period.optional(),
  /** Whether it takes part and gives its figures too. */
  contributes: z.boolean().default(true),
  /** Whether it is named, on its park and on the public list. */
  named: z.boolean().default(false),
})
/** A company of the demo's programme, checked. */
export type PlannedCompany = z.infer<typeof Company>

const Park = ParkInput.extend({
  /** The mean rating of its companies, and by how much capitals lie off it; on the scale of 1 to 5. */
  level: z.number(),
  lean: z.partialRecord(z.enum(CAPITALS), z.number()),
  /** Whether those who run it answered the questions about the park itself. */
  own: z.boolean(),
  companies: z.array(Company),
})
/** A business park of the demo's programme, checked. */
export type PlannedPark = z.infer<typeof Park>

const Day = z.iso.date()
/** A quarter, and the days on which things happen in it. */
const Quarter = z.strictObject({
  period: Period,
  joinOn: Day,
  answerOn: Day,
  /** When companies agree on something: in a quarter with a next one, in which it counts. */
  agreeOn: Day.optional(),
  publishOn: Day,
})

const Offer = z.strictObject({ ...OfferInput.shape, company: z.string(), text: InTwoLanguages })
const Agreement = z.strictObject({ dimension: z.enum(CAPITALS), title: InTwoLanguages, agreement: InTwoLanguages })

const DemoProgramme = z.strictObject({
  name: z.string(),
  /** One of each role. */
  people: z.array(z.strictObject({ name: z.string(), email: Email, role: Role })),
  /** The company of which whoever looks at the demo is an owner. */
  visitor: z.string(),
  foundedOn: Day,
  quarters: z.array(Quarter).min(1),
  firstNames: z.array(z.string()),
  lastNames: z.array(z.string()),
  roundName: InTwoLanguages,
  ownRoundName: InTwoLanguages,
  agreements: z.array(Agreement),
  /** Who bears that money gives way for a while. */
  bearer: InTwoLanguages,
  offers: z.array(Offer),
  /** Two companies of which both said yes. */
  agreed: z.strictObject({ offer: z.string(), need: z.string(), contact: InTwoLanguages }),
  page: z.strictObject({ slug: Slug, title: InTwoLanguages, about: InTwoLanguages, contact: z.string() }),
  parks: z.array(Park),
})
/** The regional programme of the demo, checked. */
export type DemoProgramme = z.infer<typeof DemoProgramme>

/** The programme as its file says, and the text of that: a demo of another text is another demo. */
export function loadDemoProgramme(): { readonly programme: DemoProgramme; readonly source: string } {
  const source = readFileSync(join(DATA_ROOT, 'demo', 'programme.json'), 'utf8')
  return { programme: DemoProgramme.parse(JSON.parse(source)), source }
}

/** How many rounds building it makes. */
export function roundsOf({ parks, quarters }: DemoProgramme): number {
  const companies = parks.flatMap((park) => park.companies)
  const ofQuarters = quarters.map(({ period }) => companies.filter((company) => answersIn(company, period)).length)
  return ofQuarters.reduce((sum, rounds) => sum + rounds, 0) + parks.filter(({ own }) => own).length
}

/** Whether a company takes part by then. */
export function answersIn({ since }: PlannedCompany, period: string): boolean {
  return since === undefined || since <= period
}
