# The page with the log of an organisation.
audit-title = What was done
audit-intro = Who did what in this organisation, newest first. It holds no answers and no texts.
audit-owners-only = This log is for owners. Ask an owner of this organisation what you want to know.
audit-whole = { $n ->
    [one] This log is whole: 1 event, checked now.
   *[other] This log is whole: { $n } events, checked now.
}
audit-broken = This log is no longer whole.
audit-broken-changed = Event { $number } was changed afterwards.
audit-broken-missing = Event { $number } is gone.
audit-broken-reordered = Event { $number } is no longer in its place.
audit-broken-added = Event { $number } was put in from outside Meervoud.
audit-broken-cut-off = From event { $number } on, the end is gone.
audit-broken-event = It now says: { $sentence } ({ $time })
audit-broken-advice = Ask whoever runs this installation what happened to the database. Everything up to that event is as it was noted.
audit-list-title = Events
audit-filter-kind = What
audit-filter-all = Everything
audit-filter-from = From
audit-filter-to = Up to and including
audit-filter-submit = Show
audit-empty = Nothing has happened yet that belongs here.
audit-empty-filter = Nothing found in this period or of this kind.
audit-empty-filter-clear = Show everything
audit-more = Show older ones
audit-more-busy = Fetching older events.
audit-download = Download as CSV
audit-download-hint = A table for a spreadsheet, with what you chose above. That you took it is noted in the log too.
audit-number = event { $number }

# Kinds of events.
audit-kind-sign-ins = Signing in
audit-kind-roles = Roles and engagements
audit-kind-consents = Consent
audit-kind-releases = Rounds and releases
audit-kind-exports = Exports and links
audit-kind-erasures = Erasing
audit-kind-workshops = Workshops
audit-kind-other = Other

# Columns of the file.
audit-column-number = number
audit-column-time = time (UTC)
audit-column-sentence = what
audit-column-kind = kind
audit-column-action = code
audit-column-who = who (id)
audit-column-object = object (id)

# Who did it.
audit-who-former = A former member
audit-who-operator = Whoever runs this installation
audit-who-nobody = Meervoud itself

# What it was done to, and the same when it is not there any more.
audit-what-round = the round { $name }
audit-gone-round = a round that was deleted
audit-what-release = the round { $name }
audit-gone-release = a round that was deleted
audit-what-workshop = the workshop about { $name }
audit-gone-workshop = a workshop that is no longer here
audit-what-user = { $name }
audit-gone-user = a former member
audit-what-reflection = the conversation { $name }
audit-gone-reflection = a conversation without a title
audit-what-intervention = the agreement { $name }
audit-gone-intervention = an agreement that was deleted or has no title

