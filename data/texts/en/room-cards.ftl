# What a phone shows while the room works on a reflection: writing cards, choosing, and answering a proposal.

room-cards-question = Question { $number } of 7
room-cards-proposal = Proposal
room-cards-untitled = A proposal without a name
room-cards-expected = What we expect of it
room-cards-gone-on = The room has gone on. What you type stays on this phone.
room-cards-step-writing = You can write cards now.
room-cards-step-shown = The cards are on the screen.
room-cards-step-voting = You can give dots now.
room-cards-step-voted = The dots have been counted.
room-cards-step-none = Read the proposal.
room-cards-step-open = You can answer the proposal now.
room-cards-step-closed = The answers have been counted.

# Writing
room-cards-unnamed = Your card will stand among those of the others: shuffled and without names. Please name nobody on it either.
room-cards-label = Your card
room-cards-label-change = Change your card
room-cards-count = { $n } of { $most } characters
room-cards-empty = Write something on the card first
room-cards-lens = What is it about? (optional)
room-cards-lens-money = Money
room-cards-lens-power = Power and position
room-cards-lens-rules = Rules and targets
room-cards-lens-habit = Habit and view of people
room-cards-pull = What does it do? (optional)
room-cards-pull-sustains = It keeps the behaviour going
room-cards-pull-hinders = It already pulls the other way
room-cards-put-down = Put the card down
room-cards-change = Keep the change
room-cards-leave = Leave the card as it was
room-cards-full = You have put down { $most } cards. You can still change them or take them back.
room-cards-not-lasting = This phone cannot keep anything. Leave this screen open until everything has been received.
room-cards-own = Your cards ({ $n } of { $most })
room-cards-edit = Change
room-cards-edit-of = Change: { $text }
room-cards-back = Take back
room-cards-back-of = Take back: { $text }
room-cards-down = The card has been put down.
room-cards-taken = The card has been taken back.
room-cards-unsent = { $n ->
    [one] This card did not reach the room in time. It is on this phone only. If people may write again, you can still give it.
   *[other] These cards did not reach the room in time. They are on this phone only. If people may write again, you can still give them.
}

# Reading and choosing
room-cards-none = There are no cards.
room-cards-shown = All cards, shuffled and without names.
room-cards-dots-what = { $n ->
    [one] Give your dot to what matters most to you.
   *[other] Give { $n } dots to what matters most to you. You may put several on one card.
}
room-cards-dots-left = { $n ->
    [0] You have given all your dots.
    [one] You have 1 dot left.
   *[other] You have { $n } dots left.
}
room-cards-dots-none-left = Take a dot away somewhere first.
room-cards-dots-none-here = None of your dots is here.
room-cards-dots-of = { $n ->
    [one] 1 dot of yours on: { $text }
   *[other] { $n } dots of yours on: { $text }
}
room-cards-dot-more = One dot more: { $text }
room-cards-dot-less = One dot less: { $text }
room-cards-dots = { $n ->
    [one] 1 dot
   *[other] { $n } dots
}
room-cards-outcome = { $n ->
    [one] This is what 1 person chose. The most dots come first.
   *[other] This is what { $n } people chose. The most dots come first.
}

# A proposal
room-cards-proposal-agreement = Agreement
room-cards-proposal-driver = Why
room-cards-proposal-owner = Who takes care of it
room-cards-proposal-first-step = First step
room-cards-proposal-review = Looking back together on
room-cards-proposal-criteria = What we will look at then
room-cards-stance = Can we try this?
room-cards-stance-soon = Take your time to read it. You can answer here in a moment.
room-cards-stance-no-objection = No objection
room-cards-stance-no-objection-what = Good enough for now, safe enough to try.
room-cards-stance-no-objection-label = In your words
room-cards-stance-concern = Concern
room-cards-stance-concern-what = It may go ahead. This is what we should watch.
room-cards-stance-concern-label = What should we watch?
room-cards-stance-objection = Objection
room-cards-stance-objection-what = Not like this: it does harm, or there is a better way.
room-cards-stance-objection-label = What is your objection?
room-cards-stance-choose = Choose an answer first
room-cards-stance-words = Write down what it is. Nobody can work with it otherwise.
room-cards-stance-unnamed = Your words come on the screen without your name when answering closes. Until then you can change your answer.
room-cards-stance-give = Give your answer
room-cards-stance-change = Change your answer
room-cards-stance-unsent = This answer did not reach the room in time and does not count. It is on this phone only.
room-cards-stance-outcome = No objection: { $noObjection }. Concern: { $concern }. Objection: { $objection }.
room-cards-objections = { $n ->
    [one] Objection
   *[other] Objections
}
room-cards-concerns = { $n ->
    [one] Concern
   *[other] Concerns
}
