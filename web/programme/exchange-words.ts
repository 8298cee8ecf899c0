import { t } from '../i18n/texts.ts'
import './exchange-texts.ts'

/** What a topic is called. */
export function topicName(topic: string): string {
  return t(`programme-exchange-topic-${topic}`)
}

/** Whether a role in a company says what it offers and needs. */
export function mayExchange(role: string): boolean {
  return role === 'owner' || role === 'contributor'
}

/** Something about offers or matches changed: whoever shows them reads again. */
export class ExchangeEvent extends Event {
  constructor() {
    super('mv-exchange', { bubbles: true })
  }
}
