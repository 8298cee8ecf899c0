# Taking data along and having it erased: of an account and of an organisation.

own-data-title = Take your data along, or erase it
own-data-intro = Meervoud keeps your name, your email address and what you wrote in organisations. You can take that along, and you can have your account erased.
own-data-export = Download my data
own-data-export-hint = One file (JSON) with everything that is kept about your account. Passwords and codes are not in it.
own-data-exported = The file has been downloaded.
own-data-erase = Erase my account
own-data-erase-title = Erase your account?
own-data-erase-what = Your account, your ways to sign in and your codes are gone at once. This cannot be undone.
own-data-erase-stays = What you wrote in organisations stays, without your name. It then says: former member.
own-data-erase-names = Where others typed your name in a text, we cannot find it. Ask them to take it out.
own-data-erase-yes = Yes, erase my account
own-data-owner-title = Another owner first
own-data-owner = You are the only owner of these organisations. Make somebody else an owner there first, or have the organisation erased:

own-data-org-title = Data of { $name }
own-data-org-lead = Take everything along, see how long data stays, and have the organisation erased.
own-data-org-only-owners = Only owners can take data along or have the organisation erased.
own-data-org-back = To the organisation
own-data-org-export-title = Take everything along
own-data-org-export = Download all data
own-data-org-export-about = One file (JSON) with rounds, results, conversations, agreements, members and the log. Of open rounds it has the answers by name.
own-data-org-export-anonymous = Single answers of anonymous rounds are not in it. Nobody can read those, not even you. The results are in it.
own-data-keep-title = How long data stays
own-data-keep-answers = Answers of each person: { $n ->
    [one] 1 month
   *[other] { $n } months
} after a round is closed.
own-data-keep-texts = What participants write on their phones: { $n ->
    [one] 1 month
   *[other] { $n } months
} after closing.
own-data-keep-audit = Lines in the log: { $n ->
    [one] 1 month
   *[other] { $n } months
}.
own-data-keep-stays = Results that were released stay, and so do your conversations and agreements, until you have the organisation erased. Backups hold things for 30 days longer at most.
own-data-keep-who = Every night Meervoud erases what has been kept long enough. When a round has been open for as long as answers stay, Meervoud closes it first; from then on the time counts. The terms are chosen by whoever runs this installation.
own-data-keep-next = What is erased next
own-data-keep-none = There is nothing now that is erased by itself.
own-data-keep-texts-on = Texts: erased on { $day }
own-data-keep-answers-on = Answers: erased on { $day }
own-data-last = Last erased on { $day }: { $sheets ->
    [one] 1 completed questionnaire
   *[other] { $sheets } completed questionnaires
}, { $texts ->
    [one] 1 text
   *[other] { $texts } texts
} and { $events ->
    [one] 1 line of the log
   *[other] { $events } lines of the log
}.
own-data-last-none = Nothing has been erased for its age yet.
own-data-org-erase-title = Erase the organisation
own-data-org-erase-about = Everything of this organisation is erased: rounds, answers, results, conversations, agreements and the log. Accounts of people stay.
own-data-org-erase-when = That happens after 14 days. Until then any owner can stop it. When another owner agrees, it happens at once.
own-data-org-erase = Have the organisation erased
own-data-org-erase-sure = Have { $name } erased?
own-data-org-erase-first = Is there anything to keep? Then download all data first.
own-data-org-erase-yes = Yes, have it erased
own-data-org-waiting = { $by } asked to erase this organisation. That happens on { $day }.
own-data-org-waiting-nobody = A former member asked to erase this organisation. That happens on { $day }.
own-data-org-waiting-mine = You asked to erase this organisation. That happens on { $day }, or sooner when another owner agrees.
own-data-org-agree = Erase now
own-data-org-agree-title = Erase { $name } now?
own-data-org-agree-about = Everything of this organisation is gone at once. This cannot be undone.
own-data-org-agree-yes = Yes, erase now
own-data-stop = Do not erase
own-data-stopped = The erasure was stopped.
own-data-banner-label = Will be erased
own-data-banner = { $name } will be erased on { $day }.
own-data-banner-more = What is erased
