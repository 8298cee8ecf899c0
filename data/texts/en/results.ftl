# The outcome of a round.

# Heading
results-period-quarter = { $quarter ->
    [1] First
    [2] Second
    [3] Third
   *[4] Fourth
} quarter of { $year }
results-respondents = { $n ->
    [one] 1 participant
   *[other] { $n } participants
}
results-together = Filled in together by your team
results-mode-anonymous = Anonymous
results-mode-open = Open, with names
results-release = Outcome { $number } of { $day }{ $final ->
    [yes] {""}
   *[no] {" (the round is still open)"}
}
results-newer = There are newer answers. They are not in here{ $final ->
    [yes] {""}
   *[no] {" yet"}
}, because there are fewer than { $threshold }: otherwise it would show who answered what.
results-take-along = Take it along
results-to-round = To the round
results-contents = On this page
results-contents-figures = In short
results-contents-shape = The shape
results-contents-sides = Inside and outside
results-contents-drift = { $later ->
    [intended] Where you want to go
   *[ahead] Where it is going
}
results-contents-agreement = Agreed and divided
results-contents-alone = Question by question
results-contents-knowledge = What we do not know
results-contents-groups = Groups
results-contents-hidden = Not shown

# Sentences that tell the outcome
results-caution = { $n ->
    [one] Filled in once: read this with care.
   *[other] Small number: read this with care.
}
results-headline-nothing = { $final ->
    [yes] There is no outcome.
   *[no] There is no outcome yet.
}
results-shape-equal = { $all ->
    [yes] All { $n } about equal, around { $around }.
   *[no] The { $n } with a score are about equal, around { $around }.
}
results-shape-strong = { $names } strong
results-shape-highest = { $names } highest
results-shape-low = { $names } low
results-shape-lowest = { $names } lowest
results-shape-of-known = of the { $n } with a score: { $said }
results-gap-equal = { $first } and { $second } about equal.
results-gap-largest = Largest difference between { $first } and { $second }: { $names }, { $points } points{ $direction ->
    [up] {" "}higher { $second }
    [down] {" "}lower { $second }
   *[both] {""}
}.
results-drift-equal = '{ $first }' and '{ $second }' about equal.
results-drift-largest = Largest difference between '{ $first }' and '{ $second }': { $names }, { $points } points{ $direction ->
    [up] {" "}higher
    [down] {" "}lower
   *[both] {""}
}.
results-aim-equal = What you want in three years is about equal to now.
results-aim-largest = Largest step that you want in three years: { $names }, { $points } points{ $direction ->
    [up] {" "}higher than now
    [down] {" "}lower than now
   *[both] {""}
}.
results-missing-all = { $final ->
    [yes] There is no score: { $why }.
   *[no] There is no score yet: { $why }.
}
results-missing-hidden = Not shown: { $names } ({ $why }).
results-missing-missing = No score for { $names } ({ $why }).

# Why something is not there, in short
results-why-too-few = fewer than { $threshold } answers
results-why-word-only = fewer than 10 answers: a word only
results-why-complement = otherwise others' answers could be worked out
results-why-too-alike = the answers are too much alike
results-why-too-few-items = too few questions with an answer
results-why-nothing-answered = no answer on the scale
results-why-earlier-release-stands = the earlier outcome stands
results-why-no-score = no score

# Words that stand in more places
results-hidden = not shown
results-no-score = no score
results-incomparable = other questions, not comparable
results-hidden-counts = not shown, but it does count
results-table = Table
results-dimension = Value
results-horizon = Moment
results-difference = Difference
results-change = Change
results-download = Download the table (CSV)
results-n = Number
results-percent = { $n }%
results-of-questions = { $asked ->
    [one] { $n } of 1 question
   *[other] { $n } of { $asked } questions
}
results-line = Line of holding steady (50)
results-explain = Explain
results-explain-how = How was this made?
results-equal-note = We call a difference of less than { $points } points about equal.
results-points-unit = { $n ->
    [one] point
   *[other] points
}

