# What a facilitator does with the cards of a room: how far the room is, the screen, and putting cards together.

reflection-room-title = In the room
reflection-room-what = Phones write without names. While people write, nobody sees a card of somebody else, nor do you.
reflection-room-show-wall = Show on the screen
reflection-room-on-wall = This is on the screen now.
reflection-room-take-title = A colleague has the controls
reflection-room-take = If you take over the controls, your colleague sees that at once. Agree on it first.
reflection-room-take-over = Take over and show on the screen
reflection-room-phase = Question { $number }: what the room does now
reflection-room-phase-writing = Writing
reflection-room-phase-shown = Showing cards
reflection-room-phase-voting = Giving dots
reflection-room-phase-voted = Counting dots
reflection-room-cards = { $cards ->
    [one] 1 card.
   *[other] { $cards } cards.
}
reflection-room-cards-of = { $cards ->
    [one] 1 card
   *[other] { $cards } cards
} from { $people ->
    [one] 1 person.
   *[other] { $people } people.
}
reflection-room-voters = { $people ->
    [one] 1 person has given dots.
   *[other] { $people } people have given dots.
}
reflection-room-no-dots = No dots have been given yet.
reflection-room-first = { $n ->
    [one] The only dot is here:
   *[other] Most dots, { $n }, are here:
}
reflection-room-tie = { $n ->
    [one] A tie: each of these has 1 dot. Pick one yourself, and say why.
   *[other] A tie: each of these has { $n } dots. Pick one yourself, and say why.
}
reflection-room-pick = Go on with this
reflection-room-picked = Picked
reflection-room-pick-of = Go on with this: { $text }
reflection-room-picked-of = Picked: { $text }
reflection-room-list = Cards ({ $n })
reflection-room-choose = Choose the card: { $text }
reflection-room-hidden = not shown in the room
reflection-room-dots = { $n ->
    [one] 1 dot
   *[other] { $n } dots
}
reflection-room-hide = Hide
reflection-room-hide-of = Hide from the room: { $text }
reflection-room-show = Show again
reflection-room-show-of = Show again in the room: { $text }
reflection-room-apart = Take out
reflection-room-apart-of = Take out of the others: { $text }
reflection-room-group = Put these { $n } cards together under:
reflection-room-group-under = Put together under: { $text }
reflection-room-group-more = Choose one more card to put them together.
