# The result of a questionnaire in which each question stands for itself: lines between two sides, and how often things happen.

lines-contents-lines = The lines
lines-contents-often = How often
lines-title = { $horizons ->
    [one] Where we stand
   *[other] Where we stand and where we want to go
}
lines-intro = { $horizons ->
    [one] Each line lies between two ways of working. Neither side is wrong.
   *[other] Each line lies between two ways of working. Neither side is wrong. What counts is the way from ‘{ $first }’ to ‘{ $second }’.
}
lines-caption = The same lines in a table
lines-line = Line
lines-between = between ‘{ $left }’ and ‘{ $right }’
lines-difference = From { $first } to { $second }
lines-part = Part

# Sentences
lines-widest = { $kind ->
    [way] { $people ->
        [one] The largest step wanted is { $list }: { $steps }.
       *[other] People most want to go { $list }: { $steps }.
    }
   *[place] We stand furthest from the middle { $list }: { $steps }.
}
lines-toward = toward ‘{ $pole }’ on { $topic }
lines-many = { $kind ->
    [way] On { $n } lines people want to go equally far: { $steps }.
   *[place] On { $n } lines we stand equally far from the middle: { $steps }.
}
lines-same = ‘{ $first }’ and ‘{ $second }’ are about equal on every line.
lines-middle = On every line we stand around the middle.
lines-known = Of the { $n } that have a figure: { $said }
lines-words-only = With fewer than 10 answers we only say whether people agree, not what they chose.

# Place and way on a line
lines-steps = { $n ->
    [one] { $steps } step
   *[other] { $steps } steps
}
lines-place = { $side ->
    [left] { $steps } to the left
    [right] { $steps } to the right
   *[none] middle
}
lines-gap = { $side ->
    [left] { $steps } to the left
    [right] { $steps } to the right
   *[none] equal
}
lines-gap-equal = about equal
lines-at = { $horizon }: { $what }
lines-answers = { $word } ({ $n ->
    [one] 1 answer
   *[other] { $n } answers
})
lines-nearly-lowest = nearly everyone chose entirely left
lines-nearly-highest = nearly everyone chose entirely right
lines-bin = { $bin ->
    [0] left
    [1] middle
   *[2] right
}
lines-step-short = { $side ->
    [left] L{ $steps }
    [right] R{ $steps }
   *[none] M
}
lines-end = { $side ->
    [left] Left
   *[right] Right
}
lines-shift = { $side ->
    [none] The place stayed the same.
   *[other] The place moved { $steps } to the { $side ->
        [left] left
       *[right] right
    }.
}
lines-shift-equal = The place stayed about the same.

# How often it goes like that
lines-often-title = How often it goes like that
lines-often-intro = A figure is the mean of what people chose. 0 is never or hardly ever, 50 is half of the times, 100 is always or nearly always.
lines-often-caption = The same in a table
lines-often-words = For each principle: do people agree?
lines-often-principle = Principle
lines-often-figure = How often
lines-often-most = It goes like that most often for { $names }.
lines-often-least = Least often for { $names }.
lines-often-equal = { $all ->
    [yes] All { $n } go like that about equally often, around { $around }.
   *[no] The { $n } with a figure go like that about equally often, around { $around }.
}
lines-often-spread = How often it goes like that differs by principle.

# How the figures are made
lines-method = Each line has seven steps; the middle one is the middle. A place is the mean of the answers, counted in steps from the middle. A line counts in nothing else. What was not filled in does not count.
lines-method-often = Each figure runs from 0 to 100 and is of one question: step 1 is 0, step 3 is 50 and step 5 is 100. A question counts in nothing else. What was not filled in does not count.
lines-formula = The mean of the answers, counted in steps from the middle of the line. ‘I do not know’, ‘Does not apply’ and not filled in do not count.
