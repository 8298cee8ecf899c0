import { type Privacy, PURPOSES, type Purpose, type Register } from '../contract/privacy.ts'
import { columnsOf, tablesOf } from '../data-inventory.ts'
import type { TableLine } from '../inventory/classes.ts'
import type { PrivacySettings } from '../privacy.ts'

type Activity = Privacy['activities'][number]
type Recipient = Privacy['recipients'][number]

/** What everybody may know: what is kept for what, how long, and who gets it. */
export function readPrivacy(settings: PrivacySettings): Privacy {
  return {
    contact: settings.contact ?? null,
    months: monthsOf(settings),
    activities: PURPOSES.map((purpose) => activityOf(purpose, settings)),
    recipients: recipientsOf(settings),
    secondFactor: settings.secondFactor,
  }
}

/** The register of processing, down to the columns. */
export function readRegister(settings: PrivacySettings, about: { version: string; now: Date }): Register {
  return {
    product: 'meervoud',
    version: about.version,
    madeAt: about.now.toISOString(),
    contact: settings.contact ?? null,
    months: monthsOf(settings),
    activities: PURPOSES.map((purpose) => ({
      ...activityOf(purpose, settings),
      tables: personalTables(purpose).map(([table, line]) => ({
        table,
        about: line.about,
        personal: personalColumns(line),
        term: line.term,
        erasedBy: [...line.erasedBy],
      })),
    })),
    measures: measuresOf(settings),
  }
}

function monthsOf({ retention }: PrivacySettings): Privacy['months'] {
  const { answers, texts, audit } = retention
  return { answers, texts, audit }
}

function activityOf(purpose: Purpose, settings: PrivacySettings): Activity {
  const tables = personalTables(purpose)
  const terms = tables.flatMap(([, line]) => [line.term, ...(line.texts === undefined ? [] : (['texts'] as const))])
  const subjects = tables.map(([, { about }]) => (about === 'respondent' ? 'respondent' : 'member'))
  return {
    purpose,
    subjects: [...new Set(subjects)],
    terms: [...new Set(terms)],
    recipients: recipientsOf(settings).filter(({ kind }) => kind === 'operator' || kind === purpose),
  }
}

function recipientsOf({ mailHost, signInHost }: PrivacySettings): Recipient[] {
  return [
    { kind: 'operator', host: null },
    ...(mailHost === undefined ? [] : [{ kind: 'mail' as const, host: mailHost }]),
    ...(signInHost === undefined ? [] : [{ kind: 'sign-in' as const, host: signInHost }]),
  ]
}

function personalTables(purpose: Purpose): [string, TableLine][] {
  return tablesOf().filter(([, line]) => line.purpose === purpose && personalColumns(line).length > 0)
}

function personalColumns(line: TableLine): string[] {
  return [...columnsOf(line)].flatMap(([column, { isPersonal }]) => (isPersonal ? [column] : []))
}

function measuresOf({ secondFactor }: PrivacySettings): string[] {
  return [
    'five',
    'releases',
    'tenants',
    'hashed',
    secondFactor === 'required' ? 'factor-required' : 'factor-optional',
    'log',
    'no-third-parties',
    'backups',
    'erasure',
  ]
}
