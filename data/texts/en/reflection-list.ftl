# The list of conversations; the rest stands in reflection.ftl.
reflection-list-title = Conversations
reflection-list-lead = What do the figures say, and what will we do? Here are your conversations about an outcome.
reflection-list-empty = There is no conversation yet. You start one from an outcome.
reflection-list-to-results = To the outcome of { $title }
reflection-list-empty-no-results = There is no outcome to talk about yet. It comes when a round is done.
reflection-list-to-rounds = To the rounds
reflection-list-about = About { $round }, started on { $day }
reflection-list-answered = { $n } of { $all } questions
