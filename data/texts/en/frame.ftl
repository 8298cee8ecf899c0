# The frame around every page, and words that stand on more than one page.

frame-skip = Skip to content
frame-help = How it works
frame-menu = Menu
frame-other-language = Nederlands
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-operator = Running Meervoud
frame-account = Your account
frame-theme = Colours
frame-theme-auto = Like your device
frame-theme-light = Light
frame-theme-dark = Dark
frame-here = You are here
frame-organisations = Organisations
frame-switch = Go to
frame-ended = Your access to { $name } has ended.
frame-ended-kept = This page stays open: you can still read and copy what you typed, but nothing is saved any more.
frame-ended-go = Go to your organisations
frame-organisation = Organisation
frame-workshop = Session
frame-interventions = Agreements
frame-parks = Parks
frame-round = Round
frame-reflections = Conversations
frame-reflection = Conversation
frame-foot = Meervoud is free software and runs on your own server.
frame-privacy = Privacy
frame-accessibility = Accessibility
frame-version = Version { $version }
frame-title-fault = Error: { $title }

frame-demo-label = Example
frame-demo = Made-up data: these organisations and answers are not real.
frame-participants-label = Taking part only
frame-participants = At this address you can only take part with a code. Accounts do not work here.
frame-participants-title = Here you can only take part
frame-participants-join = Take part with a code

frame-wait-busy = Loading.
frame-wait-long = This takes longer than usual.
frame-wait-retry = Try again
frame-fail-title = This did not work
frame-fail-gone = There is nothing here
frame-fail-link = This link no longer works
frame-fail-invitation = This invitation no longer works
frame-fail-home = Go to the start
frame-not-found-title = This page does not exist
frame-not-found = The address is wrong, or the page is gone. Check the address, or go to the start.
frame-not-loaded-title = This page could not load
frame-not-loaded = There is no connection, or a new version of Meervoud is ready. Reload the page.
frame-reload = Reload the page

frame-form-faults = Please check this
frame-form-busy = Sending.
frame-form-show-password = Show password
frame-cancel = Cancel
frame-save = Save
frame-saved = Saved.
frame-close = Close
frame-copy = Copy
frame-copied = Copied.

frame-problem-title = What this message means
frame-problem-code = Code of the message: { $code }
