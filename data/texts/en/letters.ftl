# A forgotten password, choosing another one, reminders, and an invitation by mail.

letters-forgot-link = Forgot your password?
letters-forgot-title = Forgot your password
letters-forgot-intro = Fill in your email address. We then send you a link with which you choose a new password.
letters-forgot-submit = Send link
letters-forgot-done-title = Look at your email
letters-forgot-done = Is there an account with { $email }? Then a message will be in your mailbox in a moment. The link works for half an hour.
letters-forgot-done-not = Nothing there? Look in your spam folder, or try again in an hour.
letters-forgot-no-mail = This installation sends no mail. Ask whoever runs it, and installed Meervoud for you, for a link. With that link you choose a new password.
letters-forgot-back = Back to signing in

letters-reset-title = Choose a new password
letters-reset-for = For the account of { $email }.
letters-reset-password = New password
letters-reset-ends = After this you are signed out everywhere, and access codes for programs no longer work. Do you use a code or a passkey to sign in? That stays as it is.
letters-reset-submit = Save password
letters-reset-done-title = Your password was changed
letters-reset-done = You can now sign in with your new password.
letters-reset-sign-in = Sign in
letters-link-missing-title = This link is not complete
letters-link-missing = There should be a secret part at the end of the address. Copy the whole link from your message and open it again.
letters-link-again = Ask for a new link

letters-reminders-title = Reminders
letters-reminders-about = We send you an email when you look back at an agreement, or when the access of a consultant is about to end. At most one a day.
letters-reminders-on = Send me reminders by email
letters-reminders-stop-title = Switch reminders off
letters-reminders-stop = You will then get no more reminders from Meervoud. You can switch them on again in your account.
letters-reminders-stop-submit = Switch reminders off
letters-reminders-stopped-title = Reminders are off
letters-reminders-stopped = You will get no more. You can switch them on again in your account.

letters-invite-intro = You get a link for one person. We can mail it too. The link works once, for seven days.
letters-invite-email = To which email address do we mail the link? (may be empty)
letters-invite-email-hint = Empty: you send the link yourself.
letters-invite-locale = Language of the email
letters-fault-invite-email = Fill in an email address, such as name@example.org, or leave this empty
letters-invite-mailed = We are mailing the link to { $email }. You can also send the link below yourself.
letters-invite-waiting = Being mailed to { $email }
letters-invite-sent = Mailed to { $email }
letters-invite-failed = Mailing to { $email } did not work. Withdraw this one and make another.
