import type { Scope } from '../auth/scope.ts'
import { Licence, type ProgrammePage, type ProgrammePageInput } from '../contract/programme-pages.ts'
import type { Database, Db } from '../db/open.ts'
import type { ProgrammeRow } from '../db/programme-tables.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { lockOrganisation } from '../db/queries/organisations.ts'
import { listConsented } from '../db/queries/participations.ts'
import {
  findProgramme,
  findShownProgramme,
  holdSlug,
  isSlugTaken,
  upsertProgramme,
} from '../db/queries/programme-pages.ts'
import { listReleaseNames } from '../db/queries/programme-releases.ts'
import { seeingEvery, seeingOnly } from '../db/tenant-lock.ts'
import { contrastOf, READABLE_CONTRAST } from '../domain/contrast.ts'
import { mainInstrument } from '../domain/main-instrument.ts'
import type { Instruments } from '../instruments.ts'
import { ProblemError, refuseField } from '../problem.ts'
import { viewHeatmap } from './programme-figures.ts'
import { collectedBy } from './programme-releases-input.ts'
import { type PublicFigures, publicFigures } from './public-figures.ts'

/** What public pages need. */
export interface PageDeps {
  readonly db: Db
  readonly now: () => Date
  readonly instruments: Instruments
}

/** The settings of the public page of a programme. */
export async function readProgrammePage({ db }: PageDeps, scope: Scope, origin: string): Promise<ProgrammePage> {
  const [row, collected] = [await findProgramme(db, scope), await collectedBy(db, scope)]
  const isPublished = (await listReleaseNames(db, collected)).length > 0
  return viewPage(row ?? emptyProgramme(scope), isPublished, origin)
}

/**
 * Sets what a public page says, under which address, and whether it can be seen.
 *
 * @throws {ProblemError} `edited-meanwhile`; `slug-taken`; `page-without-address` when it should be shown without one;
 * `accent-not-readable` when texts in that colour could not be read on white.
 */
export async function saveProgrammePage(
  deps: PageDeps & { readonly database: Database },
  scope: Scope,
  input: ProgrammePageInput,
  origin: string,
): Promise<ProgrammePage> {
  if (input.shown && input.slug === null) throw new ProblemError('page-without-address')
  if (input.accent !== null && contrastOf(input.accent, '#ffffff') < READABLE_CONTRAST)
    throw new ProblemError('accent-not-readable')
  await deps.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, scope)
    const stored = await findProgramme(trx, scope)
    if ((stored?.revision ?? 0) !== input.revision) throw new ProblemError('edited-meanwhile')
    // Addresses of pages are one list for all programmes.
    const { slug } = input
    if (slug !== null) {
      await holdSlug(trx, deps.database.kind, slug)
      if (await seeingEvery(() => isSlugTaken(trx, scope, slug))) throw new ProblemError('slug-taken')
    }
    const at = deps.now()
    await upsertProgramme(trx, { ...(stored ?? emptyProgramme(scope)), ...rowOf(input, stored, at) })
    const { organisationId, userId } = scope
    await insertAuditEvent(trx, { organisationId, userId, action: 'programme.page', object: organisationId, at })
  })
  return readProgrammePage(deps, scope, origin)
}

function rowOf(
  input: ProgrammePageInput,
  stored: ProgrammeRow | undefined,
  at: Date,
): Omit<ProgrammeRow, 'organisationId' | 'instrumentId'> {
  const { title, about, licence, contact, accent, slug, shown, revision } = input
  if (!Licence.options.includes(licence)) refuseField('#/licence', 'is not known')
  return {
    slug,
    titleNl: title.nl,
    titleEn: title.en,
    aboutNl: about.nl,
    aboutEn: about.en,
    licence,
    contact,
    accent,
    shownSince: shown ? (stored?.shownSince ?? at.toISOString()) : null,
    revision: revision + 1,
  }
}

function emptyProgramme({ organisationId }: Scope): ProgrammeRow {
  const empty = { titleNl: '', titleEn: '', aboutNl: '', aboutEn: '', contact: '' }
  const none = { slug: null, accent: null, shownSince: null, revision: 0 }
  return { organisationId, instrumentId: mainInstrument('company'), licence: 'CC-BY-4.0', ...empty, ...none }
}

function viewPage(row: ProgrammeRow, isPublished: boolean, origin: string): ProgrammePage {
  return {
    title: { nl: row.titleNl, en: row.titleEn },
    about: { nl: row.aboutNl, en: row.aboutEn },
    licence: Licence.parse(row.licence),
    contact: row.contact,
    accent: row.accent,
    slug: row.slug,
    url: row.slug === null ? null : `${origin}/p/${row.slug}`,
    shownSince: row.shownSince,
    isPublished,
    revision: row.revision,
  }
}

/** All that a public page shows. */
export interface PublicPage {
  readonly programme: ProgrammeRow & { readonly name: string }
  readonly figures: PublicFigures
  /** Companies that said yes to the public list, by name. */
  readonly companies: readonly { readonly name: string; readonly park: string | null }[]
}

/**
 * What everybody may see of a programme: figures that were published, without small counts (`publicFigures`), and names of
 * companies that consented to that.
 *
 * @param asked quarter and horizon; left out, the newest and the first.
 * @throws {ProblemError} `not-found`: for a page that is not shown as for one that never was.
 */
export async function readPublicPage(
  deps: PageDeps,
  slug: string,
  asked: { readonly period?: string | undefined; readonly horizon?: string | undefined },
): Promise<PublicPage> {
  const programme = await seeingEvery(() => findShownProgramme(deps.db, slug))
  if (programme === undefined) throw new ProblemError('not-found')
  const { organisationId } = programme
  return seeingOnly([organisationId], async () => {
    const figures = publicFigures(await viewHeatmap(deps, { organisationId }, asked))
    const { release, horizons } = figures
    if (asked.period !== undefined && release === null) throw new ProblemError('not-found')
    if (asked.horizon !== undefined && !horizons.includes(asked.horizon)) throw new ProblemError('not-found')
    const consented = await listConsented(deps.db, organisationId, 'public')
    const parks = new Map(figures.rows.map(({ id, name }) => [id, name]))
    const companies = consented.map(({ name, parkId }) => ({ name, park: parks.get(parkId) ?? null }))
    return { programme, figures, companies }
  })
}
