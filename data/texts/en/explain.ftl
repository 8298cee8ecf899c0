# How a number was made.

explain-title = How was this made? { $subject }
explain-close = Close
explain-busy = Loading.
explain-retry = Try again
explain-inputs = What went in
explain-counts = How often each step was chosen
explain-n = { $n ->
    [one] Made from 1 answer.
   *[other] Made from { $n } answers.
}
explain-left-out = Not counted or not shown:
explain-left-out-one = { $what }: { $why }
explain-source = Source: { $source }
explain-source-own = A choice of Meervoud.
explain-source-method = Read how it works

explain-formula-item = The mean of the answers, converted to 0 to 100: step 1 is 0, step 3 is 50 and step 5 is 100. 'I do not know', 'Does not apply' and not filled in do not count.
explain-formula-cell = The mean of the scores of the questions below. At least half of the questions must have a score; otherwise there is none.
explain-formula-dimension = The mean of the scores of inside and outside. When one is missing, there is no score.
explain-formula-level = The mean of the scores below. When one is missing, there is no level.
explain-formula-balance = We divide the geometric mean of the scores by the ordinary mean. When all scores are equal, the result is 1. Before that each score is shifted a little (1 + 0.99 times the score), so that one zero does not wipe out the rest.
explain-formula-imbalance-cost = The ordinary mean minus the geometric mean of the scores, in points. Before that each score is shifted a little (1 + 0.99 times the score), so that one zero does not wipe out the rest.
explain-formula-floor = The lowest of the scores below, or more than one when they are equal. When a score is missing, we do not say which is lowest.
explain-formula-gate = We say out of balance when a score of inside or outside is below 25, or when more than one value is below 50.
explain-formula-gap = The score of outside minus that of inside, with the numbers that can be seen here.
explain-formula-drift = The score for in three years minus that of now, with the numbers that can be seen here.
explain-formula-coverage = The part of all that was asked that got an answer on the scale, in steps of 5%. 'Does not apply' does not count.
explain-formula-unknown-share = The part of the answers that was 'I do not know', in steps of 5%.
