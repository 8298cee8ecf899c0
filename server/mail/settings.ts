/** A mail server, and as whom the product writes. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; otherwise it is begun by STARTTLS, or on this machine itself left out. */
  readonly isSecure: boolean
  /** On this machine: nobody can listen in between, and few of them have a certificate. */
  readonly isLocal: boolean
  readonly login: { readonly user: string; readonly pass: string } | undefined
  readonly from: Sender
}

/** Who a mail is from, as its header says it. */
export interface Sender {
  readonly name: string
  readonly address: string
}

type Server = Omit<MailSettings, 'from'>

const LOCAL = ['localhost', '127.0.0.1', '[::1]']

/**
 * Reads the address of a mail server. It takes no options: a certificate that nobody checks is not for the asking.
 *
 * @returns undefined for a text that is no such address.
 * @example readSmtpUrl('smtp://meervoud:secret@mail.example.org:587')
 */
export function readSmtpUrl(text: string): Server | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') return undefined
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return undefined
  const [user, pass] = [plain(url.username), plain(url.password)]
  if (user === undefined || pass === undefined || (user === '') !== (pass === '')) return undefined
  const isSecure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    isSecure,
    isLocal: LOCAL.includes(url.hostname),
    login: user === '' ? undefined : { user, pass },
  }
}

function plain(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

/**
 * Reads who mail is from: an address, with or without a name before it.
 *
 * @returns undefined for a text that is neither.
 * @example readSender('Meervoud <meervoud@example.org>')
 */
export function readSender(text: string): Sender | undefined {
  const [, name, address] = /^(?:([^<>"\p{Cc}]*)<)?([^\s<>@",;:()]+@[^\s<>@",;:()]+)>?$/u.exec(text.trim()) ?? []
  if (address === undefined || text.trim().endsWith('>') !== (name !== undefined)) return undefined
  return { name: name?.trim() ?? '', address }
}

/** The mail server of the settings; undefined when this installation sends no mail. */
export function mailSettingsOf(config: {
  readonly SMTP_URL?: string | undefined
  readonly MAIL_FROM?: string | undefined
}): MailSettings | undefined {
  const server = config.SMTP_URL === undefined ? undefined : readSmtpUrl(config.SMTP_URL)
  const from = config.MAIL_FROM === undefined ? undefined : readSender(config.MAIL_FROM)
  return server === undefined || from === undefined ? undefined : { ...server, from }
}
