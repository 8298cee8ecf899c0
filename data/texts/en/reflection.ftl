# The conversation about an outcome: seven questions, cards, what people take along.

# Starting, and the list

# What it is about

# The overview
reflection-closed = This conversation is closed. You can read everything and change nothing.
reflection-closed-open = To the overview
reflection-reading-only = You can read here. An owner, facilitator or contributor can write.
reflection-agreed-proposed = Proposal
reflection-agreed-agreed = Agreed
reflection-agreed-running = Running
reflection-agreed-reviewed = Reviewed
reflection-agreed-stopped = Stopped
reflection-people = Here now:
reflection-person-at = { $name } (question { $question })
reflection-stale = The server does not answer now. What you see here may be old.

# One question
reflection-steps = The seven questions
reflection-step = Question { $number }: { $title } { $state ->
    [answered] (has cards)
    [skipped] (skipped)
   *[open] (still empty)
}
reflection-step-overview = Overview
reflection-in-room = In the room: phones and screen
reflection-onwards = Onwards
reflection-previous = Previous question
reflection-next = Next question
reflection-to-overview = To the overview
reflection-skip = Skip for now
reflection-why = Why do we ask this?
reflection-examples = Examples
reflection-example = For instance: { $text }
reflection-facts-title = What the figures say
reflection-facts-chart = See the chart
reflection-facts-chart-of = See the chart: { $fact }
reflection-facts-none = There are no figures to show here. The conversation works without them: begin with what you see yourselves.
reflection-facts-nothing = For this question nothing stands out in the figures.
reflection-facts-five = This question is about your own examples, not about figures.
reflection-carry-title = What we take along
reflection-carry-none = Nothing yet. Press 'Take along' on a card.
reflection-carry-note = In our own words
reflection-carry-no-note = No note.

# Sentences from the figures
reflection-fact-floor = { $isKnown ->
    [yes] { $name } is lowest: { $value } out of 100.
   *[no] { $name } is lowest.
}
reflection-fact-imbalance = { $value ->
    [0] The capitals are close to each other: imbalance costs less than a point.
    [one] Imbalance costs 1 point: the capitals are apart.
   *[other] Imbalance costs { $value } points: the capitals are apart.
}
reflection-fact-unknown = We know least about { $name }: { $value }% of the answers are 'I do not know'.
reflection-fact-low-item = { $isKnown ->
    [yes] '{ $topic }' is among the lowest here: { $value } out of 100 ({ $side }).
   *[no] '{ $topic }' is among the lowest here ({ $side }).
}
reflection-fact-divided-item = { $word ->
    [divided] Answers about '{ $topic }' are divided
   *[other] Answers about '{ $topic }' differ
}{ $isOtherKnown ->
    [yes] : on average { $other } steps apart.
   *[no] .
}
reflection-fact-miss = { $word ->
    [opposite] Of '{ $text }' we expected something else: { $name } went the other way.
    [not-visible-yet] Of '{ $text }' nothing shows in { $name } yet.
   *[other] Of '{ $text }' we know too little about { $name }.
}
reflection-fact-gap = { $name }: inside { $value } and outside { $other }.
reflection-fact-drift = { $name } is expected to { $direction ->
    [up] rise
   *[down] fall
} by { $value ->
    [one] 1 point
   *[other] { $value } points
} if we go on like this{ $isOtherKnown ->
    [yes] , from { $other } now.
   *[no] .
}
reflection-fact-aim = { $name }: in three years we want to stand { $value ->
    [one] 1 point
   *[other] { $value } points
} { $direction ->
    [down] lower
   *[up] higher
} than now{ $isOtherKnown ->
    [yes] {" "}({ $other }).
   *[no] .
}
reflection-fact-bright-item = { $isKnown ->
    [yes] '{ $topic }' already goes well: { $value } out of 100 ({ $side }).
   *[no] '{ $topic }' already goes well ({ $side }).
}
reflection-fact-bright-side = { $direction ->
    [up] { $name } goes better outside than inside: { $other } against { $value }.
   *[down] { $name } goes better inside than outside: { $value } against { $other }.
}
reflection-fact-bright-dimension = { $isKnown ->
    [yes] { $name } is highest: { $value } out of 100.
   *[no] { $name } is highest.
}
reflection-fact-potential-item = { $word ->
    [agreed] There is room to grow at '{ $topic }' ({ $value }), and we agree about that.
   *[other] There is room to grow at '{ $topic }' ({ $value }).
}
reflection-fact-gate = Out of balance: a score inside or outside is below 25, or more than one capital is below 50.

