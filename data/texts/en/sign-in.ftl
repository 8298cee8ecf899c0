# Signing in with two steps, confirming who you are, recovery codes, and the list of places where you are signed in.

sign-in-code = Code from your app
sign-in-code-hint = Open the app on your phone and copy the six digits beside Meervoud.
sign-in-recovery = Recovery code
sign-in-recovery-hint = One of the eight codes that you kept. Each code works once. Hyphens and capitals do not matter.
sign-in-use-recovery = I do not have my phone: use a recovery code
sign-in-use-code = Use the code from my app after all
sign-in-passkey-first = This account needs your passkey too. Use the passkey button above. Do you no longer have that passkey? Then enter a recovery code.
sign-in-fault-code = Enter the code

sign-in-confirm-title = Is it really you?
sign-in-confirm-intro = Not just anybody who sits down at your computer may do this. So please show once more that it is you. After that we do not ask for ten minutes.
sign-in-confirm-submit = This is me
sign-in-confirm-no-password = Your account has no password. Sign out, and sign in again through your organisation. After that you can do this for ten minutes.

sign-in-first-title = One more step before you can go on
sign-in-first = Whoever runs this Meervoud asks everybody for a second step when signing in. That keeps out who knows your password only. Setting it up takes a few minutes, and you do it once.
sign-in-first-no-password = Whoever runs this Meervoud asks everybody for a second step when signing in. Your account has no password, and your organisation asked for no second step. So please make a passkey. It takes a few minutes, and you do it once.

sign-in-factor-title = Codes from an app
sign-in-factor-intro = An app on your phone makes signing in safer: after your password you enter a code of six digits. Only somebody with your password and your phone can then get in.
sign-in-factor-start = Set up codes
sign-in-factor-app = Take your phone and open an app for sign-in codes. Do you not have one? Install one, such as Aegis, 2FAS, Google Authenticator or Microsoft Authenticator.
sign-in-factor-scan = Choose to add an account in the app, and scan this picture.
sign-in-factor-qr = QR code with the secret for your app
sign-in-factor-typed = I cannot scan the picture
sign-in-factor-open = Open in an app on this device
sign-in-factor-seed = Or type this secret into the app
sign-in-factor-try = Enter the six digits that the app shows now. Then we know that it works.
sign-in-factor-finish = Switch codes on
sign-in-factor-done = Codes are on. From now on we ask for a code too when you sign in.
sign-in-factor-on = Codes from an app have been on since { DATETIME($since, day: "numeric", month: "long", year: "numeric") }.
sign-in-factor-replace = Set up another phone
sign-in-factor-remove = Switch codes off
sign-in-factor-remove-hint = After that, whoever knows your password gets in without a code. Your recovery codes are gone too, unless you have a passkey.
sign-in-factor-remove-sure = Yes, switch codes off
sign-in-factor-removed = Codes are off.
sign-in-factor-required = A second step is required here. You can switch it off only when you have a passkey too.

sign-in-recovery-title = Your recovery codes
sign-in-recovery-once = Keep these codes now: we show them only once. If you lose your phone or your passkey, you sign in with your password and one of them. Each code works once. Do not keep them on that same phone.
sign-in-recovery-save = Keep as a file
sign-in-recovery-file = meervoud-recovery-codes.txt
sign-in-recovery-kept = I have kept the codes
sign-in-recovery-go-on = Codes kept, go on to Meervoud
sign-in-recovery-left = { $n ->
    [0] You have no recovery codes left. Make new ones. Otherwise you may not get in when you lose your phone or passkey.
    [one] You have one recovery code left. Make new ones in time.
   *[other] You have { $n } recovery codes left.
}
sign-in-recovery-renew = Make new recovery codes

sign-in-list-title = Where you are signed in
sign-in-list-intro = Is there a place that you do not know, or did you lose a device? Then sign out there. A place stops by itself after four hours without use, and after twelve hours at the latest.
sign-in-this = this place
sign-in-agent-unknown = Unknown device
sign-in-since = Signed in on { DATETIME($since, day: "numeric", month: "long", hour: "numeric", minute: "numeric") } { $how }
sign-in-seen = Last used on { DATETIME($seen, day: "numeric", month: "long", hour: "numeric", minute: "numeric") }
sign-in-by-set-up = at the set-up
sign-in-by-invitation = with an invitation
sign-in-by-password = with a password
sign-in-by-password-code = with a password and a code
sign-in-by-password-recovery = with a password and a recovery code
sign-in-by-passkey = with a passkey
sign-in-by-oidc = through your organisation
sign-in-end = Sign out
sign-in-end-of = Sign out: { $where }, signed in on { DATETIME($since, day: "numeric", month: "long", hour: "numeric", minute: "numeric") }
sign-in-end-others = Sign out everywhere but here
sign-in-ended = That place is signed out.
sign-in-ended-others = You are signed out everywhere but here.

sign-in-password-title = Password
sign-in-password-open = Choose another password
sign-in-password-now = Your password now
sign-in-password-new = New password
sign-in-password-change = Change password
sign-in-password-done = Your password has been changed. You are signed out everywhere else.
