import { csvOf } from '../contract/csv.ts'
import type { PublicPage } from '../services/programme-pages.ts'
import { licenceUrl, titleOf } from './page.ts'

/** What a download says about itself: what it is, of which release, and what anybody may do with it. */
function aboutOf({ programme, figures }: PublicPage) {
  return {
    title: { nl: titleOf(programme, 'nl'), en: titleOf(programme, 'en') },
    licence: { name: programme.licence, url: licenceUrl(programme.licence) },
    release: figures.release,
    instrument: figures.instrument,
    whoTookPart: figures.whoTookPart,
    horizon: figures.horizon,
    note: 'Means of companies, which weigh equally; scores below 15 count as 15 and those above 85 as 85. null: not shown, see reason (too-few: fewer than five companies; complement: it would tell what another company scored). A count below five is not told: nReason and reason say fewer-than-five. A figure with earlier (in CSV: another number of release) is of that earlier publication of the quarter, with its own n: the newest cannot show it, and because says why.',
  }
}

/** Published figures as JSON, with what they are. */
export function publicJson(page: PublicPage): object {
  return { ...aboutOf(page), rows: page.figures.rows }
}

/** Published figures as CSV: one line for each row and capital, with the number of the publication that it is of. */
export function publicCsv(page: PublicPage): string {
  const { release, rows, horizon } = page.figures
  const header = [
    'period',
    'release',
    'horizon',
    'kind',
    'id',
    'name',
    'capital',
    'companies',
    'companies_reason',
    'mean',
    'end',
    'lower',
    'upper',
    'not_shown',
    'licence',
  ]
  const lines = rows.flatMap(({ kind, id, name, cells }) =>
    cells.map(({ dimension, n, nReason, mean, lowOrHigh, lower, upper, reason, earlier }) => [
      release?.period ?? null,
      earlier?.release.number ?? release?.number ?? null,
      horizon,
      kind,
      id,
      name,
      dimension,
      n,
      nReason,
      mean,
      lowOrHigh,
      lower,
      upper,
      reason,
      page.programme.licence,
    ]),
  )
  return csvOf(header, lines)
}
