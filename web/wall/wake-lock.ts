/**
 * Keeps the screen on while this page is in sight: a laptop with a projector turns it off after minutes without a key.
 * Browsers take that back when the page is hidden, so it is asked for again whenever it comes into sight.
 *
 * Browsers offer it over HTTPS and on the machine itself alone, and refuse it on an empty battery: then nothing happens.
 *
 * @returns lets the screen go.
 */
export function keepScreenOn(): () => void {
  let held: WakeLockSentinel | undefined
  let isWanted = true
  const ask = async () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    const given = await navigator.wakeLock.request('screen').catch(() => undefined)
    if (isWanted) held = given
    else await given?.release()
  }
  const onSight = () => void ask()
  document.addEventListener('visibilitychange', onSight)
  onSight()
  return () => {
    isWanted = false
    document.removeEventListener('visibilitychange', onSight)
    void held?.release()
  }
}