# Question 1
reflection-one-candidates = What stands out in the figures
reflection-one-no-candidates = Nothing stands out in the figures. Write down below what bothers you.
reflection-one-no-figures = There are no figures to choose from. Write down below what bothers you.
reflection-one-choose = Talk about this: { $name }
reflection-one-own = What bothers you
reflection-one-own-label = A tension of your own
reflection-one-own-empty = No tension of your own yet. One sentence is enough.
reflection-one-driver = What it comes down to
reflection-one-driver-why = Write down together what this is about. All following questions start here.
reflection-candidate-reason-lowest = Lowest:
reflection-candidate-reason-divided = Most divided:
reflection-candidate-reason-gap = Widest gap between inside and outside:
reflection-candidate-reason-drift = Falls most:
reflection-candidate-reason-aim = Where you want to go farthest:
reflection-candidate-lowest = { $isKnown ->
    [yes] { $name } stands at { $score } out of 100{ $hasSides ->
        [yes] : inside { $internal }, outside { $external }.
       *[no] .
    }
   *[no] { $name } is lowest.
}
reflection-candidate-divided = { $isKnown ->
    [yes] People answer on average { $steps } steps apart. The question belongs to { $name }.
   *[no] People see this differently. The question belongs to { $name }.
}
reflection-candidate-gap = { $isKnown ->
    [yes] { $points ->
        [one] 1 point
       *[other] { $points } points
    } { $direction ->
        [up] higher outside than inside
       *[down] lower outside than inside
    }{ $hasSides ->
        [yes] : inside { $internal }, outside { $external }.
       *[no] .
    }
   *[no] Inside and outside differ most for { $name }.
}
reflection-candidate-drift = { $isKnown ->
    [yes] If we go on like this, { $name } falls by { $points ->
        [one] 1 point
       *[other] { $points } points
    }.
   *[no] If we go on like this, { $name } falls.
}
reflection-candidate-aim = { $isKnown ->
    [yes] { $name }: in three years we want to stand { $points ->
        [one] 1 point
       *[other] { $points } points
    } higher than now.
   *[no] With { $name } we want to come farthest.
}

# Dots
reflection-dots-for = Dots for { $label }
reflection-dots-give = Give a dot
reflection-dots-take = Take a dot back
reflection-dots-own = { $n ->
    [0] No dot of yours
    [one] 1 dot of yours
   *[other] { $n } dots of yours
}
reflection-dots = { $n ->
    [one] 1 dot
   *[other] { $n } dots
}
reflection-dots-left = { $n ->
    [0] You have given all your three dots.
    [one] You have 1 dot left to give.
   *[other] You have { $n } dots left to give.
}
reflection-dots-none-left = You have given all your three dots. Take one back first.

# Questions 2 and 3
reflection-two-cards = Behaviour that we see
reflection-two-label = What do you see or hear?
reflection-three-label = What keeps it going, or holds it back? ({ $lens })
reflection-three-loose = Not with one of the four yet
reflection-three-misses = What did not help before
reflection-three-misses-ask = What does that say about what keeps this behaviour going?
reflection-force-pull = What does this do to the behaviour?
reflection-force-sustains = Keeps it going
reflection-force-hinders = Holds it back
reflection-force-lens = Belongs to
reflection-force-no-lens = Not chosen yet

# Question 4: bright spots and examples
reflection-four-cards = Bright spots
reflection-card-bright-spot = What goes differently there?
reflection-card-place = Where is that?
reflection-card-contact = Whom can you ask about it?
reflection-card-place-is = Place: { $place }
reflection-card-contact-is = To ask: { $contact }
reflection-library-title = Examples from elsewhere
reflection-library-why = This is how others do it. Take along what you recognise, and find somebody to ask about it.
reflection-library-search = Search the examples
reflection-library-theme = Kind of example
reflection-library-capital = Good for
reflection-library-all = All
reflection-library-found = { $found } of { $all } examples
reflection-library-more = Show { $n } more examples
reflection-library-own = Our own
reflection-library-reason = Why it works:
reflection-library-conditions = Known by: { $names }
reflection-library-sources = Where we read it:
reflection-library-take = Take along as a bright spot
reflection-library-take-of = Take along as a bright spot: { $title }
reflection-library-taken = Is among the bright spots
reflection-library-took = '{ $title }' is among the bright spots now.
reflection-library-remove = Remove from our examples
reflection-library-remove-of = Remove from our examples: { $title }
reflection-own-add = Keep an example of our own
reflection-own-title = What is it called?
reflection-own-what = What do they do?
reflection-own-why = Why does it work? (may be empty)
reflection-own-place = In which place? (may be empty)
reflection-own-source = Where can it be read or seen? (may be empty)
reflection-own-keep = Keep example
reflection-own-kept = '{ $title }' is among the examples now.
reflection-own-fault-title = Give the example a name of at most 120 characters
reflection-own-fault-what = Write in at most 1000 characters what they do
reflection-own-fault-long = Make this text shorter

