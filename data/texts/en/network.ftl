# The world outside: parties with what goes to and fro, and the experiment of the quarter.

network-title = Network and experiment
network-lead = Whom outside your organisation do you deal with, and what goes to and fro? Each line is one capital.
network-stale = No connection: what you see here may be old. We keep trying.

network-headline = { $parties ->
    [one] { $sleeping ->
        [0] You deal with 1 party.
       *[other] You deal with 1 party, and it sleeps.
    }
   *[other] { $sleeping ->
        [0] You deal with { $parties } parties.
        [one] You deal with { $parties } parties, 1 sleeps.
       *[other] You deal with { $parties } parties, { $sleeping } sleep.
    }
}
network-headline-missing = Nobody outside brings { $capitals } capital now.
network-headline-none = None of the six capitals comes in from outside now.
network-headline-all = Each of the six capitals comes in from outside.
network-headline-no-lines = No line has been drawn yet: choose for each party what goes to and fro.
network-headline-untied = { $untied ->
    [one] 1 party has no line yet.
   *[other] { $untied } parties have no line yet.
}

network-capital-human = Human
network-capital-social = Social and relationship
network-capital-intellectual = Intellectual
network-capital-manufactured = Manufactured
network-capital-natural = Natural
network-capital-financial = Financial
network-capital-in-sentence-human = human
network-capital-in-sentence-social = social
network-capital-in-sentence-intellectual = intellectual
network-capital-in-sentence-manufactured = manufactured
network-capital-in-sentence-natural = natural
network-capital-in-sentence-financial = financial
network-kind-customer = Customer
network-kind-supplier = Supplier
network-kind-freelancer = Freelancer
network-kind-education = Education
network-kind-government = Government
network-kind-neighbour = Neighbour
network-kind-other = Other
network-direction-none = No line
network-direction-to-us = To us
network-direction-from-us = From us
network-direction-both = Both ways
network-state-active = Active
network-state-dormant = Sleeps
network-link = { $direction }, { $state }
network-link-with-note = { $line }: { $note }

network-map-label = Drawing of the network: your organisation in the middle, the parties around it. The list below says the same in words.
network-key-to-us = To us
network-key-from-us = From us
network-key-both = Both ways
network-key-dormant = Sleeps: the line is there, but nothing happens now

network-list-title = Parties
network-list-caption = Parties outside the organisation, with their lines
network-party = Party
network-capital = Capital
network-direction = Direction
network-note = What goes along?
network-state = Now
network-untied = No line drawn yet
network-add = Add party
network-edit = Change
network-edit-of = Change { $name }
network-wake = Wake
network-wake-of = Wake: { $capital } with { $name }
network-sleep = Let sleep
network-sleep-of = Let sleep: { $capital } with { $name }
network-woken = { $capital } with { $name } is active now.
network-asleep = { $capital } with { $name } sleeps now.
network-empty = Nobody is on the map yet. Begin with a customer, a supplier or a school that you often deal with.
network-empty-viewer = Nobody is on the map yet. Whoever works in this organisation can add parties.
network-saved = { $name } has been saved.
network-removed = { $name } is gone.

# The form of a party
network-form-title = Change party
network-form-name = Name
network-form-kind = What is this party to you?
network-form-lines = What goes to and fro?
network-form-lines-hint = Choose only what is really there. One or two lines is often enough.
network-kept = You closed this form without saving. Your text is still here.
network-remove = Remove party
network-remove-sure = Yes, remove
network-remove-hint = { $cards ->
    [0] The party leaves the map, with all its lines.
    [one] The party leaves the map, with all its lines. The experiment with this party stays, without its name.
   *[other] The party leaves the map, with all its lines. The { $cards } experiments with this party stay, without its name.
}
network-fault-name = Fill in a name of at most 80 characters
network-fault-note = Make this shorter: at most 200 characters

# Two people write at the same time
network-versions-title = Somebody else was first
network-versions-intro = Below you see where the two versions differ. Your own text is still in the form: you can add words of the other to it.
network-versions-gone-title = This was removed meanwhile
network-versions-party-gone = Somebody else took this party off the map. Your text is still in the form. If you keep your version, the party comes back.
network-versions-experiment-gone = Somebody else removed this experiment. Your text is still in the form. If you keep your version, the experiment comes back.
network-versions-mine = You:
network-versions-theirs = The other:
network-versions-empty = nothing
network-versions-keep-mine = Keep my version
network-versions-take-theirs = Take the other version
network-versions-leave = Leave it out

# The experiment
network-experiment-title = Experiment of this quarter
network-experiment-empty = Do one small trial with somebody outside each quarter, in at most six weeks. You learn quickly, and a mistake costs little.
network-experiment-add = Think up an experiment
network-experiment-others = Other quarters
network-experiment-plan = Experiment, { $period }
network-experiment-outcome-title = How did it go?
network-experiment-hypothesis = What do you expect?
network-experiment-hypothesis-hint = For example: hotel guests take our bread home when it lies at the desk.
network-experiment-partner = With whom outside?
network-experiment-partner-hint = Is the party not in the list? Put it on the map first.
network-experiment-partner-none = Not known yet
network-experiment-no-partner = without a partner
network-experiment-smallestTest = What is the smallest test?
network-experiment-smallestTest-hint = So small that you can begin tomorrow, and that it is no disaster if it fails.
network-experiment-measure = What do you measure?
network-experiment-measure-hint = How will you see whether it works?
network-experiment-startsOn = First day
network-experiment-endsOn = Last day
network-experiment-six-weeks = An experiment takes at most six weeks.
network-experiment-until = At most six weeks: until { $day } at the latest.
network-experiment-when = When
network-experiment-days = { $from } until { $until }
network-experiment-outcome = How do you go on?
network-experiment-learned = What did you learn?
network-experiment-learned-hint = Also when it went differently from what you thought.
network-experiment-not-yet = Not filled in yet
network-experiment-starts = Begins on { $day }
network-experiment-runs = Runs until { $day }
network-experiment-over = Over: choose how you go on
network-experiment-state = { $period }. { $state }.
network-experiment-done = Finished
network-experiment-finish = Finish
network-experiment-finish-of = Finish: { $period }
network-experiment-finish-again = Change the outcome
network-experiment-finish-again-of = Change the outcome: { $period }
network-experiment-change = Change the plan
network-experiment-change-of = Change the plan: { $period }
network-experiment-remove = Remove experiment
network-experiment-remove-hint = The experiment goes, with everything in it.
network-experiment-saved = The experiment has been saved.
network-experiment-removed = The experiment is gone.
network-outcome-none = Not finished yet
network-outcome-stop = Stop
network-outcome-stop-hint = It did not work, or it is not worth the effort.
network-outcome-adapt = Adapt
network-outcome-adapt-hint = There is something in it: we do it once more, otherwise.
network-outcome-scale = Scale up
network-outcome-scale-hint = It works: we do this more often, or with more people.
network-fault-hypothesis = Write down what you expect
network-fault-long = Make this text shorter: at most 1000 characters
network-fault-partner = This party was taken off the map meanwhile. Choose another.
network-fault-day = Choose a day
network-fault-ends = The last day is before the first. Choose a later one.
