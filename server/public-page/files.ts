import { csvOf } from '../contract/csv.ts'
import type { PublicPage } from '../services/programme-pages.ts'
import { licenceUrl, titleOf } from './page.ts'

/** What a download says about itself: what it is, of which release, and what anybody may do with it. */
function aboutOf({ programme, heatmap }: PublicPage) {
  return {
    title: { nl: titleOf(programme, 'nl'), en: titleOf(programme, 'en') },
    licence: { name: programme.licence, url: licenceUrl(programme.licence) },
    release: heatmap.release,
    instrument: heatmap.instrument,
    whoTookPart: heatmap.whoTookPart,
    horizon: heatmap.horizon,
    note: 'Means of companies, which weigh equally; scores below 15 count as 15 and those above 85 as 85. null: not shown, see reason (too-few: fewer than five companies; complement: it would tell what another company scored).',
  }
}

/** Published figures as JSON, with what they are. */
export function publicJson(page: PublicPage): object {
  return { ...aboutOf(page), rows: page.heatmap.rows }
}

/** Published figures as CSV: one line for each row and capital. */
export function publicCsv(page: PublicPage): string {
  const { release, rows, horizon } = page.heatmap
  const header = [
    'period',
    'release',
    'horizon',
    'kind',
    'id',
    'name',
    'capital',
    'companies',
    'mean',
    'end',
    'lower',
    'upper',
    'not_shown',
    'licence',
  ]
  const lines = rows.flatMap(({ kind, id, name, cells }) =>
    cells.map(({ dimension, n, mean, lowOrHigh, lower, upper, reason }) => [
      release?.period ?? null,
      release?.number ?? null,
      horizon,
      kind,
      id,
      name,
      dimension,
      n,
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
