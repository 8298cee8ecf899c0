import type { Scope } from '../auth/scope.ts'
import type { AuditAction } from '../contract/audit.ts'
import type { EvidenceFact } from '../contract/company-sheets.ts'
import type { VsmeKept, VsmePreview } from '../contract/evidence-facts.ts'
import type { EvidenceFactRow } from '../db/company-tables.ts'
import type { Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { deleteFacts, listFacts, replaceFacts } from '../db/queries/evidence-facts.ts'
import { readVsme, type VsmeReport } from '../import/vsme.ts'
import type { VsmeFact } from '../import/vsme-cells.ts'
import { readVsmeVocabulary, type VsmeVocabulary } from '../import/vsme-vocabulary.ts'
import { readWorkbook } from '../import/workbook.ts'
import { isLinkedWorkbook } from '../import/workbook-guard.ts'
import { ProblemError } from '../problem.ts'
import {
  type CompanyDeps,
  type CompanyForm,
  findCompanyRound,
  formOf,
  lockCompanyRound,
  refuseUnlessOpen,
} from './company-round.ts'
import { countSentFile } from './sent-files.ts'

/** Most characters of words that are kept; what is longer stands in the report. */
const MOST_CHARACTERS = 1_000
/** Most figures beside one question, and cells without one that are named. */
const MOST_OF_ITEM = 60
const MOST_FAULTS = 50

/** A figure as it travels. */
export function evidenceFactOf(row: EvidenceFactRow): EvidenceFact {
  const { itemId, concept, kind, labelNl, labelEn, value, unit, period, place } = row
  return { itemId, concept, kind, label: { nl: labelNl, en: labelEn }, value, unit, period, place }
}

/**
 * What a filled VSME template holds about the questions of a round. Nothing is kept, and nothing of it is a rating.
 *
 * @param bytes the file as it came.
 * @throws {ProblemError} `not-found`; `round-not-open`, `round-closed`; `not-a-workbook`, `workbook-linked`,
 *   `not-a-vsme-report`; `too-many-attempts`, `busy`.
 */
export async function previewVsme(
  deps: CompanyDeps,
  scope: Scope,
  roundId: string,
  bytes: Buffer,
): Promise<VsmePreview> {
  const { db } = deps.database
  const round = await findCompanyRound(db, scope, roundId)
  refuseUnlessOpen(round)
  const form = await formOf(deps, db, round)
  const vocabulary = readVsmeVocabulary()
  await countSentFile(deps, scope, 'workbook')
  const report = await readReport(bytes, vocabulary)
  const facts = factsOf(report, form, vocabulary)
  const asked = new Set(facts.map(({ concept }) => concept))
  const left = new Set(report.facts.map(({ concept }) => concept).filter((concept) => !asked.has(concept)))
  const { entity, period, version, faults, unknown } = report
  return {
    entity,
    period,
    version,
    items: form.itemIds.flatMap((itemId) => {
      const mine = facts.filter((fact) => fact.itemId === itemId)
      const { nl, en } = form.instrument.texts
      const topic = { nl: nl.items[itemId]?.topic ?? '', en: en.items[itemId]?.topic ?? '' }
      return mine.length === 0 ? [] : [{ itemId, topic, facts: mine }]
    }),
    unused: [...left, ...unknown].map((concept) => labelOf(concept, vocabulary)),
    faults: faults.slice(0, MOST_FAULTS).map(({ concept, sheet, cell, fault }) => {
      return { label: labelOf(concept, vocabulary), sheet, cell, fault }
    }),
    stored: (await listFacts(db, round)).length,
  }
}

/**
 * Puts the figures of a filled VSME template beside the questions that ask about them, in the place of those that stood
 * there. They are evidence: no answer is given or changed.
 *
 * @throws {ProblemError} as `previewVsme`.
 */
export async function keepVsme(deps: CompanyDeps, scope: Scope, roundId: string, bytes: Buffer): Promise<VsmeKept> {
  const { db } = deps.database
  const before = await findCompanyRound(db, scope, roundId)
  refuseUnlessOpen(before)
  const vocabulary = readVsmeVocabulary()
  await countSentFile(deps, scope, 'workbook')
  const report = await readReport(bytes, vocabulary)
  const facts = factsOf(report, await formOf(deps, db, before), vocabulary)
  await db.transaction().execute(async (trx) => {
    const round = await lockCompanyRound(deps, trx, scope, roundId)
    refuseUnlessOpen(round)
    await replaceFacts(trx, round, rowsOf(facts, round.organisationId, round.id))
    await note(deps, trx, scope, 'evidence.figures', round.id)
  })
  deps.live.note(roundId, 'progress')
  return { facts: facts.length, items: new Set(facts.map(({ itemId }) => itemId)).size }
}

/**
 * Takes the figures of a report away; where there are none, nothing happens.
 *
 * @throws {ProblemError} `not-found`; `round-not-open`, `round-closed`.
 */
export async function removeVsme(deps: CompanyDeps, scope: Scope, roundId: string): Promise<void> {
  const removed = await deps.database.db.transaction().execute(async (trx) => {
    const round = await lockCompanyRound(deps, trx, scope, roundId)
    refuseUnlessOpen(round)
    const count = await deleteFacts(trx, round)
    if (count > 0) await note(deps, trx, scope, 'evidence.figures-removed', round.id)
    return count
  })
  if (removed > 0) deps.live.note(roundId, 'progress')
}

async function readReport(bytes: Buffer, { concepts }: VsmeVocabulary): Promise<VsmeReport> {
  const read = await readWorkbook(bytes)
  if ('fault' in read) throw new ProblemError('not-a-workbook', { detail: read.fault })
  // Figures from another file are not those of this report.
  if (isLinkedWorkbook(bytes)) throw new ProblemError('workbook-linked')
  const report = readVsme(read.workbook, concepts)
  if (report === undefined) throw new ProblemError('not-a-vsme-report')
  return report
}

function factsOf(report: VsmeReport, { instrument, itemIds }: CompanyForm, vocabulary: VsmeVocabulary): EvidenceFact[] {
  const asked = new Set(itemIds)
  return instrument.items
    .filter(({ id }) => asked.has(id))
    .flatMap(({ id, references }) => {
      const concepts = references?.vsme ?? []
      const mine = concepts.flatMap((concept) => report.facts.filter((fact) => fact.concept === concept))
      return mine.slice(0, MOST_OF_ITEM).map((fact) => viewFact(id, fact, vocabulary))
    })
}

function viewFact(itemId: string, fact: VsmeFact, vocabulary: VsmeVocabulary): EvidenceFact {
  const { concept, kind, part, unit, period, sheet, cell } = fact
  const label = labelOf(concept, vocabulary)
  const named = part === null ? undefined : (vocabulary.parts[part] ?? { nl: part, en: part })
  const value = fact.value.length > MOST_CHARACTERS ? `${fact.value.slice(0, MOST_CHARACTERS)}…` : fact.value
  return {
    itemId,
    concept,
    kind: kind === 'yes-no' ? 'yes-no' : ['choices', 'date', 'text'].includes(kind) ? 'text' : 'number',
    label: named === undefined ? label : { nl: `${label.nl}: ${named.nl}`, en: `${label.en}: ${named.en}` },
    value,
    unit,
    period,
    place: `${sheet} ${cell}`,
  }
}

/** The official label; of a concept that is not known here its name as words. */
function labelOf(concept: string, { concepts }: VsmeVocabulary): VsmePreview['unused'][number] {
  const known = concepts[concept]
  if (known !== undefined) return { nl: known.nl, en: known.en }
  const spelled = concept.replace(/([a-z0-9])([A-Z])/g, (_, end, start) => `${end} ${String(start).toLowerCase()}`)
  return { nl: spelled, en: spelled }
}

function rowsOf(facts: readonly EvidenceFact[], organisationId: string, roundId: string): EvidenceFactRow[] {
  return facts.map(({ itemId, concept, kind, label, value, unit, period, place }, number) => ({
    ...{ organisationId, roundId, itemId, number, concept, kind, value, unit, period, place },
    labelNl: label.nl,
    labelEn: label.en,
  }))
}

function note({ now }: CompanyDeps, trx: Trx, scope: Scope, action: AuditAction, object: string): Promise<void> {
  const { organisationId, userId } = scope
  return insertAuditEvent(trx, { organisationId, userId, action, object, at: now() })
}
