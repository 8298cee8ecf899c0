# A round's result to take along: slides for PowerPoint and a report for paper.

report-instrument = { $title }, version { $version }
report-certainty = How certain: { $said }
report-certainty-audited = { $n } audited
report-certainty-measured = { $n } measured
report-certainty-estimate = { $n } estimated
report-certainty-gut = { $n } gut feeling
report-on-horizon = { $horizon }: { $said }
report-agreements-title = What we agreed
report-agreements-sentence = { $n ->
    [one] One agreement, with who takes care of it and when we look back.
   *[other] { $n } agreements, with who takes care of them and when we look back.
}
report-agreement-title = Agreement
report-agreement-owner = Who takes care of it
report-agreement-state = How far
report-agreement-review = We look back on

report-unsaid = Not said yet
report-state-proposed = Proposed
report-state-agreed = Agreed
report-state-running = Running
report-state-reviewed = Looked back
report-state-stopped = Stopped

# Report
report-print = Print
report-print-hint = A4. To keep it as a PDF, choose 'Save as PDF' where you choose the printer.
report-to-results = To the outcome
report-release-id = Outcome { $id }
report-capitals-title = Each value
report-scores = Scores from 0 to 100, and how much was filled in
report-coverage = Filled in
report-items-lowest = The three lowest questions, { $horizon }
report-items-all = The questions, lowest first, { $horizon }
report-items-divided = The questions on which people are most divided, { $horizon }. There are too few answers for scores of single questions.
report-no-items = There are too few answers to say something about single questions here.
report-unknown-item = '{ $topic }', { $horizon } ({ $share })
report-unknown = What we do not know: { $names }.
report-unknown-share = What we do not know: { $share } of the answers here is 'I do not know' ({ $horizon }).
report-unknown-none = On no question here did one in five people or more choose 'I do not know'.
report-conversation-title = What we said about it
report-conversation-empty = Nothing has been taken along from this conversation yet.
report-question = { $number }. { $title }
report-cards-more = { $n ->
    [one] And 1 card more, not taken along.
   *[other] And { $n } cards more, not taken along.
}
report-agreements-none = Nothing has been agreed yet.
report-glossary = What the words mean
report-term-score = Score
report-term-score-means = A number from 0 to 100, made from the answers on the scale. 50: it holds steady.
report-term-agreement = Agreed, mixed, divided
report-term-agreement-means = How far the answers lie apart. Agreeing is not the same as being right.
report-term-unknown = Does not know
report-term-unknown-means = The share of people that chose 'I do not know'. That is a gap in what we know, not a low score.
report-term-coverage = Filled in
report-term-coverage-means = The share of what was asked that has an answer on the scale. It is no part of a score.
report-term-level = Level
report-term-level-means = The mean of all values.
report-term-balance = Balance
report-term-balance-means = 1 when all values are equally high; lower when they differ more.
report-term-cost = Cost of imbalance
report-term-cost-means = How many points the level is lower when unevenness counts.
report-term-floor = Lowest
report-term-floor-means = The value or values with the lowest score.
report-term-limit = Limit
report-term-limit-means = Out of balance: a score of inside or outside is below 25, or more than one value is below 50.
report-source = Source: { $outcome }. Made with Meervoud.

# Slides
deck-says = What the outcome says
deck-figure = Figure
deck-value = Outcome
deck-means = What it means
deck-apart = How far apart
deck-shown = On the slide: the first { $shown } of { $all }.
deck-hidden-title = Not shown: { $title }
deck-hidden-more = and { $more } more
deck-each = Each value: { $horizon }
deck-source = Source: { $outcome }. { $instrument }.
deck-made = Made with Meervoud. The charts can be changed; what you change is no longer the outcome.
deck-trend-break = Where a line stops and starts again, the questions changed: before and after cannot be compared.
deck-trend-gap = A round without a number is a gap in the line, not a zero.
deck-trend-evenness = Level, balance and lowest belong together: a high mean does not make up for a low value.
deck-trend-since = { $name }, since { $period }
