# Agreements: proposals (question 6), expectation (question 7), board, looking back and "did it help?".

intervention-untitled = Proposal without a title
intervention-nothing = Nothing yet
intervention-unsaid = Not said yet
intervention-line = { $label }, line { $number }

# States
intervention-state-proposed = Proposed
intervention-state-agreed = Agreed
intervention-state-running = Running
intervention-state-reviewed = Looked back
intervention-state-stopped = Stopped
intervention-to-proposed = Back to a proposal
intervention-to-agreed = We agree on this
intervention-to-running = We have begun
intervention-to-stopped = Stop
intervention-mend = Fill this in
intervention-move = Move
intervention-moved = { $title } is now under: { $state }

# Question 6: proposals
intervention-proposals = Proposals
intervention-proposals-none = There is no proposal yet. One to three will do: small, safe to try, with a name and a date.
intervention-new = New proposal
intervention-conditions = Conditions from question 5
intervention-conditions-none = There are no conditions yet.
intervention-conditions-go = Go to question 5
intervention-ideas = Ideas of the group ({ $n })
intervention-idea-take = Make it a proposal
intervention-dots = { $n ->
    [one] 1 dot
   *[other] { $n } dots
}
intervention-cards-more = And { $n } more.
intervention-notes = What the group wrote about this ({ $n })
intervention-title = Title
intervention-title-hint = A few words, as you talk about it
intervention-driver = Why do we do this?
intervention-driver-hint = What is going on, what that does and what is needed
intervention-driver-found = You wrote this at question 1:
intervention-driver-take = Take this over
intervention-agreement = What do we agree?
intervention-agreement-hint = Who does what, how often or until when
intervention-owner = Who takes care of it?
intervention-owner-hint = One name, also when many take part
intervention-owner-room = The room
intervention-domain = What is that person in charge of?
intervention-domain-hint = What he or she may decide alone
intervention-first-step = What is the first step?
intervention-first-step-hint = Something that can be done this week or next
intervention-criteria = How will we see whether it works?
intervention-criteria-hint = One thing on each line
intervention-starts-on = From when?
intervention-starts-on-hint = May stay empty
intervention-review-on = When do we look back?
intervention-review-on-hint = A quarter is often a good length
intervention-review-quarter = Take { $day }
intervention-ups = What does this make stronger? (may stay empty)

intervention-impact = How large is the impact?
intervention-support = Support: who stands where? ({ $n ->
    [0] nothing said yet
    [one] 1 group said
   *[other] { $n } groups said
})
intervention-support-hint = Say only what you know. What you do not know stays empty.
intervention-potential = What do we have to do it with? ({ $n ->
    [0] nothing said yet
   *[other] { $n } of 8 said
})
intervention-potential-0 = None
intervention-potential-1 = Little
intervention-potential-2 = Some
intervention-potential-3 = Enough
intervention-potential-4 = Plenty

intervention-field-title = Title
intervention-field-driver = Why
intervention-field-agreement = What we agree
intervention-field-domain = What that person is in charge of
intervention-field-owner = Who takes care of it
intervention-field-firstStep = First step
intervention-field-criteria = How we see whether it works
intervention-field-startsOn = From
intervention-field-reviewOn = Look back on
intervention-field-ups = What this makes stronger
intervention-field-impact = Impact
intervention-field-support = Support
intervention-field-potential = What there is to do it with

intervention-remove = Throw proposal away
intervention-remove-title = Throw this proposal away?
intervention-remove-what = { $title } disappears for everybody. This cannot be undone.

# Where the words are now
intervention-draft-saved = Everything is saved.
intervention-draft-waiting = Saving.
intervention-draft-offline = No connection. Your text is on this device and is sent by itself as soon as possible.
intervention-draft-page-only = No connection, and this device keeps nothing. Leave this page open until there is a connection.
intervention-draft-conflict = There are two versions. Choose above what stays.
intervention-draft-refused = Still only on this device. { $why }
intervention-unsaved-first = Your text is not saved yet. Solve that first, then you can go on.

intervention-conflict-title = There are two versions
intervention-conflict-why = Somebody else wrote in this proposal meanwhile. Choose part by part what stays. Until then nothing goes away.
intervention-conflict-here = Another window on this device holds another text. Choose part by part what stays.
intervention-conflict-deleted = Somebody threw this proposal away meanwhile. Your text is still on this device.
intervention-conflict-mine = Your version
intervention-conflict-theirs = The other version
intervention-conflict-save = Save it like this
intervention-conflict-keep = Keep my text anyway
intervention-conflict-let-go = Throw my text away too
intervention-conflict-keep-mine = Keep my version
intervention-conflict-keep-theirs = Take the other version

