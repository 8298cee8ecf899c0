import type { OrganisationKind } from '../../server/contract/accounts.ts'
import type { Role } from '../../server/contract/common.ts'
import { t } from '../i18n/texts.ts'

/** What a role is called in an organisation of this kind: the owner of a programme is its manager. */
export function roleText(role: Role, kind: OrganisationKind): string {
  return t(`account-role-${nameIn(role, kind)}`)
}

/** What somebody with this role may do, in a sentence. */
export function roleHint(role: Role, kind: OrganisationKind): string {
  return t(`account-role-${nameIn(role, kind)}-hint`)
}

function nameIn(role: Role, kind: OrganisationKind): Role | 'manager' {
  return role === 'owner' && kind === 'programme' ? 'manager' : role
}
