# Signing in with a passkey, and the passkeys of one's own account.

passkey-title = Passkeys
passkey-intro = With a passkey you sign in with your fingerprint, your face or the PIN of your device. There is nothing to remember or type, and it is of no use to a fake site.
passkey-none = You have no passkey yet.
passkey-one = Better make two, on two devices. If you lose one, the other still lets you in.
passkey-made = made on { DATETIME($since, day: "numeric", month: "long", year: "numeric") }
passkey-used = last used on { DATETIME($last, day: "numeric", month: "long", year: "numeric") }
passkey-never-used = not used yet
passkey-synced = also on your other devices
passkey-name = What do you call this passkey?
passkey-name-hint = For example the name of the device: laptop, phone.
passkey-fault-name = Give the passkey a name, at most 120 characters
passkey-make = Make passkey
passkey-made-done = The passkey is made. From now on, choose "Sign in with a passkey" when you sign in.
passkey-go-on = Go on to Meervoud
passkey-change = Change
passkey-change-of = Change: { $name }
passkey-change-title = Passkey { $name }
passkey-remove-hint = Once removed, you can no longer sign in with it. Then remove it from the device itself too.
passkey-remove = Remove passkey
passkey-remove-sure = Yes, remove

passkey-sign-in = Sign in with a passkey
passkey-sign-in-or = Or with your password:
passkey-confirm = Confirm with a passkey
passkey-confirm-or = Or else:

passkey-not-here = Passkeys do not work at this address. A passkey belongs to a secure address with a name, which starts with https. Ask whoever runs Meervoud which address that is.
passkey-elsewhere = Passkeys do not work at this address. For that, open Meervoud at this address:
passkey-not-this-browser = This browser knows no passkeys. Try a newer browser.

problem-passkey-cancelled = No passkey was used. You closed the window, it took too long, or there is no passkey for Meervoud on this device.
problem-passkey-not-made = No passkey was made. You closed the window, or it took too long. Try again.
problem-passkey-unable = This device cannot make a passkey that is secured with a fingerprint, a face or a PIN. Try another device.