# In short
results-figures-title = In short: { $horizon }
results-figures-none = This cannot be said: not all { $n } values have a score.
results-figures-caption = The same figures for each moment, and apart for inside and outside
results-picture = Picture
results-level = Level
results-level-means = { $side ->
    [above] The mean of the { $n } values is above 50: more growing than wearing away.
    [below] The mean of the { $n } values is below 50: more wearing away than growing.
   *[on] The mean of the { $n } values is 50: it holds steady.
}
results-balance = Balance
results-balance-means = 1 means: all values equally high. The lower, the more uneven.
results-imbalanceCost = Cost of imbalance
results-imbalanceCost-means = { $n ->
    [0] The imbalance costs less than a point.
    [one] The imbalance costs 1 point: the level is that much lower when unevenness counts.
   *[other] The imbalance costs { $n } points: the level is that much lower when unevenness counts.
}
results-floor = Lowest
results-floor-means = { $n ->
    [one] The lowest score: { $score }.
   *[other] Together the lowest score: { $score }.
}
results-gate = Limit
results-gate-in = In balance
results-gate-out = Out of balance
results-gate-means = { $gate ->
    [true] A score of inside or outside is below 25, or more than one value is below 50. We look before rounding: a 50 can be just below it.
   *[false] No score of inside or outside is below 25, and at most one value is below 50.
}

# Radar
results-shape-title = { $of ->
    [park] The shape of the business park
   *[organisation] The shape of the organisation
}
results-view = What would you like to see side by side?
results-view-horizons = { $first } / { $second }
results-view-sides = { $horizon }: { $first } / { $second }
results-view-before = { $first } and { $second }
results-chart-nothing = There is no score to show here.
results-before-first = This is the first round. After the next one you can put the round before beside it here.
results-before-not-final = The round before can stand beside it once this round is closed.
results-before-other-questions = The round before asked other questions. The outcomes cannot stand beside each other.
results-before-other-horizon = The round before did not ask about this moment.
results-before-nothing-shown = The round before has no score to show.
results-chart-lost = The drawing could not load. All numbers are in the table.
results-difference-horizons = { $direction ->
    [same] equal
    [higher] { $size ->
        [equal] about equal (+{ $points })
       *[wide] { $points } points higher
    }
   *[lower] { $size ->
        [equal] about equal (-{ $points })
       *[wide] { $points } points lower
    }
}
results-difference-sides = { $direction ->
    [same] equal
    [higher] { $size ->
        [equal] about equal (+{ $points } { $side })
       *[wide] { $points } points higher { $side }
    }
   *[lower] { $size ->
        [equal] about equal (-{ $points } { $side })
       *[wide] { $points } points lower { $side }
    }
}
results-side-absent = { $side }: { $what }

# Inside and outside, now and ahead
results-sides-title = { $first } and { $second } side by side
results-drift-title = { $later ->
    [intended] Where you want to go
   *[ahead] Where it is going
}

# Agreed and divided
results-agreement-title = Where you agree and where you are divided
results-agreement-intro = The most divided questions come first: that is where the conversation is. Agreeing is not the same as being right.
results-alone-title = Question by question
results-alone-intro = This was filled in once, so there is nothing to put side by side.
results-alone-caption = { $horizon }: { $n } questions, the lowest score first
results-agreement-none = There are too few answers to say whether people agree.
results-agreement-nowhere = On none of the { $said } questions are the answers divided. { $agreed ->
    [0] People agree on none.
   *[other] People agree on { $agreed }.
}
results-agreement-some = On { $divided } of the { $said } questions the answers are divided. Most of all on '{ $topic }'.
results-items-caption = { $horizon }: { $n } questions, the most divided first
results-items-item = Question
results-items-agreement = Agreed or divided
results-items-distribution = How people chose
results-items-score = Score
results-items-n = Answers
results-items-all = Show all { $n } questions
results-items-fewer = Show fewer questions
results-items-unanswered = nobody gave an answer
results-items-too-few = too few answers for a word
results-items-hidden = not shown: { $why }
results-word-divided = Divided
results-word-mixed = Mixed
results-word-agreed = Agreed
results-apart = { $n ->
    [0] everyone chose the same
   *[other] on average { $steps } steps apart
}
results-nearly-lowest = nearly everyone chose the lowest step
results-nearly-highest = nearly everyone chose the highest step
results-quartiles = The middle half of the answers lies between { $lower } and { $upper }. The middle answer is { $median }.
results-unknown = { $share } chose 'I do not know'.
results-distribution = How people chose: { $counts }
results-bin = { $bin ->
    [0] low (step { $steps })
    [1] middle (step { $steps })
   *[2] high (step { $steps })
}

