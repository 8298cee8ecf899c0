# The sheet that a team fills in together: task list, one question, checking and handing in.

sheet-lead = You fill in this form together, about { $period }. Everybody sees what the others fill in.
sheet-lead-due = You fill in this form together, about { $period }. Hand it in on or before { $day }.
sheet-lead-over = This form is about { $period }. There is nothing to fill in now.
sheet-lead-draft = This form about { $period } is ready. You can fill it in as soon as the round is open.
sheet-period-quarter = quarter { $quarter } of { $year }
sheet-part = Part { $number }

sheet-coverage-items = { $done } of { $total } questions answered
sheet-go-begin = Begin
sheet-go-on = Go on where you were
sheet-go-where = { $topic }
sheet-go-check = Check the answers
sheet-go-read = Look at the answers
sheet-go-sign-off = Hand in

sheet-standing-not-begun = Not yet begun
sheet-standing-busy = Busy
sheet-standing-done = Done
sheet-standing-conflict = Two answers
sheet-standing-over-not-begun = Not filled in
sheet-standing-over-busy = Partly filled in

sheet-here-now = { $n ->
    [one] { $names } is here now too.
   *[other] { $names } are here now too.
}
sheet-here-theme = { $n ->
    [one] { $names } works here now
   *[other] { $names } work here now
}
sheet-here-item = { $n ->
    [one] { $names } works here now
   *[other] { $names } work here now
}
sheet-here-question = { $n ->
    [one] { $names } is looking at this question now too.
   *[other] { $names } are looking at this question now too.
}

sheet-list-title = What there is to do
sheet-list-title-over = All questions
sheet-theme-counts = { $done } of { $total } done
sheet-theme-conflicts = { $n ->
    [one] two answers once
   *[other] two answers { $n } times
}
sheet-row-mine = for you
sheet-row-assigned = for { $name }
sheet-row-evidence = with evidence
sheet-filter-title = Which questions do you want to see?
sheet-filter-all = All
sheet-filter-mine = Mine
sheet-filter-open = To do
sheet-filter-open-over = Not filled in
sheet-filter-conflicts = Two answers
sheet-filter-certainty-any = Does not matter
sheet-filter-certainty-none = Not said yet
sheet-filter-certainty-gut = Gut feeling
sheet-filter-certainty-estimate = Estimate
sheet-filter-certainty-measured = Measured
sheet-filter-certainty-audited = Audited
sheet-empty-all = Show all questions
sheet-empty-mine = No question is in your name. At a question you can choose who takes it.
sheet-empty-conflicts = There are two answers nowhere. You agree, or you have chosen already.
sheet-empty-open = Everything is filled in.
sheet-empty-certainty = No question fits this choice.

sheet-item-list = All questions
sheet-item-where = { $theme }, question { $number } of { $total }
sheet-item-ways = To another question
sheet-item-previous = Previous
sheet-item-next = Next
sheet-item-unknown = This question is not on this form
sheet-item-unknown-why = Perhaps the address was not copied well.

sheet-answer-none = Not filled in
sheet-answer-taken-back = Answer removed
sheet-answer-rating = { $rating }: { $words }
sheet-answer-nobody = Not filled in yet
sheet-answer-by = Filled in by { $who }, { $when }
sheet-answer-by-now = Filled in by { $who }
sheet-who-you = you
sheet-who-gone = somebody who no longer works here

sheet-previous-title = What you said in { $period }
sheet-previous-new = In { $period } this question was not asked, or not filled in.
sheet-previous-same = Same as in { $period }
sheet-previous-copied = Taken over from { $period }.
sheet-previous-nothing = There is no answer to take over.

sheet-key-title = Faster by keyboard
sheet-key-to = to
sheet-key-step = choose a step
sheet-key-unknown = I do not know
sheet-key-same = same as last time
sheet-key-enter = go on
sheet-key-arrows = previous and next question
sheet-key-switch = Use single keys
sheet-key-hint = The keys do nothing while you type.

