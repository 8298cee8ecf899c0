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

# The reflection
wall-cards-question = Question { $number } of 7
wall-cards-behind = { $cards ->
    [one] 1 card
   *[other] { $cards } cards
}{ $people ->
    [0] {""}
    [one] {" from 1 person"}
   *[other] {" from "}{ $people }{" people"}
}
wall-cards-count = { $cards ->
    [one] card
   *[other] cards
}{ $people ->
    [0] {""}
    [one] {" from 1 person"}
   *[other] {" from "}{ $people }{" people"}
}
wall-cards-voting = { $people ->
    [0] Nobody has given dots yet
    [one] 1 person has given dots
   *[other] { $people } people have given dots
}
wall-cards-voted = { $people ->
    [one] Chosen by 1 person
   *[other] Chosen by { $people } people
}
wall-cards-none = There are no cards.
wall-cards-more = and { $n } more on the phones
wall-cards-page = { $page } of { $total }
wall-cards-under = { $n ->
    [one] with 1 more card
   *[other] with { $n } more cards
}
wall-cards-dots = { $n ->
    [one] 1 dot
   *[other] { $n } dots
}
wall-cards-tie = A tie: the facilitator picks, and says why.
wall-cards-chosen = We go on with this
wall-cards-lowest = { $name }: the lowest capital, { $score } of 100.
wall-cards-lowest-hidden = { $name }: the lowest capital.
wall-cards-divided = { $topic }: here we agree least, on average { $steps } steps apart.
wall-cards-divided-words = { $topic }: here we agree least.
wall-cards-gap = { $name }: { $direction ->
    [unknown] outside and inside differ most here.
    [lower] { $points } points lower outside than inside.
   *[higher] { $points } points higher outside than inside.
}
wall-cards-drift = { $name }: { $direction ->
    [unknown] not the same later as now.
    [lower] { $points } points lower later than now.
   *[higher] { $points } points higher later than now.
}
wall-cards-aim = { $name }: in three years we want to stand { $points ->
    [one] 1 point
   *[other] { $points } points
} higher than now.
wall-cards-aim-hidden = { $name }: here we want to come farthest.
wall-consent = Proposal: can we try this?
wall-consent-untitled = A proposal without a name
wall-consent-answered = { $n ->
    [0] Nobody has answered yet
    [one] 1 person has answered
   *[other] { $n } people have answered
}
wall-consent-answers = { $n ->
    [one] 1 answer
   *[other] { $n } answers
}
wall-consent-agreement = Agreement
wall-consent-driver = Why
wall-consent-owner = Who takes care of it
wall-consent-first-step = First step
wall-consent-review = Looking back together on
wall-consent-criteria = What we will look at then
wall-consent-objection = { $n ->
    [one] objection
   *[other] objections
}
wall-consent-concern = { $n ->
    [one] concern
   *[other] concerns
}
wall-consent-no-objection = no objection
wall-consent-one-objection = Objection
wall-consent-one-concern = Concern
wall-projection-label = What the group expects, not a measurement
wall-projection-behind = { $n ->
    [one] 1 proposal
   *[other] { $n } proposals
}
wall-projection-nothing = Nothing has been filled in yet about what you expect.
wall-projection-steady = All capitals are expected to stay the same.
wall-projection-up = { $name } is expected to rise: from { $now } to between { $low } and { $high }.
wall-projection-down = { $name } is expected to fall: from { $now } to between { $low } and { $high }.
wall-projection-range = { $now } → { $low }–{ $high }
wall-projection-to = { $now } → { $high }
wall-projection-between = { $low } to { $high }
wall-projection-same = the same
wall-projection-unfilled = not filled in
wall-projection-now = now
wall-projection-expected = expected
wall-projection-price = Who pays the price
wall-projection-floor-rises-yes = The lowest capital rises, from { $now } to { $expected }.
wall-projection-floor-rises-no = The lowest capital does not rise: { $names }.
wall-projection-floor-rises-not-needed = The lowest capital need not rise.
wall-projection-floor-rises-unknown = Whether the lowest capital rises is not known: a figure is missing.
wall-projection-nothing-falls-yes = No capital gives up much.
wall-projection-nothing-falls-no = This gives up too much: { $names }.
wall-projection-nothing-falls-not-needed = No capital gives anything up.
wall-projection-nothing-falls-unknown = Whether a capital gives up much is not known: figures are missing.
wall-projection-gap-shrinks-yes = Inside and outside come closer: from { $now } to { $expected } points.
wall-projection-gap-shrinks-no = Inside and outside do not come closer.
wall-projection-gap-shrinks-not-needed = Inside and outside are close already.
wall-projection-gap-shrinks-unknown = Whether inside and outside come closer is not known: a figure is missing.
