# Rounds: the list, a new round, and the page of one round.

round-state-draft = Prepared
round-state-open = Open
round-state-closing = Closing soon
round-state-closed = Closed
round-state-archived = Put away
round-mode-anonymous = Anonymous
round-mode-open = Open, with names
round-variant-full = Full
round-variant-pulse = Short
round-variant-weakest = Short, with { $names } in full
round-results = See the outcome

round-list-title = Rounds
round-list-empty = There is no round yet. In a round everyone answers alone first; then you see the outcome together.
round-list-empty-viewer = There is no round yet. An owner or a facilitator can start one.
round-list-made = Made on { $day }
round-list-counts = { $joined ->
    [0] nobody takes part yet
    [one] 1 participant, { $finished } finished
   *[other] { $joined } participants, { $finished } finished
}
round-new = New round

round-new-title = New round
round-new-intro = You choose what to ask and whom.
round-new-not-allowed = Only an owner or a facilitator can start a round. Ask one of them.
round-new-back = Back to the organisation
round-new-instrument = Questionnaire
round-new-instrument-label = { $name }: { $items } questions
round-new-variant = How many questions?
round-new-variant-label = { $name }: { $items } questions
round-new-variant-minutes = Takes about { $minutes } minutes for each person.
round-new-period = Which period is it about?
round-new-already-prepared = There is a round ready for this period already.
round-new-already-prepared-go = Open that one now?
round-new-already-open = There is a round open about this period already.
round-new-already-open-go = Go to that round
round-new-horizons = Which moment?
round-new-horizons-one = One answer to each question.
round-new-horizons-more = { $count } answers to each question. { $later ->
    [intended] You then also see where you want to go.
   *[ahead] You then also see where things are going.
}
round-new-way = Who fills it in?
round-new-way-anonymous = Everyone on a phone, anonymously
round-new-way-anonymous-hint = People join with a code or a QR code. Nobody sees who answered what, not even you. We only show outcomes of five people or more.
round-new-way-named = Everyone apart, with a name
round-new-way-named-hint = People join with a code or a QR code and give a name. Answers carry that name. This suits a small team that trusts each other.
round-new-way-together = Our team together, on one form
round-new-way-together-hint = Colleagues with an account fill it in once, together, with evidence and notes. At the end somebody hands it in. There is no code.
round-new-mode-hint = This cannot change once the round is open.
round-new-version = Version of the questionnaire
round-new-version-other = You use version { $version }. Choose another version
round-new-version-newest = Version { $version }, the newest
round-new-version-older = Version { $version }
round-new-version-since = { $kept } questions stayed the same since version { $version }.
round-new-version-reworded = { $n ->
    [one] 1 question has other words and can still be compared: { $topics }.
   *[other] { $n } questions have other words and can still be compared: { $topics }.
}
round-new-version-apart = { $n ->
    [one] 1 question is new, or so different that you cannot put it beside earlier answers: { $topics }.
   *[other] { $n } questions are new, or so different that you cannot put them beside earlier answers: { $topics }.
}
round-new-version-gone = { $n ->
    [one] 1 question is gone: { $topics }.
   *[other] { $n } questions are gone: { $topics }.
}
round-new-days = Open later, a last day, reminding
round-new-opens = On which day does the round open? (may be empty)
round-new-opens-hint = The round then opens by itself at 8 in the morning, Dutch time. Empty: you open it yourself.
round-new-due = Up to and including which day can people answer? (may be empty)
round-new-due-hint = At the end of that day the round closes by itself. You can always make it later.
round-new-due-hint-together = The round does not close by itself: it closes when somebody hands it in. You can always make it later.
round-new-reminders = When to remind?
round-new-reminders-hint = This works when there is a last day.
round-new-reminders-days = { $days ->
    [0] On the last day itself
    [1] One day before
    [7] A week before
   *[other] { $days } days before
}
round-new-plan = Plan round
round-new-fault-day = Choose a day, or leave this empty
round-new-groups = Which groups take part? (may be empty)
round-new-groups-hint-anonymous = Participants choose their group. A group with fewer than five answers is not shown apart; its answers do count in the whole.
round-new-groups-hint-open = Participants choose their group. You then see each group apart as well.
round-new-expected = How many people do you expect? (may be empty)
round-new-expected-hint = With this you see later how many are missing.
round-new-name = Name of the round (may be empty)
round-new-name-hint = For example 'Management day'. If you leave this empty, we use the questionnaire and the period.
round-new-few = With fewer than 5 we can show nothing; choose open then.
round-new-few-groups = { $groups } groups with { $expected } people together: one group will probably stay smaller than five. That group is then not shown apart.
round-new-submit = Start round
round-new-draft = Prepare it first
round-new-draft-hint = A prepared round gets its code when you open it.
round-new-fault-expected = Enter a whole number from 1 to 100000, or leave this empty
round-new-fault-name = Make the name shorter: at most 160 characters
round-new-fault-period = Choose a period from the list
round-new-fault-horizons = Choose a moment from the list