sheet-conflict-title = Two answers to this question
sheet-conflict-why = Two people answered, without seeing each other's answer. Choose which answer stays. The other one stays in the history.
sheet-conflict-mine = Your answer
sheet-conflict-of = Answer of { $name }
sheet-conflict-keep-mine = Keep my answer
sheet-conflict-keep-of = Keep the answer of { $name }
sheet-conflict-talk = Talk first
sheet-conflict-talking = Fine. Both answers stay. You find this question under ‘Two answers’. You can hand in once you have chosen.
sheet-conflict-go = See both answers
sheet-work-conflict-title = Somebody else wrote here too
sheet-work-conflict-mine = Your text
sheet-work-conflict-theirs = The text of a colleague
sheet-work-conflict-window = Your text from another window
sheet-work-conflict-empty = (empty)
sheet-work-conflict-keep-mine = Keep my text
sheet-work-conflict-keep-theirs = Keep the other one

sheet-beside-title = Where does the answer come from?
sheet-certainty-title = How sure is this?
sheet-certainty-said = Certainty: { $words }
sheet-certainty-hint = This does not count in any score.
sheet-certainty-none = Not said yet
sheet-certainty-gut = Gut feeling
sheet-certainty-gut-hint = This is how it feels to us
sheet-certainty-estimate = Estimate
sheet-certainty-estimate-hint = Going by what we know
sheet-certainty-measured = Measured
sheet-certainty-measured-hint = There are figures
sheet-certainty-audited = Audited
sheet-certainty-audited-hint = Somebody from outside looked
sheet-note-label = Note
sheet-note-hint = What do you base this on?
sheet-link-label = Link
sheet-link-fault = This is not a web address. Write it as https://example.com. It is still on this device.
sheet-nothing = Nothing
sheet-assign-label = Who takes this question?
sheet-assign-nobody = Nobody yet
sheet-assign-me = { $name } (you)

sheet-files-title = Files
sheet-files-none = No files yet.
sheet-file-add = Add a file
sheet-file-hint = Up to 5 MB for each file: PDF, PNG, JPEG, WebP, Word, Excel, PowerPoint, OpenDocument, plain text or CSV.
sheet-file-about = { $size }, from { $who }, { $when }
sheet-file-megabytes = { $size } MB
sheet-file-kilobytes = { $size } kB
sheet-file-sending = Sending { $name }
sheet-file-percent = { $percent }%
sheet-file-too-large = This file is larger than 5 MB. Make it smaller, or give a link.
sheet-file-failed = It could not be sent.
sheet-file-forget = Never mind
sheet-file-remove = Remove
sheet-file-remove-named = Remove { $name }
sheet-file-remove-sure = Remove this file?
sheet-file-remove-yes = Yes, remove
sheet-facts-title = From your VSME report
sheet-facts-hint = Your report says this already. The answer is yours to choose.

sheet-draft-waiting = Being saved
sheet-draft-offline = On this device
sheet-draft-page-only = In this window only
sheet-draft-refused = Not accepted. It is still on this device.
sheet-draft-saved = Saved
sheet-status-well-again = Everything is saved.
sheet-status-away = No connection to the server. Just go on: what you fill in stays on this device and goes later by itself.
sheet-status-offline = { $n ->
    [one] No connection to the server. Just go on. One change is on this device and goes later by itself.
   *[other] No connection to the server. Just go on. { $n } changes are on this device and go later by themselves.
}
sheet-status-page-only = { $n ->
    [one] No connection to the server, and this device can keep nothing. Keep this window open: one change has not been received.
   *[other] No connection to the server, and this device can keep nothing. Keep this window open: { $n } changes have not been received.
}
sheet-status-refused = { $n ->
    [one] One change was not accepted. It is still on this device.
   *[other] { $n } changes were not accepted. They are still on this device.
}
sheet-status-late = { $n ->
    [one] One answer came after handing in. It counts when the round is opened again.
   *[other] { $n } answers came after handing in. They count when the round is opened again.
}
sheet-unsent-question = { $topic }, { $part }
sheet-unsent-part-answer = answer
sheet-unsent-part-note = note
sheet-unsent-part-link = link
sheet-unsent-part-certainty = certainty
sheet-unsent-part-assignedTo = who takes the question
sheet-unsent-link = This is not a web address. Correct it or empty the field.
sheet-unsent-refused = The server does not accept this. Change it.
sheet-unsent-conflict = There are two versions here. Choose which one stays.
sheet-unsent-offline = This goes by itself as soon as there is a connection.

