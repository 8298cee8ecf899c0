# Rounds in time. The server reads this part too: the title of a round that a rhythm prepares.
planning-round-title = { $name }, quarter { $quarter } of { $year }

planning-title = Planning
planning-intro = With a rhythm your rounds open by themselves, and everyone knows when something is asked of them.
planning-intro-viewer = Here you see which rounds are coming. An owner or a facilitator plans them.
planning-zone = All days are days in the Netherlands. Rounds open at 8 in the morning and last until the end of their last day.
planning-quarters = The coming four quarters
planning-open = Open now
planning-others = Other rounds
planning-state-ahead = Planned
planning-state-prepared = Prepared
planning-state-late = Waiting to open
planning-state-open = Open
planning-state-overdue = Past its last day
planning-state-closing = Closing soon
planning-state-closed = Closed
planning-state-archived = Put away
planning-state-passed = Not held
planning-state-unplanned = Nothing planned
planning-asks-full = All { $items } questions
planning-asks-pulse = The short set: { $items } questions
planning-asks-weakest = The short set, with { $names } in full: { $items } questions
planning-asks-weakest-unsaid = The short set, with the two lowest values in full: { $items } questions
planning-asks-weakest-unknown = The short set: { $items } questions. After the first outcome the two lowest values are added in full.
planning-asks-other = { $items } questions
planning-asks-may-change = If a new outcome comes before it opens, we choose the two lowest values again.
planning-list-together = one form of your team
planning-together = Your team fills in one form together.
planning-opens = Opens on { $day }
planning-opened = Open since { $day }
planning-opens-not = Does not open by itself
planning-due = Up to and including { $day }
planning-due-none = Without a last day
planning-came = { $joined ->
    [0] Nobody takes part yet
    [one] One person takes part
   *[other] { $joined } people take part
}{ $expected ->
    [0] .
   *[other] { " " }of the { $expected } that you expect.
}
planning-remind-now = It is time to remind people.
planning-late = The day has come, but the server is not sure of its clock yet. Open the round yourself, or wait a day.
planning-late-over = The days of this round are over. Choose other days, or open the round yourself.
planning-overdue-together = The last day is over. The round stays open until somebody hands the form in.
planning-overdue-each = The last day is over. The round is about to close by itself.
planning-passed = The day of opening was over when you chose this rhythm. You can start a round yourself.
planning-days = Other days
planning-days-of = Other days: { $name }
planning-days-title = Other days
planning-days-opens = On which day does the round open? (may be empty)
planning-days-opens-hint = Empty: the round does not open by itself.
planning-days-due = Up to and including which day? (may be empty)
planning-days-due-hint = Empty: the round has no last day.
planning-days-save = Save days
planning-open-now = Open now
planning-open-now-of = Open now: { $name }
planning-close = Close
planning-close-of = Close: { $name }
planning-close-title = Close this round?
planning-close-explain = After that nobody can answer any more, and we make the outcome. Phones still deliver for two minutes. You can open the round again later.
planning-close-sure = Yes, close the round
planning-sign-off = Hand in
planning-sign-off-of = Hand in: { $name }
planning-single = Plan one round
planning-start = Start a round yourself

planning-rhythm = Rhythm
planning-rhythm-none = There is no rhythm yet. Choose once how often and what you ask; after that we prepare every round by itself.
planning-rhythm-set = Choose a rhythm
planning-rhythm-change = Change the rhythm
planning-rhythm-end = Stop the rhythm
planning-rhythm-end-title = Stop this rhythm?
planning-rhythm-end-explain = No new rounds are prepared any more. What is prepared stays, and does not open by itself any more. Open rounds simply go on.
planning-rhythm-end-sure = Yes, stop the rhythm
planning-rhythm-saved = Saved.
planning-rhythm-ended = The rhythm has been stopped.
planning-rhythm-usual = Each quarter: { $usual ->
    [full] all questions
    [weakest] the short set with the two lowest values in full
   *[pulse] the short set
}.
planning-rhythm-full = In quarter { $quarter }: all questions.
planning-rhythm-who = { $way ->
    [anonymous] Everyone fills it in on a phone, anonymously.
    [named] Everyone fills it in apart, with a name.
   *[together] Your team fills it in together, on one form.
}
planning-rhythm-mail = { $n ->
    [0] Nobody is reminded.
   *[other] Reminders go by e-mail: { $days }.
}
planning-rhythm-no-mail = This installation sends no e-mail. Here and on the first page it says when it is time to remind people.
planning-rhythm-mail-who = { $way ->
    [together] They go to everyone who may write in the form.
   *[other] They go to owners and facilitators, who remind the others. We do not know who takes part on a phone.
}

planning-form-instrument = Questionnaire
planning-form-usual = What do you ask each quarter?
planning-form-usual-pulse = The short set: { $items } questions
planning-form-usual-weakest = The short set, with the two lowest values in full
planning-form-usual-weakest-hint = We choose them from the newest outcome that everybody here may read. When a round opens we look once more.
planning-form-usual-full = All { $items } questions
planning-form-full = All questions once a year?
planning-form-full-none = No
planning-form-full-quarter = Yes, in quarter { $quarter }
planning-form-opens = When does a round open?
planning-form-opens-days = Number of days
planning-form-opens-when = Before or after
planning-form-opens-before-start = days before the start of the quarter
planning-form-opens-after-start = days after the start of the quarter
planning-form-opens-before-end = days before the end of the quarter
planning-form-opens-after-end = days after the end of the quarter
planning-form-open-days = How many days does a round stay open?
planning-form-open-days-hint = From 1 to 60 days. You can always make the last day of an open round later.
planning-form-example = { $period }: open from { $opens }, up to and including { $due }.
planning-form-passed = That day is over for the { $period }. The rhythm begins with the { $next }.
planning-form-save = Save rhythm
planning-form-fault-opens = Enter a whole number from 0 to 92
planning-form-fault-open-days = Enter a whole number from 1 to 60
planning-form-meanwhile = Somebody else just changed the rhythm. If you save once more, what you chose here holds.
planning-form-goes-along = Rounds that are prepared already go along, except for days that you chose there yourself.

planning-now-open = Go on
planning-now-go-sheet = Go on filling in
planning-now-go-round = To the round
planning-now-due = Up to and including { $day }
planning-now-due-past = The last day was { $day }
planning-now-next = Next round: { $period }, from { $day }
planning-now-latest = Newest outcome
planning-now-latest-go = See the outcome
planning-now-planning = Planning
planning-links-title = Looking back and ahead
planning-links-planning = Planning
planning-links-planning-about = Which rounds are coming, and the rhythm
planning-links-trend = From round to round
planning-links-trend-about = What changed, and what you want to reach
planning-links-reflections = Conversations about the outcome
planning-links-reflections-about = The seven questions, and what came of them
planning-links-agreements = Agreements
planning-links-agreements-about = What you do, who takes care of it, and whether it helped
planning-links-network = The network outside
planning-links-network-about = With whom you share value, and the experiment of this quarter
