import { roleIn } from '../app/access.ts'

/** Whether the reader writes agreements here. The server has the last word. */
export function mayAgree(org: string): boolean {
  const role = roleIn(org)
  return role === 'owner' || role === 'facilitator' || role === 'contributor'
}