round-share-title = Share this round
round-share-intro = Participants scan the QR code, or go to the address and enter the code.
round-share-code = Code
round-share-address = Address
round-share-link = Link to send
round-share-only-here = This address works on this computer only. Start the server with --lan, and phones in the room can reach it.
round-share-qr = QR code that opens the questionnaire at { $url }
round-share-big = Show large
round-share-big-close = Back to the round
round-share-print = Print
round-share-sheet = Sheet for the room, with the Wi-Fi
round-share-paper = Answer sheets on paper
round-share-venue = Can phones reach this laptop?
round-share-download = QR code as a picture
round-share-poster-scan = Scan with the camera of your phone
round-share-poster-type = or go to
round-share-poster-code = and enter this code

round-counts-title = So far
round-counts-joined = { $n ->
    [one] participant
   *[other] participants
}
round-counts-started = begun
round-counts-finished = finished
round-counts-of = of { $expected } expected
round-counts-late = { $late ->
    [one] 1 answer came after closing. It counts if you reopen the round.
   *[other] { $late } answers came after closing. They count if you reopen the round.
}
round-counts-few = Fewer than five people take part so far. In an anonymous round we show nothing below five answers to a question.
round-counts-stale = No connection: these numbers are not of now. We keep trying.

round-next-title = What next?
round-next-draft = This round is prepared. Participants can take part as soon as you open it.
round-next-open = The round is open. Close it when everyone has finished; then you see the whole outcome.
round-next-closing = The round closes at { DATETIME($until, hour: "2-digit", minute: "2-digit") }. Until then phones send their last answers.
round-next-closed = The round is closed. The outcome is final.
round-next-closed-empty = The round is closed. Nobody answered, so there is no outcome.
round-next-archived = This round has been put away. The outcome can still be read.
round-next-viewer-open = The round is open. There is something to see as soon as the facilitator releases the outcome.
round-open = Open round
round-release = Release the outcome now
round-release-hint = The round stays open. Participants who are still busy do not see the outcome on their phones.
round-released = The outcome has been released.
round-close = Close round
round-close-now = Close at once
round-reopen = Reopen round
round-reopen-hint = If you reopen the round, there will be a new code. Who took part already can simply go on.
round-archive = Put away
round-close-title = Close this round?
round-close-explain = After closing nobody can answer any more. The outcome is then made and stays as it is.
round-close-unfinished = { $unfinished ->
    [one] 1 participant has not finished yet. Their answers do count.
   *[other] { $unfinished } participants have not finished yet. Their answers do count.
}
round-close-grace = When does the round close?
round-close-grace-minutes = { $minutes ->
    [0] At once
   *[other] In { $minutes } minutes
}
round-close-grace-hint = { $minutes ->
    [0] Answers that are still under way do not count.
   *[other] Phones with bad Wi-Fi can still deliver.
}
round-close-submit = Yes, close round

round-facts-title = About this round
round-facts-instrument = Questionnaire
round-facts-items = { $items } questions
round-facts-period = Period
round-facts-horizons = Moment
round-facts-mode = Answers
round-facts-groups = Groups
round-facts-no-groups = None: everyone together
round-facts-opened = Opened
round-facts-closed = Closed
round-facts-when = { DATETIME($when, day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit") }