# Objections
intervention-consent-title = Does anybody object?
intervention-consent-none-hint = Everybody says: no objection, a concern, or an objection with words. It need not be perfect: good enough for now, and safe to try.
intervention-consent-open-hint = The round is open. You see what people wrote once it is closed. No names are shown.
intervention-consent-closed-hint = The round is closed. What people wrote has no names.
intervention-consent-start = Ask everybody
intervention-consent-close = Close the round
intervention-consent-again = Ask once more
intervention-consent-answered = { $n ->
    [0] Nobody has answered yet.
    [one] 1 person has answered.
   *[other] { $n } people have answered.
}
intervention-consent-outcome = { $none ->
    [0] Nobody said: no objection
    [one] 1 time no objection
   *[other] { $none } times no objection
}, { $objections ->
    [0] not one objection
    [one] 1 objection
   *[other] { $objections } objections
}, { $concerns ->
    [0] no concerns
    [one] 1 concern
   *[other] { $concerns } concerns
}.
intervention-stance = What do you say yourself?
intervention-stance-no-objection = No objection
intervention-stance-concern = I have a concern
intervention-stance-objection = I object
intervention-stance-text-concern = What is your concern?
intervention-stance-text-objection = What goes wrong if we do this?
intervention-stance-unnamed = The group reads this without your name.
intervention-stance-choose = Choose an answer first.
intervention-stance-send = Give answer
intervention-stance-again = Change my answer
intervention-stance-sent = Your answer is saved.
intervention-voice-objection = Objection:
intervention-voice-concern = Concern:
intervention-voice-stands = This is still open.
intervention-voice-integrated = It is in the proposal now
intervention-voice-withdrawn = The objection is gone
intervention-voice-criterion = Make it something we watch
intervention-voice-integrated-done = Worked into the proposal
intervention-voice-withdrawn-done = Withdrawn
intervention-voice-criterion-done = We watch this when we look back
intervention-voice-undo = Undo this

# The script
intervention-script-title = In which order?
intervention-script-hint = This order follows from impact, support and what you have to do it with.
intervention-move-agree = Agree and plan
intervention-move-do = Just do it
intervention-move-free = Make room first
intervention-move-dialogue = Talk first
intervention-move-park = Leave it for now
intervention-move-unknown = No place yet
intervention-why-impact = { $size ->
    [high] large impact
   *[low] small impact
}
intervention-why-support = { $size ->
    [high] much support
   *[low] little support
}
intervention-why-potential = { $size ->
    [high] enough to do it with
   *[low] too little to do it with
}
intervention-why = Because: { $why }. { $next }
intervention-then-agree = Agree on it, plan it, and look back in a quarter.
intervention-then-do = Nobody needs to wait for it.
intervention-then-free = Free time, money or skills first.
intervention-then-dialogue = Talk first, and do a small trial that can be taken back.
intervention-then-park = Spend your time on something else now.
intervention-missing-impact = First say how large the impact is.
intervention-missing-support = First say who stands where.
intervention-missing-potential = First say what you have to do it with.

# Back from question 7
intervention-focus-title = This is about { $capital } now
intervention-focus-why = At question 7 a check said 'no'. What helps { $capital } along, or keeps it from giving way?
intervention-focus-touches = { $direction ->
    [down] goes down, you expect
   *[up] goes up, you expect
}
intervention-focus-new = New proposal for { $capital }

