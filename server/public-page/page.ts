import type { Locale } from '../contract/common.ts'
import type { TookPart } from '../contract/programme-releases.ts'
import { type EarlierMark, earlierMarks, markOf } from '../domain/earlier-marks.ts'
import { SECTORS } from '../domain/sectors.ts'
import type { PublicPage } from '../services/programme-pages.ts'
import type { PublicCell, PublicFigures, PublicRow } from '../services/public-figures.ts'
import { text } from '../texts.ts'
import { html, type Markup, pageText } from './markup.ts'

/** Where things of a page are, and what its dimensions are called. */
export interface PageFrame {
  readonly locale: Locale
  /** Names of dimensions in the language of the page, by code. */
  readonly names: ReadonlyMap<string, string>
  /** Names of horizons, the same way. */
  readonly horizons: ReadonlyMap<string, string>
  /** Address of this page in the other language, about the same quarter and horizon. */
  readonly other: string
}

/** The public page of a programme: no script, no cookie, nothing from elsewhere. */
export function publicPage(page: PublicPage, frame: PageFrame): string {
  const { programme } = page
  const { locale } = frame
  const t = textsIn(locale)
  const title = titleOf(programme, locale)
  const path = `/p/${programme.slug ?? ''}`
  return pageText(html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="icon" href="/icon.svg">
    <link rel="stylesheet" href="/public-page.css">
    ${programme.accent !== null && html`<link rel="stylesheet" href="${path}/style.css?${programme.accent.slice(1)}">`}
    <link rel="alternate" hreflang="${locale === 'nl' ? 'en' : 'nl'}" href="${frame.other}">
  </head>
  <body>
    <a class="skip" href="#main">${t('public-skip')}</a>
    <header><p class="brand">Meervoud</p><p><a href="${frame.other}" lang="${locale === 'nl' ? 'en' : 'nl'}">${t('public-other-language')}</a></p></header>
    <main id="main">
      <h1>${title}</h1>
      ${paragraphs(locale === 'nl' ? programme.aboutNl : programme.aboutEn)}
      ${page.figures.release === null ? html`<p>${t('public-empty')}</p>` : figures(page, frame, path)}
      ${page.companies.length > 0 && companies(page, t)}
    </main>
    <footer>
      ${programme.contact !== '' && html`<p>${t('public-contact', { contact: programme.contact })}</p>`}
      <p class="pages"><a href="/accessibility">${t('public-accessibility')}</a> <a href="/privacy">${t('public-privacy')}</a></p>
    </footer>
  </body>
</html>
`)
}

type Words = (id: string, variables?: Record<string, string | number | Date>) => string

function textsIn(locale: Locale): Words {
  return (id, variables) => text(locale, id, variables)
}

/** The name of a page: its title, or the name of the programme. */
export function titleOf({ titleNl, titleEn, name }: PublicPage['programme'], locale: Locale): string {
  return (locale === 'nl' ? titleNl : titleEn) || name
}

function paragraphs(about: string): Markup[] {
  const parts = about.split(/\n\s*\n/).filter((part) => part.trim() !== '')
  return parts.map((part) => html`<p class="lead">${part.trim()}</p>`)
}

function figures(
  { programme, figures: told }: PublicPage,
  { locale, names, horizons: horizonNames }: PageFrame,
  path: string,
): Markup {
  const t = textsIn(locale)
  const { release, periods, horizons, horizon, whoTookPart } = told
  const marks = earlierMarks(told.rows.flatMap(({ cells }) => cells))
  const base = locale === 'nl' ? path : `${path}/en`
  const period = release?.period ?? ''
  const query = (of: string, about: string) => `${base}?period=${of}&horizon=${about}`
  return html`<section aria-labelledby="figures">
    <h2 id="figures">${t('public-figures', { period: periodText(period, t) })}</h2>
    ${whoTookPart !== null && html`<p>${tookPart(whoTookPart, t)}</p>`}
    <p>${t('public-no-order')}</p>
    <nav aria-label="${t('public-choose')}">
      <ul class="choices">${periods.map((of) => choice(query(of, horizon ?? ''), periodText(of, t), of === period))}</ul>
      ${horizons.length > 1 && html`<ul class="choices">${horizons.map((about) => choice(query(period, about), horizonNames.get(about) ?? about, about === horizon))}</ul>`}
    </nav>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="caption">
      <table>
        <caption><span id="caption">${t('public-table-caption', { horizon: horizonNames.get(horizon ?? '') ?? horizon ?? '' })}</span></caption>
        <thead>
          <tr>
            <th scope="col">${t('public-park')}</th>
            ${told.dimensions.map((dimension) => html`<th scope="col">${names.get(dimension) ?? dimension}</th>`)}
            <th scope="col">${t('public-companies-column')}</th>
          </tr>
        </thead>
        ${(['programme', 'park', 'region', 'sector'] as const).map((kind) => group(kind, told, { t, marks }))}
      </table>
    </div>
    ${marks.map((mark) => html`<p class="note">${earlierText(mark, locale, t)}</p>`)}
    <p class="note">${t('public-hidden')}</p>
    <p class="note">${t('public-counts')}</p>
    <p class="note">${t('public-mean')}</p>
    <h2>${t('public-download')}</h2>
    <p class="take-along">
      <a href="${path}/data.csv?period=${period}&horizon=${horizon ?? ''}" download>${t('public-csv')}</a>
      <a href="${path}/data.json?period=${period}&horizon=${horizon ?? ''}" download>${t('public-json')}</a>
    </p>
    <p>${t(`public-licence-${programme.licence === 'CC0-1.0' ? 'zero' : 'by'}`, { title: titleOf(programme, locale) })}
      <a rel="license" href="${licenceUrl(programme.licence)}">${programme.licence}</a>
    </p>
  </section>`
}

/** Where the words of a licence stand. */
export function licenceUrl(licence: string): string {
  return licence === 'CC0-1.0'
    ? 'https://creativecommons.org/publicdomain/zero/1.0/'
    : 'https://creativecommons.org/licenses/by/4.0/'
}

function choice(href: string, name: string, isChosen: boolean): Markup {
  return html`<li>${isChosen ? html`<strong aria-current="true">${name}</strong>` : html`<a href="${href}">${name}</a>`}</li>`
}

/** Who took part, and of how many. */
function tookPart({ joined, contributed }: TookPart, t: Words): string {
  return [t('public-joined', { n: joined }), t('public-contributed', { n: contributed }), t('public-others')].join(' ')
}

interface Said {
  readonly t: Words
  readonly marks: readonly EarlierMark[]
}

function group(kind: PublicRow['kind'], { rows, dimensions }: PublicFigures, said: Said): Markup | null {
  const { t } = said
  const own = rows.filter((row) => row.kind === kind)
  if (own.length === 0) return null
  return html`<tbody>
    ${kind !== 'programme' && html`<tr class="kind"><th scope="rowgroup" colspan="${dimensions.length + 2}">${t(`public-kind-${kind}`)}</th></tr>`}
    ${own.map((row) => {
      return html`<tr>
        <th scope="row">${rowText(row, t)}</th>
        ${row.cells.map((cell) => figure(cell, said))}
        <td class="count">${countText(row, t)}</td>
      </tr>`
    })}
  </tbody>`
}

/** What a row is called; a park or region that is there no more has no name, and nobody reads anything in an id. */
function rowText({ kind, id, name }: PublicRow, t: Words): string {
  if (kind === 'programme') return t('public-whole')
  if (kind === 'sector') return sectorText(id, t)
  return name ?? t(`public-unnamed-${kind}`, { code: id })
}

/** How many companies there are in the cell of a row with the most, of this publication where a park is in it. */
function countText({ cells, tookPart: told }: PublicRow, t: Words): string {
  const ofThis = cells.filter(({ earlier }) => earlier === null)
  if (ofThis.length === 0 && told !== null) return told.contributed.count?.toString() ?? t('public-why-few')
  const counts = (ofThis.length === 0 ? cells : ofThis).flatMap(({ n }) => n ?? [])
  return counts.length === 0 ? t('public-why-few') : String(Math.max(...counts))
}

function sectorText(code: string, t: Words): string {
  return SECTORS.some((known) => known === code) ? t(`sector-${code}`) : code
}

/** What a mark means: of which publication, and why not of the newest. */
function earlierText({ mark, release, because }: EarlierMark, locale: Locale, t: Words): string {
  const date = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long' })
  const said = { mark, number: release.number, date: date.format(new Date(release.madeAt)) }
  return t(`public-earlier-${because}`, said)
}

function figure(cell: PublicCell, { t, marks }: Said): Markup {
  const { mean, lowOrHigh, reason, earlier, n } = cell
  if (mean !== null) {
    const bin = Math.min(4, Math.floor(mean / 20))
    return html`<td class="bin-${bin}">${lowOrHigh === null ? mean : t(`public-end-${lowOrHigh}`)}${markOf(cell, marks)}${earlier !== null && n !== null && html` <small>${t('public-earlier-of', { n })}</small>`}</td>`
  }
  return html`<td class="hidden"><span>${t(reason === 'complement' ? 'public-why-complement' : 'public-why-few')}</span></td>`
}

function companies({ companies: list }: PublicPage, t: Words): Markup {
  return html`<section aria-labelledby="companies">
    <h2 id="companies">${t('public-companies')}</h2>
    <p>${t('public-companies-about')}</p>
    <ul class="companies">
      ${list.map(({ name, park }) => html`<li>${name}${park !== null && html`, ${park}`}</li>`)}
    </ul>
  </section>`
}

function periodText(period: string, t: Words): string {
  const [year = '', quarter] = period.split('-Q')
  return quarter === undefined ? year : t('public-quarter', { quarter, year })
}

/** What stands where there is no page, or none that everybody can see. */
export function noPage(locale: Locale): string {
  const t = textsIn(locale)
  return pageText(html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${t('public-missing-title')}</title>
    <link rel="stylesheet" href="/public-page.css">
  </head>
  <body>
    <main id="main">
      <h1>${t('public-missing-title')}</h1>
      <p class="lead">${t('public-missing')}</p>
    </main>
  </body>
</html>
`)
}
