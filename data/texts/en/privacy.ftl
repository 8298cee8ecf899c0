# The page about privacy, and the register of processing: made from what is kept and from the settings.

privacy-title = Privacy
privacy-lead = What Meervoud keeps about people here, for what, how long, and who gets it.
privacy-print = Print

privacy-who = Who is responsible
privacy-who-organisation = The organisation that asks for your answers is responsible for your data. Its name is on your phone before you take part.
privacy-who-operator = Whoever runs this installation of Meervoud keeps the data for that organisation.
privacy-contact = Questions about your data? Contact: { $contact }
privacy-contact-none = Questions about your data? Ask the organisation that invited you to take part, or whoever runs this installation.

privacy-phone = You take part on your phone
privacy-phone-anonymous = When a round is anonymous we ask for no name and no email address. We keep nothing that your phone could be recognised by. Nobody reads your single answers.
privacy-phone-open = When a round is open, your name stands beside your answers. You read that before you begin.
privacy-phone-change = While the round is open you see and change your answers on your own phone. You can erase them there too.
privacy-phone-after = After an anonymous round is closed nobody can see any more which answers are yours. That is why we cannot look them up for you then.
privacy-phone-five = Results of an anonymous round are shown from five people on.
privacy-phone-keeps = Your phone keeps your answers until they are on the server, and so knows that you take part already. Apart from that we set no cookies and follow nobody.

privacy-kept = What is kept
privacy-subjects = Whose
privacy-terms = How long
privacy-recipients = Who gets it
privacy-subject-member = people with an account
privacy-subject-respondent = people who take part on their phone

privacy-purpose-sign-in = Signing in
privacy-purpose-sign-in-about = Your name, email address and language, and what is needed to sign in safely. Nobody can read passwords and codes back.
privacy-purpose-team = Working together in an organisation
privacy-purpose-team-about = Who is a member, in which role and until when. Invitations that are still open.
privacy-purpose-assessment = Rounds and results
privacy-purpose-assessment-about = Answers and remarks of participants, and in open rounds their names. Results of a group.
privacy-purpose-conversation = Conversations and agreements
privacy-purpose-conversation-about = Cards, dots, objections, agreements and reviews, with who wrote them when that was a member.
privacy-purpose-programme = Regional programmes
privacy-purpose-programme-about = Which company takes part, what it consented to and who did, and the figures that were copied for it.
privacy-purpose-log = Log
privacy-purpose-log-about = Who did what and when, such as signing in, closing a round or taking data along. It holds no answers and no texts.
privacy-purpose-mail = Email
privacy-purpose-mail-about = To which address an invitation, a reminder or a link goes.
privacy-purpose-running = Running safely
privacy-purpose-running-about = How often a wrong password was tried, without keeping by whom. Trials of the network, and who asked to erase an organisation.

privacy-term-account = until you erase your account
privacy-term-organisation = until the organisation is erased
privacy-term-round = while the round is open
privacy-term-session = sign-ins for 30 days at most
privacy-term-minutes = a few minutes
privacy-term-day = a day at most
privacy-term-mail = email 7 days after sending
privacy-term-installation = as long as this installation exists
privacy-term-answers = answers of each person { $n ->
    [one] 1 month
   *[other] { $n } months
} after closing
privacy-term-texts = texts of participants { $n ->
    [one] 1 month
   *[other] { $n } months
} after closing
privacy-term-audit = lines in the log { $n ->
    [one] 1 month
   *[other] { $n } months
}
privacy-backups = Backups hold things for 30 days longer at most. When an old one is put back, Meervoud erases again at once what had been erased.

privacy-given = Who gets data
privacy-recipient-operator = whoever runs this installation
privacy-recipient-operator-about = Whoever runs this installation sees no answers in Meervoud. They do have the computer with the database, and can open it.
privacy-recipient-mail = the mail server { $host }
privacy-recipient-mail-about = Email goes through the mail server { $host }.
privacy-recipient-sign-in = the sign-in service { $host }
privacy-recipient-sign-in-about = People can sign in through { $host }. It then knows that you sign in.
privacy-given-nobody = Nobody else gets data. Meervoud sends nothing to its makers, and its pages load nothing from other websites.

privacy-rights = What you can ask for
privacy-rights-see = To see it and take it along: with an account you download everything that is kept about you on the page Your account.
privacy-rights-erase = To erase it: there you also erase your account. Owners can have a whole organisation erased.
privacy-rights-object = To correct it, restrict it or object: ask the organisation that is responsible.
privacy-rights-complain = Not satisfied? You can complain to the data protection authority, in the Netherlands the Autoriteit Persoonsgegevens.
privacy-account = To your account

privacy-measures = How the data is protected
privacy-measure-five = In an anonymous round nothing is shown about fewer than five people.
privacy-measure-releases = Results are fixed at the moment of release. Two results side by side give nobody away.
privacy-measure-tenants = Each organisation is screened off from all others.
privacy-measure-hashed = Passwords, codes and links are kept so that nobody can read them back.
privacy-measure-factor-required = Everybody signs in with two proofs: something they know and something they have.
privacy-measure-factor-optional = Everybody can sign in with two proofs, or with a passkey.
privacy-measure-log = Whoever does something that matters stands in a log that nobody can change unnoticed.
privacy-measure-no-third-parties = The pages load nothing from other websites and follow nobody.
privacy-measure-backups = Backups are made and checked without anybody asking. After 30 days they are gone.
privacy-measure-erasure = What is erased is removed from the files, and does not come back with an old backup.

privacy-register-title = Register of processing activities
privacy-register-lead = What this installation does with personal data, made from the database and the settings. Add what only you know: the organisations, the legal grounds and the agreements with them.
privacy-register-made = Made on { $day } with Meervoud { $version }.
privacy-register-download = Download as JSON
privacy-register-contact = Contact: { $contact }
privacy-register-contact-none = Contact: not filled in yet (setting PRIVACY_CONTACT).
privacy-register-data = Data in the database
privacy-register-fill-in = For you to fill in
privacy-register-fill-in-controller = Name and contact of each responsible organisation, and of a data protection officer if there is one.
privacy-register-fill-in-ground = The legal ground for each purpose: consent, a contract or a legitimate interest. Consent of employees is weak; a works council may have a say.
privacy-register-fill-in-agreement = The processing agreement between each organisation and whoever runs this installation.
