import type { Participation } from '../../server/contract/participations.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { sectorText } from './company-names.ts'

/** Where a company stands in a programme: its park, its sector when it said one, and since when. */
export function placeText({ park, sector, joinedAt }: Participation): string {
  return [
    t('programme-company-park', { park: park.name }),
    ...(sector === null ? [] : [sectorText(sector)]),
    t('programme-company-since', { day: formatDay(joinedAt) }),
  ].join(', ')
}
