import type { Role } from '../../server/contract/common.ts'
import { t } from '../i18n/texts.ts'
import './round-name-texts.ts'

/** A period in words: `2026-Q4` becomes "4e kwartaal 2026"; a year stays a year. */
export function periodText(period: string): string {
  const [year, quarter] = period.split('-Q')
  return quarter ? t('round-period-quarter', { quarter: Number(quarter), year: year ?? '' }) : period
}

/** Whether somebody with this role starts, closes and releases rounds. The server has the last word. */
export function mayRunRounds(role: Role | undefined): boolean {
  return role === 'owner' || role === 'facilitator'
}

/** Whether somebody with this role writes down what the organisation works on: everybody but who only looks. */
export function mayWrite(role: Role | undefined): boolean {
  return role !== undefined && role !== 'viewer'
}

/** A join code as it is easiest to read from a wall: in two halves. */
export function codeInHalves(code: string): string {
  return code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}
