# How the outcome went from round to round.

trend-title = From round to round
trend-headline-first = This is the first outcome. After the next round you see here what changed.
trend-headline-break = The newest round asked other questions. Its outcome cannot be put beside the one before.
trend-headline-broken = New questions, so not to be put beside the round before: { $names }.
trend-headline-unknown = Nothing was compared between the last two rounds.
trend-headline-few = Too few people took part to say whether something changed since the round before.
trend-headline-same = No clear difference since the round before.
trend-headline-moved = Since the round before: { $moves }.
trend-headline-up = { $names } higher
trend-headline-down = { $names } lower
trend-single = { $rose ->
    [0] No question has a higher answer than in { $since }
    [one] 1 question has a higher answer than in { $since }
   *[other] { $rose } questions have a higher answer than in { $since }
}, { $fell ->
    [0] none has a lower one
    [one] 1 has a lower one
   *[other] { $fell } have a lower one
}.
trend-single-none = No question has a higher or lower answer than in { $since }.
trend-single-rose = Higher than in { $since }
trend-single-fell = Lower than in { $since }
trend-single-why = This was filled in once. So you see which answers differ, and nothing about the cause.
trend-together = filled in together
trend-horizon = Look at
trend-level = Level (mean of all)
trend-line-now = { $score }
trend-line-since = { $score }. { $word }
trend-word-increased = Higher than the round before.
trend-word-decreased = Lower than the round before.
trend-word-no_clear_difference = No clear difference with the round before.
trend-word-too_few_to_say = Too few people to say whether it changed.
trend-hidden = hidden
trend-missing = no score
trend-break = Not comparable: here the questions changed
trend-break-note = A dotted upright line: from there on the questions are others. Left and right of it cannot be compared.
trend-line-note = 50 is the line of holding steady.
trend-key-missing = An open ring under the scale: a round without a score.
trend-key-hidden = An open ring with a slash: a score that is not shown, so that nobody can be recognised.
trend-why = A word of change is said only when the difference is large enough, and when enough people took part to rule out chance. It says nothing about the cause.
trend-label = { $name }, { $points }.
trend-point = { $period }: { $label }
trend-short-quarter = Q{ $quarter } { $year }
trend-table-caption = Scores from 0 to 100 by round, with the word of change since the round before
trend-table-plain = Scores from 0 to 100 by round
trend-evenness-caption = Level, balance and lowest by round
trend-table-round = Round
trend-table-people = People
trend-mark-increased = higher
trend-mark-decreased = lower
trend-mark-no_clear_difference = no clear difference
trend-mark-too_few_to_say = too few to say
trend-empty = There is no outcome yet. When the first round is closed you see it here, and after the second one what changed.
trend-empty-new = New round
trend-print = Print
trend-to-organisation = To the organisation

# Level, balance and lowest
trend-lines-title = Scores
trend-lines-of = Scores: { $horizon }
trend-evenness-title = Level, balance and lowest
trend-evenness-note = Each on a scale of its own. At a balance of 1 all values are equally strong.
trend-balance = Balance
trend-floor = Lowest
trend-balance-cost = { $n ->
    [0] imbalance costs less than a point
    [one] imbalance costs { $n } point
   *[other] imbalance costs { $n } points
}
trend-break-of = Not comparable: { $names }

# The table and the file
trend-table-period = Period
trend-table-broken = Not comparable with the round before
trend-table-target = Target
trend-table-target-note = not a score
trend-file-more = { $name }: in words
trend-download = Download the table (CSV)
trend-file = from-round-to-round

# Targets
trend-target-to-go = { $late ->
    [yes] { $score }, the target was { $target } by { $by }: { $points } short
   *[no] { $score }, target { $target } by { $by }, { $points } to go
}
trend-target-reached = { $score }, target { $target } by { $by }: reached
trend-target-no-result = Target { $target } by { $by }. There is no score to put beside it.
trend-target-other-questions = { $score }, target { $target } by { $by }. The questions have changed since: we do not put the two beside each other.
trend-target-other = This target was set with version { $version } of the questions.
trend-target-reason = Why: { $reason }
trend-target-key = A thin dash with a number, on the right: your target. A target is not a score.
trend-target-set = Set a target
trend-target-change = Change the target
trend-target-of = for { $name }
trend-target-title = Target for { $name }
trend-target-note = A target is not a score and counts for nothing. Who answers the questions does not see it.
trend-target-score = Score
trend-target-score-hint = A whole number from 0 to 100.
trend-target-score-now = Now { $score }. A whole number from 0 to 100.
trend-target-by = To be reached by
trend-target-why = Why
trend-target-why-hint = One short sentence. May stay empty.
trend-target-fault-score = Fill in a whole number from 0 to 100.
trend-target-fault-why = Keep it shorter: at most 200 characters.
trend-target-remove = Take the target away
trend-target-saved = The target is saved.
trend-target-removed = The target is gone.
trend-target-meanwhile = Somebody else was first: the target is now { $target } by { $by }. What you filled in is still here. Save again, and that counts.
trend-target-gone = Somebody else took this target away meanwhile. What you filled in is still here. Save again, and it is back.