# What we do not know
results-knowledge-title = What we do not know
results-knowledge-gaps = Questions that people cannot answer
results-knowledge-none = On no question did one in five people or more choose 'I do not know'.
results-knowledge-some = { $n ->
    [one] On 1 question at least one in five people chose 'I do not know': '{ $topic }' ({ $share }).
   *[other] On { $n } questions at least one in five people chose 'I do not know'. Most of all on '{ $topic }' ({ $share }).
}
results-knowledge-values = For { $names }, { $share } of the answers is 'I do not know'.
results-knowledge-caption = Questions that at least one in five does not know about
results-unknown-share = Does not know
results-knowledge-none-alone = 'I do not know' was chosen for no question.
results-knowledge-values-alone = 'I do not know' was chosen for { $names }.
results-knowledge-of = { $name } ({ $questions })
results-coverage-alone = With an answer on the scale: { $questions }.
results-coverage-title = How much was filled in
results-coverage-none = How much was filled in cannot be shown.
results-coverage-equal = Of all that was asked, { $share } has an answer on the scale.
results-coverage-least = Filled in least: { $names }, { $share }. Most: { $most }.
results-coverage-caption = Filled in and not known, apart from the scores
results-coverage-on = Filled in, { $horizon }
results-unknown-on = Does not know, { $horizon }

# Groups
results-groups-title = The groups
results-groups-sentence = { $shown ->
    [0] None of the { $n } groups can be shown separately.
   *[other] { $shown } of the { $n } groups can be shown separately. The order says nothing: this is not a ranking.
}
results-groups-caption = Scores of each group: { $horizon }
results-group = Group
results-groups-hidden = not shown: { $why }
results-group-management = Management
results-group-staff = Staff
results-group-customer = Customers
results-group-supplier = Suppliers
results-group-neighbour = Neighbours
results-group-education = Education
results-group-government = Government
results-group-other = Others

# Not shown
results-hidden-title = What is not here, and why
results-hidden-nothing = Everything that was asked can be seen.
results-hidden-group = { $reason ->
    [too-few] Too few answers
    [complement] To protect others
    [too-alike] Answers too much alike
    [too-few-items] Too few questions with an answer
    [nothing-answered] No answer on the scale
   *[earlier-release-stands] The earlier outcome stands
}
results-because-too-few = Below { $threshold } answers we show nothing. Below 10 answers to a question we show a word only. Otherwise one could guess who answered what.
results-because-complement = { $groups ->
    [0] This could be worked out from the numbers that are shown.
   *[other] Whoever subtracts the groups that are shown from the whole could work this out.
} That is why we do not show this either.
results-because-too-alike = The answers are so alike here that a number would tell what each person chose. Or it could be worked out together with other numbers.
results-because-too-few-items = At least half of the questions must have a score. That is not so here, so there is no score. That is something else than a low score.
results-because-nothing-answered = Nobody gave an answer on the scale here: the question was skipped, or people do not know. That is something else than a low score.
results-because-earlier-release-stands = Too few answers came in here since. That is why this says what the earlier outcome said.
results-hidden-list = Show all { $n }
results-path-all = the whole round
results-path-group = group { $group }
results-path-item = question '{ $topic }'
results-path-step = step { $step }
results-path-level = level
results-path-balance = balance
results-path-imbalanceCost = cost of imbalance
results-path-floor = lowest
results-path-gate = limit
results-path-gap = difference
results-path-coverage = filled in
results-path-unknownShare = does not know
results-path-drift = difference between now and three years from now
results-path-counts = how people chose
results-path-word = agreed or divided
results-path-agreement = agreed or divided

# Method
results-method-title = How the figures were made
results-method-score = Each score runs from 0 to 100. Step 1 is 0, step 3 is 50 and step 5 is 100. The score of a value is the mean of inside and outside. What was not filled in does not count as zero: it does not count.
results-method-balance = There is no final mark and no ranking. Level, balance and lowest belong together: a high mean does not make up for a low value.
results-method-anonymous = This round is anonymous. Below { $threshold } answers we show nothing, nor anything from which you could work it out. Scores are rounded to whole points.
results-method-open = This round is open: those who took part gave a name and knew that answers can be seen. That is why there is no lower limit.
results-method-together = Your team filled this in together. So there is no lower limit: the answers are of the whole team.
results-method-meaning-together = The figures say what your team thinks. It is no measurement from outside.
results-method-meaning = The figures say what the participants think. They are not a measurement from outside.

# Nothing yet, or nothing to show
results-empty-title = There is no outcome yet
results-empty-why = Nothing of this round has been released yet. Until then nobody sees answers, not even you.
results-empty-what = Are there enough answers? Then release the outcome on the page of the round, or close the round.
results-nothing-title = { $final ->
    [yes] There is nothing to show
   *[no] There is nothing to show yet
}
results-nothing-why = { $n ->
    [one] 1 person took part.
   *[other] { $n } people took part.
} In an anonymous round we show something from { $threshold } on: otherwise one could guess who answered what.
results-nothing-what = { $final ->
    [yes] Invite more people next time, preferably 8 or more. Are you a small team? Then choose an open round, with names.
   *[no] The round is still open. Invite more people, and release again after that. All that was filled in is kept.
}
