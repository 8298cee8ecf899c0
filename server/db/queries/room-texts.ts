import type { Db, Trx } from '../open.ts'
import { deleteEntry } from './reflection-entries.ts'

/** How many cards of phones, and words beside their answers to proposals, reflections about these rounds hold. */
export async function countRoomTexts(db: Db, organisationId: string, roundIds: readonly string[]): Promise<number> {
  const [cards, words] = [
    await listPhoneCards(db, organisationId, roundIds),
    await listPhoneWords(db, organisationId, roundIds),
  ]
  return cards.length + words.length
}

/** Deletes them: the cards whole, and of the answers the words. Dots, counts and what members wrote stay. */
export async function deleteRoomTexts(trx: Trx, organisationId: string, roundIds: readonly string[]): Promise<void> {
  for (const { reflectionId, id } of await listPhoneCards(trx, organisationId, roundIds)) {
    await deleteEntry(trx, { organisationId, id: reflectionId }, id)
  }
  for (const { interventionId, id } of await listPhoneWords(trx, organisationId, roundIds)) {
    await trx
      .updateTable('consentStance')
      .set({ text: '' })
      .where('organisationId', '=', organisationId)
      .where('interventionId', '=', interventionId)
      .where('id', '=', id)
      .execute()
  }
}

function listPhoneCards(db: Db, organisationId: string, roundIds: readonly string[]) {
  return db
    .selectFrom('reflectionEntry')
    .innerJoin('reflection', (join) =>
      join
        .onRef('reflection.organisationId', '=', 'reflectionEntry.organisationId')
        .onRef('reflection.id', '=', 'reflectionEntry.reflectionId'),
    )
    .select(['reflectionEntry.reflectionId', 'reflectionEntry.id'])
    .where('reflectionEntry.organisationId', '=', organisationId)
    .where('reflection.roundId', 'in', [...roundIds])
    .where('reflectionEntry.authorKey', 'is not', null)
    .execute()
}

function listPhoneWords(db: Db, organisationId: string, roundIds: readonly string[]) {
  return (
    db
      .selectFrom('consentStance')
      .innerJoin('intervention', (join) =>
        join
          .onRef('intervention.organisationId', '=', 'consentStance.organisationId')
          .onRef('intervention.id', '=', 'consentStance.interventionId'),
      )
      .select(['consentStance.interventionId', 'consentStance.id'])
      .where('consentStance.organisationId', '=', organisationId)
      .where('intervention.roundId', 'in', [...roundIds])
      .where('consentStance.text', '<>', '')
      // Members answer under their own name; everybody else from a phone.
      .where('consentStance.voterKey', 'not like', 'user:%')
      .execute()
  )
}