# Question 7: expectation
intervention-effects-title = What does each agreement do?
intervention-effects-hint = Go through all capitals. If you do not know, leave it empty.
intervention-effects-none = There is no proposal to look at yet. First make one at question 6.
intervention-effects-to-six = Go to question 6
intervention-effects-no-figures = There are no figures to count with here. Talk about it together: what goes up, what goes down, and for whom?
intervention-effects-no-balance = This questionnaire has no balance to count with. Talk about it together: what goes up, what goes down, and for whom?
intervention-effects-said = { $said } of { $all } capitals discussed
intervention-effects-unsaid = Nobody has written yet what this does to the capitals.
intervention-effects-caption = What we expect of it. An expectation, not a measurement.
intervention-effects-of = What do we expect of it?
intervention-capital = Capital
intervention-effect = Expected effect
intervention-effect-both = Inside and outside
intervention-effect-down-2 = Much lower
intervention-effect-down-1 = Lower
intervention-effect-same = Same
intervention-effect-up-1 = Higher
intervention-effect-up-2 = Much higher
intervention-effect-split = Inside and outside apart
intervention-effect-join = Inside and outside together again
intervention-effect-outcome = Now { $now }. With all that counts: { $later }.
intervention-effect-stays = Now { $now }. It stays like that.
intervention-term = Term
intervention-term-short = Within 1 year
intervention-term-medium = In 1 to 3 years
intervention-term-long = After 3 years or later
intervention-confidence = How sure?
intervention-confidence-low = Not so sure
intervention-confidence-middle = Fairly sure
intervention-confidence-high = Very sure

intervention-price-title = Who pays the price?
intervention-price-why = A gain in one place almost always costs something in another, if only time. Say so beforehand, and you can share it fairly.
intervention-price-capitals = Which capital gives way (for a while)?
intervention-price-falls = You expect this one to fall
intervention-price-bearer = For whom is that, or who bears it?
intervention-price-missing-dimensions = Choose at least one. Until then your expectation is only on this device.
intervention-price-missing-bearer = Please write this down. Until then your expectation is only on this device.
intervention-price-waits = Your expectation is safe on this device. Say above who pays the price, and we save it for everybody.
intervention-price-line = What gives way: { $capitals }. Who bears that: { $bearer }

intervention-picture-title = The expected balance
intervention-counted = What counts in the picture?
intervention-counted-fold = In the picture: { $counted } of { $all } agreements
intervention-view = What does the picture show?
intervention-view-together = Together
intervention-projection-label = The group's expectation, not a measurement.
intervention-projection-range = The band runs from cautious to hopeful.
intervention-projection-key = Expected, from cautious to hopeful
intervention-projection-same = now { $now }, stays the same
intervention-projection-moves = now { $now }, expected { $expected }, between { $low } and { $high }
intervention-projection-table = All numbers
intervention-projection-caption = Now and expected, in points from 0 to 100. The group's expectation, not a measurement.
intervention-range-words = { $low } to { $high }
intervention-range = { $low }–{ $high }
intervention-now = Now
intervention-low = Cautious
intervention-expected = Expected
intervention-high = Hopeful
intervention-absent-missing = no score
intervention-absent-hidden = not shown

intervention-answer-yes = Yes.
intervention-answer-no = No.
intervention-answer-not-needed = Not needed.
intervention-answer-unknown = Cannot be said.
intervention-check-floor-rises-yes = The lowest capital goes up: from { $now } to { $expected }.
intervention-check-floor-rises-no = The lowest capital does not go up: { $capitals }, now { $now }, expected { $expected }.
intervention-check-floor-rises-not-needed = The lowest capital need not go up.
intervention-check-floor-rises-unknown = Whether the lowest capital goes up: not every capital has a score.
intervention-check-nothing-falls-yes = No capital goes far down.
intervention-check-nothing-falls-no = { $n ->
    [one] One capital goes down by more than 5 points or sinks below 25: { $capitals }.
   *[other] { $n } capitals go down by more than 5 points or sink below 25: { $capitals }.
}
intervention-check-nothing-falls-not-needed = There is nothing that goes far down.
intervention-check-nothing-falls-unknown = Whether a capital goes down: there is no score.
intervention-check-gap-shrinks-yes = The gap between inside and outside gets smaller: on average from { $now } to { $expected } points.
intervention-check-gap-shrinks-no = The gap between inside and outside does not get smaller: on average now { $now }, expected { $expected } points. It is largest for { $capitals }.
intervention-check-gap-shrinks-not-needed = Inside and outside are about equal already.
intervention-check-gap-shrinks-unknown = Whether the gap between inside and outside gets smaller: not every capital has both scores.
intervention-check-back = Back to question 6 for { $capital }