# Question 5
reflection-five-conditions = Conditions
reflection-five-condition = Condition { $number }
reflection-five-new = Another condition
reflection-five-enough = Three conditions are enough. Bring together what belongs together.
reflection-five-spots = Our bright spots side by side
reflection-five-no-spots = There are no bright spots to compare yet.
reflection-five-to-four = To question 4
reflection-five-empty = No bright spot yet. Tick one below, or drag one here.
reflection-five-all-grouped = All bright spots belong to a condition.
reflection-five-tick = Choose: { $text }
reflection-five-grouping = Grouping
reflection-five-chosen = { $n ->
    [0] Tick bright spots and choose where they belong. Dragging works too.
    [one] 1 bright spot chosen
   *[other] { $n } bright spots chosen
}
reflection-five-under = Group under { $number }: { $text }
reflection-five-loose = Take out of their group
reflection-five-choose-first = Tick one or more bright spots first.
reflection-five-grouped = { $n ->
    [one] 1 bright spot is with the condition now.
   *[other] { $n } bright spots are with the condition now.
}
reflection-five-ungrouped = { $n ->
    [one] 1 bright spot stands by itself again.
   *[other] { $n } bright spots stand by themselves again.
}

# Questions 6 and 7
reflection-six-heading = Our agreements
reflection-seven-heading = Our expectation

# Cards
reflection-cards-none = No cards yet. One thought on a card works best.
reflection-cards-search = Search these cards
reflection-cards-found = { $found } of { $all } cards
reflection-cards-more = Show { $n } more cards (there are { $left } more)
reflection-card-blank = Empty card
reflection-card-nothing = Not filled in yet
reflection-card-from-room = From the room
reflection-card-former = Former member
reflection-card-mine = Yours
reflection-card-edited = changed by { $name }
reflection-card-hidden = not shown in the room
reflection-card-writing = { $n ->
    [one] { $names } is writing here now
   *[other] { $names } are writing here now
}
reflection-card-carry = Take along
reflection-card-edit = Edit
reflection-card-remove = Throw away
reflection-card-remove-sure = Throw this card away?
reflection-card-remove-yes = Yes, throw away
reflection-card-remove-no = No
reflection-card-enter = Enter: another card. Shift and Enter: a new line.
reflection-card-next = Another card
reflection-card-clear = Clear
reflection-card-done = Done
reflection-card-left = { $n ->
    [one] 1 character left
   *[other] { $n } characters left
}
reflection-card-quoted = '{ $word }'

# Saving
reflection-draft-saved = Saved
reflection-draft-waiting = Being saved
reflection-draft-offline = Kept on this device
reflection-draft-page-only = Kept in this window only
reflection-draft-refused = Not accepted. Your text is still on this device.
reflection-save-conflict = { $n ->
    [one] Somebody else changed a card at the same time. Choose which text stays.
   *[other] Somebody else changed { $n } cards at the same time. Choose which text stays.
}
reflection-save-refused = { $n ->
    [one] A card was not accepted. Its text is still on this device.
   *[other] { $n } cards were not accepted. Their text is still on this device.
}
reflection-save-offline = { $n ->
    [one] No connection. A card is kept on this device and is sent by itself.
   *[other] No connection. { $n } cards are kept on this device and are sent by themselves.
}
reflection-save-page-only = { $n ->
    [one] No connection, and this device cannot keep anything. Leave this window open for 1 card.
   *[other] No connection, and this device cannot keep anything. Leave this window open for { $n } cards.
}
reflection-save-well-again = Everything is saved.

# Two people on one card
reflection-conflict-edited = Somebody else changed this card while you were writing.
reflection-conflict-deleted = Somebody else threw this card away while you were writing.
reflection-conflict-here = In another window on this device stood another text.
reflection-conflict-both = Nothing is lost. You may go on writing and choose afterwards.
reflection-conflict-mine = What you write
reflection-conflict-theirs = What the other wrote
reflection-conflict-earlier = What stood in the other window
reflection-conflict-take-mine = Save my text
reflection-conflict-take-theirs = Take the other text
reflection-conflict-take-earlier = Take the text of the other window
reflection-conflict-let-go = Let the card go