# What happened: one sentence for each action of server/contract/audit.ts.
audit-unknown = { $who } did something that this version of Meervoud does not know ({ $action }).
audit-user-sign-in = { $who } signed in.
audit-user-sign-in-failed = Somebody tried to sign in as { $what } and failed.
audit-user-sign-in-limited = Signing in was stopped for a while: there were too many attempts.
audit-session-end = { $who } signed out, here or in another place.
audit-session-end-all = { $who } signed out in all other places.
audit-password-reset-link = { $who } made a link with which { $what } chooses a new password.
audit-password-reset = { $who } chose a new password with a link.
audit-passkey-add = { $who } added a passkey.
audit-passkey-remove = { $who } removed a passkey.
audit-passkey-copied = { $who }: a passkey looked copied and was refused.
audit-identity-add = { $who } linked the account to their organisation.
audit-identity-remove = { $who } unlinked the account from their organisation.
audit-token-make = { $who } made an access code for a program.
audit-token-withdraw = { $who } removed an access code for a program.
audit-password-change = { $who } chose a new password.
audit-factor-add = { $who } set up a second step for signing in.
audit-factor-remove = { $who } turned the second step for signing in off.
audit-recovery-renew = { $who } made new recovery codes.
audit-recovery-used = { $who } used a recovery code.
audit-account-help = Whoever runs this installation helped { $who } to get in again.
audit-engagement-give = { $who } gave { $what } an engagement with an end date.
audit-engagement-extend = { $who } extended the engagement of { $what }.
audit-engagement-shorten = { $who } shortened the engagement of { $what }.
audit-engagement-end = { $who } ended the engagement of { $what }.
audit-user-lock = { $who } locked the account of { $what }.
audit-user-unlock = { $who } let the account of { $what } be used again.
audit-operator-add = { $who } let { $what } run this installation.
audit-operator-remove = { $who } no longer lets { $what } run this installation.
audit-backup-make = { $who } asked for a backup.
audit-restore = A backup was put back ({ $who }).
audit-join-limited = Joining with a code was stopped for a while: too many wrong codes came.
audit-user-sign-up = { $what } made an account.
audit-access-refused = { $who } asked for something that day that the own role does not allow, and did not get it.
audit-organisation-create = { $who } made this organisation.
audit-member-change = { $who } changed the role or the end date of { $what }.
audit-member-remove = { $who } removed { $what } from the organisation.
audit-invitation-create = { $who } invited somebody.
audit-invitation-withdraw = { $who } withdrew an invitation.
audit-invitation-accept = { $who } accepted an invitation.
audit-intervention-consent-open = { $who } asked everybody whether they object to { $what }.
audit-intervention-consent-closed = { $who } ended the asking for objections to { $what }.
audit-intervention-voice-settled = { $who } noted what became of an objection or a concern about { $what }.
audit-round-create = { $who } made { $what }.
audit-round-open = { $who } opened { $what }.
audit-round-close = { $who } closed { $what }.
audit-round-archive = { $who } archived { $what }.
audit-round-release = { $who } released an interim result of { $what }.
audit-round-import = { $who } read { $what } in from a file.
audit-workshop-reveal = { $who } showed the room the result of { $what }.
audit-workshop-release = { $who } released the result of { $what }.
audit-export-organisation = { $who } exported all data of this organisation.
audit-export-command = Whoever runs this installation exported all data of this organisation, on the machine itself.
audit-export-audit = { $who } took this log as a file.
audit-calendar-link-made = { $who } made a secret link to the calendar.
audit-calendar-link-ended = { $who } ended the secret link to the calendar.
audit-workshop-texts-deleted = { $who } deleted what people wrote in words in { $what }.
audit-erasure-request = { $who } wants this organisation to be erased.
audit-erasure-stop = { $who } stopped the erasure of this organisation.
audit-retention-answers = { $who } deleted the answers of each person of { $what }, because they had been kept long enough.
audit-retention-texts = { $who } deleted what participants wrote in { $what }, because it had been kept long enough.
audit-export-person = { $who } downloaded a file with their own data.
audit-erasure-account = { $who } erased their own account.
audit-erasure-organisation = An organisation was erased.
audit-clock-doubted = The clock was days ahead of what happened last, so nothing was erased by itself. A day later it is looked at again.
audit-retention-done = { $who } deleted what had been kept long enough.
audit-workshop-create = { $who } prepared { $what }.
audit-workshop-controls = { $who } took the controls of { $what }.
audit-workshop-display = { $who } made a link for a screen of { $what }.
audit-workshop-displays-ended = { $who } ended the links for screens of { $what }.
audit-workshop-rehearsal-removed = { $who } removed a rehearsal of a workshop.
audit-workshop-handed-over = { $who } handed a workshop over to another organisation.
audit-workshop-taken-over = { $who } brought { $what } over to this organisation.
audit-reflection-create = { $who } started { $what }.
audit-reflection-close = { $who } closed { $what }.
audit-reflection-reopen = { $who } opened { $what } again.
audit-intervention-create = { $who } wrote { $what }.
audit-intervention-proposed = { $who } made a proposal of { $what } again.
audit-intervention-agreed = { $who } marked { $what } as agreed.
audit-intervention-running = { $who } marked { $what } as running.
audit-intervention-stopped = { $who } stopped { $what }.
audit-intervention-review = { $who } looked back at { $what }.
audit-intervention-delete = { $who } deleted a proposal.
audit-network-party-removed = { $who } removed a party from the network.
audit-network-experiment-removed = { $who } removed an experiment.

# The log of the installation, for whoever runs it.
audit-system-title = What happened to this installation
audit-system-intro = Sign-ins, locks, backups and erasures. What happens inside an organisation is not in it.
audit-system-empty = Nothing has happened yet.
audit-system-user-gone = An account that was erased
