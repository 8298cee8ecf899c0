# The screen for the room, and what the phone shows of it.

wall-title = { $title }, screen
wall-opening = The screen is opening
wall-searching = looking for a connection
wall-dead-title = This link no longer works
wall-dead-what = Make a new one in the session.
wall-rehearsal = REHEARSAL
wall-pause = Short break
wall-closing = { $seconds ->
    [0] Answering closes now
   *[other] Answering closes in { $seconds } s
}
wall-black = The screen is black
wall-wait = One moment please

# Joining
wall-join-go = Go to
wall-join-code = and type this code
wall-join-scan = or point your camera at this
wall-join-qr = QR code to { $url }
wall-join-strip = Join:
wall-joined = { $n ->
    [one] has joined
   *[other] have joined
}
wall-joined-of = of { $expected } { $n ->
    [one] has joined
   *[other] have joined
}
wall-door-locked = The door is closed
wall-door-locked-why = If you have joined already, just go on.
wall-door-not-yet = Joining is not possible yet
wall-door-closed = Answering is closed

# Answering
wall-progress = Answering
wall-vote = Second vote
wall-vote-items = { $n ->
    [one] 1 question
   *[other] { $n } questions
}
wall-done-of = of { $joined } done
wall-done = { $finished } of { $joined } done
wall-done-nobody = Nobody has joined yet
wall-question = Question { $number } of { $of }
wall-timer = { $time } left
wall-timer-over = Time is up

# After the reveal
wall-divided = Most divided
wall-divided-rows = { $horizon }: the { $n } most divided questions
wall-counts-hidden = We do not show how people chose: otherwise one could guess who chose what.
wall-counts-word-only = Fewer than 10 answers: a word only.
wall-answers = { $n ->
    [one] 1 answer
   *[other] { $n } answers
}
wall-choice = Chosen
wall-own = Your answer: { $rating } (only on this device)
wall-anchor = Step { $step }
wall-groups = Groups side by side
wall-groups-highest = Highest
wall-groups-lowest = Lowest
wall-groups-none = There are no two groups to put side by side. A group can be seen from { $threshold } people on.
wall-groups-equal = The groups are about equal.
wall-groups-one = no two groups
wall-groups-same = all groups equal
wall-groups-widest = { $name }: { $high } { $points } points higher than { $low }.
wall-groups-widest-several = { $names }: the groups lie { $points } points apart.
wall-shift-words = First { $first }, now { $second }.
wall-shift-same = Still { $word }.
wall-shift-points = { $size ->
    [equal] The score stayed about equal.
   *[wide] { $points } points { $direction ->
        [higher] higher
       *[lower] lower
    }.
}
wall-shift-none = The shift cannot be shown.
wall-shift-first = First time
wall-shift-second = Second time
wall-shift-argument = What moved people
