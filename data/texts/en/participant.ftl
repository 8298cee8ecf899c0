# What the phone shows to those who take part: the code, what to know first, the questions, the overview and the end.

participant-other-language = Nederlands
participant-page-title = { $title } – Meervoud
participant-fault-title = Error: { $title }
participant-demo = This is an exercise with made-up data.
participant-foot = Meervoud is free software.
participant-foot-participants = At this address you can only take part with a code.

participant-waiting = Loading
participant-waiting-long = This takes longer than usual. Nothing gets lost.
participant-waiting-retry = Try again

participant-offline = No connection. You can just go on.
participant-offline-held = No connection. Keep this screen open until everything has been received.
participant-server-full = The server has no room at the moment. Your answers stay on this phone and go later by themselves. You can just go on.
participant-server-full-held = The server has no room at the moment. Keep this screen open until everything has been received.
participant-not-lasting = This phone cannot keep anything. Keep this screen open until everything has been received.
participant-closing = This round is about to close. Please complete your answers.

participant-join-title = Take part
participant-join-lead = Enter the code on the screen or in your invitation.
participant-join-code = Code
participant-join-hint = Six letters and digits, for example ABC-D2F
participant-join-next = Next
participant-join-busy = Looking…
participant-join-scan = Do you see a QR code? Point your phone’s camera at it. Then you need not type anything.
participant-join-short = Enter all six letters and digits of the code.
participant-join-fault = Something went wrong
participant-join-waiting = What was answered on this phone before is still being sent. Please keep this screen open for a moment.

participant-intro-asked-by = { $organisation } asks you to take part.
participant-intro-time = How long does it take?
participant-intro-minutes = { $questions ->
    [one] One question
   *[other] { $questions } questions
  }, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }. You can stop and go on later on this phone.
participant-intro-stored = What do we keep?
participant-intro-stored-anonymous = Your answers. Not your name and not your email address.
participant-intro-stored-anonymous-group = Your answers and the group you belong to. Not your name and not your email address.
participant-intro-stored-open = Your answers, with your name.
participant-intro-stored-open-group = Your answers, with your name and your group.
participant-intro-seen = Who sees what?
participant-intro-anonymous = This round is anonymous.
participant-intro-anonymous-group-only = There are only results of a group, and only from five people on.
participant-intro-anonymous-nobody = Nobody can read your own answers here. Not even the facilitator.
participant-intro-anonymous-closing = Until the round closes you can change your answers yourself. After that nobody can tell which answers are yours, so they cannot be erased either.
participant-intro-open = This round is open: your name stands with your answers.
participant-intro-open-who = Those in this organisation who have access to the round see what you answer.
participant-intro-open-closing = Until the round closes you can change your answers yourself.
participant-intro-group = Which group do you belong to?
participant-intro-group-hint = A group gets its own result only from five people on.
participant-intro-group-needed = Choose which group you belong to.
participant-intro-name = Your name
participant-intro-name-hint = This is the name that the others see with your answers.
participant-intro-name-needed = Enter your name.
participant-intro-join = Take part
participant-intro-joining = One moment…
participant-intro-other-code = Another code

participant-group-management = Management
participant-group-staff = Member of staff
participant-group-customer = Customer
participant-group-supplier = Supplier
participant-group-neighbour = Neighbour
participant-group-education = Education or research
participant-group-government = Government
participant-group-other = Other

participant-question-caption = Question { $number } of { $total }
participant-question-progress = Progress
participant-question-help = Explanation and example
participant-question-example = Example
participant-question-unknown = I do not know
participant-question-not-applicable = Does not apply
participant-question-reason = Why not? (you may leave this empty)
participant-question-clear = Clear answer
participant-question-next = Next
participant-question-last = To the overview
participant-question-back = Back
participant-question-skip = Skip
participant-question-return = Back to the overview
participant-question-keys-between = With the keyboard: { $from } (left) to { $to } (right) chooses, 0 is ‘I do not know’, Enter goes on.
participant-question-keys = With the keyboard: { $from } to { $to } chooses, 0 is ‘I do not know’, Enter goes on.

participant-saved-kept = Kept on this phone
participant-saved-held = Not received yet. Keep this screen open.
participant-saved-received = Received
participant-saved-refused = Not accepted. { $problem }
participant-saved-conflict = Somebody else changed this answer as well.

participant-check-title = Check your answers
participant-check-complete = You have answered everything.
participant-check-missing = { $n ->
    [one] One answer is still empty. That is fine, but you can also fill it in now.
   *[other] { $n } answers are still empty. That is fine, but you can also fill them in now.
  }
participant-check-first-missing = To the first empty question
participant-check-unsent = { $n ->
    [one] One answer has not been received yet
   *[other] { $n } answers have not been received yet
  }
participant-check-unsent-lead = They are on this phone and go by themselves as soon as there is a connection.
participant-check-unsent-held = Keep this screen open until everything has been received.
participant-check-send = Send now
participant-check-refused = { $n ->
    [one] One answer was not accepted
   *[other] { $n } answers were not accepted
  }
participant-check-question = Question { $number }
participant-check-unanswered = Not answered
participant-check-rating = { $rating } – { $words }
participant-check-not-received = not received yet
participant-check-change = Change
participant-check-change-which = Change, question { $number }
participant-check-done = Done
participant-check-done-hint = You can keep changing your answers until the round closes.
participant-check-back = Back

participant-done-title = Thank you for your answers
participant-done-all = Everything has been received. You may close this screen.
participant-done-progress = { $finished ->
    [one] { $finished } of { $joined } is done.
   *[other] { $finished } of { $joined } are done.
  }
participant-done-later = You can change your answers until the round closes. Just open this page again on this phone.
participant-done-results = You will see the results later, when the facilitator shows them.
participant-done-change = See or change answers
participant-erase = Erase my answers

participant-closed-title = This round is closed
participant-closed-thanks = Thank you for taking part. Nothing can be changed any more.
participant-closed-late = { $n ->
    [one] One answer came in after closing. It is kept and counts if the round opens again.
   *[other] { $n } answers came in after closing. They are kept and count if the round opens again.
  }
participant-closed-out = The server no longer knows this round. Ask the facilitator for help.

participant-other-person = Somebody else uses this phone
participant-other-person-title = Start again for somebody else?
participant-other-person-lead = The answers given so far stay with the round. After this you can no longer see or change them on this phone.
participant-other-person-unsent = { $n ->
    [one] One answer has not been received yet. It will still be sent, but it is better to wait a moment.
   *[other] { $n } answers have not been received yet. They will still be sent, but it is better to wait a moment.
  }
participant-other-person-wait = { $n ->
    [one] One answer has not been received yet. Wait until it has.
   *[other] { $n } answers have not been received yet. Wait until they have.
  }
participant-other-person-yes = Start again
participant-other-person-no = Back