sheet-check-title = Check the answers
sheet-check-all-well = Everything is filled in, and nothing stands out.
sheet-check-empty = { $n ->
    [0] Every question has an answer.
    [one] One question is not filled in yet.
   *[other] { $n } questions are not filled in yet.
}
sheet-check-remarks = { $n ->
    [0] Nothing else stands out.
    [one] Something stands out at one question.
   *[other] Something stands out at { $n } questions.
}
sheet-remark-conflict = There are two answers here. Choose which one stays.
sheet-remark-half = One moment is filled in and the other is not.
sheet-remark-not-everywhere = One moment says ‘Does not apply’ and the other does not. Is that right?
sheet-remark-no-reason = ‘Does not apply’, but without a reason.
sheet-remark-sure-of-nothing = Measured or audited, but no step was chosen.
sheet-remark-no-evidence = Measured or audited, but without a note, a link or a file.

sheet-sign-off-title = You now hand this in for good
sheet-sign-off-done = Handed in
sheet-sign-off-back = Check the answers
sheet-sign-off-lead = The round closes and the result is made. After that nobody can fill in anything, unless you open the round again.
sheet-sign-off-answered = of { $asked } answers filled in
sheet-sign-off-open = { $n ->
    [one] still empty. Empty is not zero: it does not count.
   *[other] still empty. Empty is not zero: they do not count.
}
sheet-sign-off-conflicts-go = To those questions
sheet-sign-off-conflicts = { $n ->
    [one] There are still two answers in one place. First choose which one stays.
   *[other] There are still two answers in { $n } places. First choose which ones stay.
}
sheet-sign-off-who = Who sees what afterwards?
sheet-destination-organisation = Whoever works in this organisation ({ $names }) sees the result and all answers by name.
sheet-destination-consultants = { $n ->
    [one] Your facilitator ({ $names }) sees the result and all answers by name.
   *[other] Your facilitators ({ $names }) see the result and all answers by name.
}
sheet-sign-off-agree = Tick every sentence, or do not hand in yet
sheet-sign-off-unsent = { $n ->
    [one] You cannot hand in yet: one change is on this device only
   *[other] You cannot hand in yet: { $n } changes are on this device only
}
sheet-sign-off-submit = Hand in for good
sheet-sign-off-not-allowed = An owner or facilitator hands in. Tell them when everything is filled in.
sheet-sign-off-not-open = This round is not open. There is nothing to hand in now.
sheet-signed = Handed in by { $who }, { $when }.
sheet-signed-closed = The answers are final.
sheet-signed-result = See the result

sheet-round-fill-in = Fill in the form
sheet-round-read = Look at the form
sheet-round-sign-off = Hand in
sheet-round-open-explain = A team fills in one form together. No code is needed: whoever works along in this organisation can get in.
sheet-round-over-explain = A team filled in one form together.
sheet-round-draft-explain = This form is ready. The team can fill it in as soon as you open the round.
sheet-round-draft-planned = This form is ready. It opens by itself on { $day }.
sheet-round-next-open = The round is open. Hand in the form when everything is filled in; then you see the result.
sheet-round-next-viewer = The round is open. There is something to see once the form is handed in.
sheet-round-reopen-hint = If you open the round again, the team can fill in again and you hand in anew.
sheet-round-planned = Opens
sheet-round-due = Hand in on or before
sheet-round-answering = Together, on one form
