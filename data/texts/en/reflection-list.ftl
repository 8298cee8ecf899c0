# The list of conversations; the rest stands in reflection.ftl.
reflection-list-title = Conversations
reflection-list-lead = What do the figures say, and what will we do? Here are your conversations about an outcome.
reflection-list-empty = There is no conversation yet. You start one from an outcome.
reflection-list-to-results = To the outcome of { $title }
reflection-list-empty-no-results = There is no outcome to talk about yet. It comes when a round is done.
reflection-list-to-rounds = To the rounds
reflection-list-about = About { $round }, started on { $day }
reflection-list-answered = { $n } of { $all } questions
reflection-list-interventions = { $n ->
    [one] 1 agreement
   *[other] { $n } agreements
}
reflection-of-round = Conversation about the outcome of { $title }, { $period }.
reflection-to-results = See the outcome
reflection-begin = Begin with question 1
reflection-continue = Go on
reflection-print = Print this overview
reflection-close = Close this conversation
reflection-reopen = Open this conversation again
reflection-check-counts = { $state ->
    [answered] { $cards ->
        [0] A note only
        [one] 1 card, { $carried } taken along
       *[other] { $cards } cards, { $carried } taken along
    }
    [skipped] Skipped
   *[open] Not begun yet
}
reflection-check-expected = { $n ->
    [one] Expectation for 1 agreement
   *[other] Expectation for { $n } agreements
}
reflection-check-carry = Nothing taken along yet. It is about: { $what }
reflection-agreed = Agreements so far
reflection-agreed-none = There is no agreement yet.
reflection-agreed-go = Make an agreement in question 6
reflection-agreed-untitled = Agreement without a name
reflection-agreed-owner = In the lead: { $owner }
reflection-agreed-review = Look back on { $day }
reflection-rename = Change the name of this conversation
reflection-rename-label = Name of the conversation
reflection-fault-title = Give the conversation a name of at most 120 characters
