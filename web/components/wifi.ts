/** The network of a room, as staff typed it. It stays in this tab: it never goes to the server. */
export interface Wifi {
  /** '' while nothing was typed. */
  readonly name: string
  readonly security: 'wpa' | 'open'
  readonly password: string
}

const STORED_AS = 'mv-wifi'
const NONE: Wifi = { name: '', security: 'wpa', password: '' }

/**
 * What a QR picture of a Wi-Fi network holds, so that a phone that scans it offers to join.
 *
 * @example wifiText({ name: 'Zaal; 2', security: 'wpa', password: 'geheim:1' }) // 'WIFI:T:WPA;S:Zaal\\; 2;P:geheim\\:1;;'
 */
export function wifiText({ name, security, password }: Wifi): string {
  const network = escaped(name.trim())
  if (security === 'open') return `WIFI:T:nopass;S:${network};;`
  return `WIFI:T:WPA;S:${network};P:${escaped(password)};;`
}

function escaped(text: string): string {
  return text.replace(/[\\;,:"]/g, '\\$&')
}

/** Whether a phone can join with this: a password of WPA has 8 to 63 characters. */
export function isUsable({ security, password }: Wifi): boolean {
  return security === 'open' || (password.length >= 8 && password.length <= 63)
}

/** What was typed in this tab before. */
export function keptWifi(): Wifi {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORED_AS) ?? 'null')
    return isWifi(kept) ? kept : NONE
  } catch {
    return NONE
  }
}

/** Keeps it until the tab is closed. */
export function keepWifi(wifi: Wifi): void {
  try {
    sessionStorage.setItem(STORED_AS, JSON.stringify(wifi))
  } catch {
    // Private mode without storage: it lasts as long as the page.
  }
}

function isWifi(kept: unknown): kept is Wifi {
  if (typeof kept !== 'object' || kept === null) return false
  const { name, security, password }: Partial<Record<keyof Wifi, unknown>> = kept
  return typeof name === 'string' && typeof password === 'string' && (security === 'wpa' || security === 'open')
}
