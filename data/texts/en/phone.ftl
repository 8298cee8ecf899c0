# What the phone shows after answering: the outcome that the room sees, and the second vote.

phone-reveal-title = The outcome
phone-reveal-following = You see what is on the screen in the room.
phone-reveal-alone = You are looking around by yourself.
phone-reveal-browse = Look around
phone-reveal-follow = Follow the screen
phone-reveal-previous = Back
phone-reveal-next = Next
phone-reveal-place = { $number } of { $total }
phone-reveal-too-few = Too few people took part to show anything (at least { $threshold }).
phone-reveal-black = Look at the facilitator.
phone-reveal-nothing = There is no outcome on the screen at the moment.
phone-reveal-own = Your answer: { $answer } (only on this device)
phone-reveal-own-first = You first chose: { $answer } (only on this device)
phone-reveal-own-both = You first chose: { $first }. Then: { $second } (only on this device)

phone-vote-title = Second vote: { $n ->
    [one] 1 question
   *[other] { $n } questions
  }
phone-vote-lead = After the talk you can answer again.
phone-vote-beside = Your first answers stay. The room will see both outcomes side by side.
phone-vote-join = Take part
phone-vote-busy = One moment…
phone-vote-decline = I do not take part in this vote
phone-vote-after-all = Take part in the second vote after all ({ $n ->
    [one] 1 question
   *[other] { $n } questions
  })