# Board and list
intervention-page-title = Agreements
intervention-page-lead = What you proposed, agreed on and try together.
intervention-page-empty = There are no agreements yet. An agreement comes from a conversation about a result, at question 6.
intervention-page-start = To the conversations
intervention-to-ledger = Did it help?
intervention-views = Board or list
intervention-views-board = Board
intervention-views-list = List
intervention-filter = Show
intervention-filter-all = Everything
intervention-filter-none = There is nothing here now.
intervention-column-proposed = No proposals.
intervention-column-agreed = Nothing waits to begin.
intervention-column-running = Nothing is running now.
intervention-column-reviewed = Not looked back yet.
intervention-column-stopped = Nothing stopped.
intervention-owner-is = { $owner } takes care of it
intervention-owner-none = No name yet
intervention-due = Look back: { $when }
intervention-review-later = Look back on { $day } ({ $when })
intervention-due-count = { $n ->
    [one] 1 agreement to look back at
   *[other] { $n } agreements to look back at
}
intervention-from-round = Began with: { $title }, { $period }

intervention-calendar-title = In your calendar
intervention-calendar-what = All days to look back, in the calendar that you use already.
intervention-calendar-download = Download the calendar file (.ics)
intervention-calendar-follow = Or let your calendar follow an address: new days then appear by themselves.
intervention-calendar-make = Make an address
intervention-calendar-address = Address for your calendar
intervention-calendar-once = Copy this address now: we show it only once. Whoever has it sees the agreements, the names and the days.
intervention-calendar-exists = You have an address already. We do not show it again; make a new one if you lost it. The old one then stops working.
intervention-calendar-again = Make a new address
intervention-calendar-end = Stop this address

# One agreement
intervention-change = Change the text
intervention-print = Print
intervention-to-seven = To the expectation at question 7
intervention-look-back = Look back
intervention-look-back-why = Look back together: did it help, and how does it go on?
intervention-look-back-now = Look back now
intervention-helped = Did it help?
intervention-helped-yes = Yes, it helped.
intervention-helped-partly = It helped in part.
intervention-helped-no = No, it did not help.
intervention-helped-unknown = We do not know.
intervention-fault-helped = Choose whether it helped
intervention-review-why = Why? What did you see?
intervention-review-improve = What could be better?
intervention-review-dropped = Do we go on with this?
intervention-review-dropped-no = Yes, we go on
intervention-review-dropped-yes = No, we stop
intervention-review-next = When do we look back again?
intervention-review-next-hint = A quarter from now is { $day }
intervention-review-send = Save what we saw
intervention-reviewed = Saved. Thank you.
intervention-reviews = How we looked back
intervention-review-better = What could be better: { $improve }
intervention-review-was-dropped = We stopped it.
intervention-review-then = We go on and look again on { $day }.

# Did it help?
intervention-ledger-title = Did it help?
intervention-ledger-empty = Here you will see what you expected of each agreement, beside what the next round shows. There is no agreement yet.
intervention-ledger-not-yet = { $n ->
    [one] There is 1 agreement. After the next round you see here whether it went as expected.
   *[other] There are { $n } agreements. After the next round you see here whether it went as expected.
}
intervention-ledger-headline = { $all ->
    [one] One expectation
   *[other] { $all } expectations
}: { $parts }.
intervention-tally-as-expected = { $n } as expected
intervention-tally-opposite = { $n } opposite
intervention-tally-not-visible-yet = { $n } not visible yet
intervention-tally-too-few-to-say = { $n } with too few to say
intervention-ledger-why = This never says how much something changed, nor because of what: more things always change at the same time, and a score is a picture by people and not a trial.
intervention-ledger-from = Began with { $from }
intervention-ledger-between = From { $from } to { $to }
intervention-ledger-nothing-expected = Nothing was expected of this.
intervention-ledger-caption = Expected and seen
intervention-ledger-expected = Expected
intervention-ledger-seen = Seen
intervention-ledger-verdict = Together
intervention-ledger-up = Up
intervention-ledger-down = Down
intervention-seen-increased = Increased
intervention-seen-decreased = Decreased
intervention-seen-no_clear_difference = No clear difference
intervention-seen-too_few_to_say = Too few to say
intervention-seen-not-comparable = Cannot be compared
intervention-seen-nothing = After the next round
intervention-verdict-as-expected = As expected
intervention-verdict-opposite = Opposite
intervention-verdict-not-visible-yet = Not visible yet
intervention-verdict-too-few-to-say = Too few to say
intervention-verdict-later = Not known yet
intervention-ledger-judgement = The group itself:
intervention-ledger-no-judgement = The group has not looked back at it yet.

intervention-former-member = Former member
