import type { MigrationProvider } from 'kysely/migration'
import * as accounts from './0001_accounts.ts'
import * as organisations from './0002_organisations.ts'
import * as rounds from './0003_rounds.ts'
import * as sheets from './0004_sheets.ts'
import * as releases from './0005_releases.ts'
import * as traces from './0006_traces.ts'
import * as workshops from './0007_workshops.ts'
import * as roundPurpose from './0008_round_purpose.ts'
import * as reachChecks from './0009_reach_checks.ts'
import * as reflections from './0010_reflections.ts'
import * as interventions from './0011_interventions.ts'
import * as calendarAndExamples from './0012_calendar_and_examples.ts'
import * as networks from './0013_networks.ts'
import * as operators from './0014_operators.ts'
import * as auditChain from './0015_audit_chain.ts'
import * as factors from './0016_factors.ts'
import * as passkeys from './0017_passkeys.ts'
import * as identities from './0018_identities.ts'
import * as mail from './0019_mail.ts'
import * as erasures from './0021_erasures.ts'
import * as plannedRounds from './0022_planned_rounds.ts'
import * as companySheets from './0023_company_sheets.ts'
import * as roundPlans from './0024_round_plans.ts'
import * as targets from './0025_targets.ts'
import * as evidenceFacts from './0026_evidence_facts.ts'
import * as importedPeople from './0027_imported_people.ts'
import * as importedInstruments from './0028_imported_instruments.ts'
import * as parks from './0029_parks.ts'
import * as participations from './0030_participations.ts'
import * as programmeReleases from './0031_programme_releases.ts'
import * as exchange from './0032_exchange.ts'
import * as rowLevelSecurity from './0033_row_level_security.ts'
import * as standingFigures from './0034_standing_figures.ts'
import * as erasedPublications from './0035_erased_publications.ts'

/** Every migration in order, listed by hand: no directory read, so that bundling and packing cannot change what runs. */
export const MIGRATIONS = {
  '0001_accounts': accounts,
  '0002_organisations': organisations,
  '0003_rounds': rounds,
  '0004_sheets': sheets,
  '0005_releases': releases,
  '0006_traces': traces,
  '0007_workshops': workshops,
  '0008_round_purpose': roundPurpose,
  '0009_reach_checks': reachChecks,
  '0010_reflections': reflections,
  '0011_interventions': interventions,
  '0012_calendar_and_examples': calendarAndExamples,
  '0013_networks': networks,
  '0014_operators': operators,
  '0015_audit_chain': auditChain,
  '0016_factors': factors,
  '0017_passkeys': passkeys,
  '0018_identities': identities,
  '0019_mail': mail,
  '0021_erasures': erasures,
  '0022_planned_rounds': plannedRounds,
  '0023_company_sheets': companySheets,
  '0024_round_plans': roundPlans,
  '0025_targets': targets,
  '0026_evidence_facts': evidenceFacts,
  '0027_imported_people': importedPeople,
  '0028_imported_instruments': importedInstruments,
  '0029_parks': parks,
  '0030_participations': participations,
  '0031_programme_releases': programmeReleases,
  '0032_exchange': exchange,
  '0033_row_level_security': rowLevelSecurity,
  '0034_standing_figures': standingFigures,
  '0035_erased_publications': erasedPublications,
}

/** The list in the form that Kysely's Migrator takes. */
export const migrations: MigrationProvider = { getMigrations: async () => MIGRATIONS }
