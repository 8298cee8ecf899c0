# The session in the room, for who runs it: the list, preparing, running and handing over.

workshop-not-allowed = Only an owner or a facilitator can prepare or run a session. Ask one of them.

workshop-list-title = Sessions
workshop-list-new = New session
workshop-list-empty = There is no session yet. In a session you look at a round together in the room: everyone on their own phone, the outcome on the screen.
workshop-list-empty-viewer = There is no session yet. An owner or a facilitator can make one.
workshop-list-made = Made on { $day }
workshop-list-rehearsal = Rehearsal. { $made }
workshop-list-prepare = Prepare
workshop-list-prepare-of = Prepare: { $title }
workshop-list-run = To the room
workshop-list-run-of = To the room: { $title }
workshop-list-hand-over = Hand over
workshop-list-hand-over-of = Hand over: { $title }
workshop-round-prepare = Prepare a session
workshop-round-go = Go to the session
workshop-round-hint = In a session you look at this round together in the room.

# A new session
workshop-new-title = New session
workshop-new-intro = A session goes on with a round that is already there. Who fills in beforehand need not do so in the room.
workshop-new-round = Which round do you go on with?
workshop-new-round-hint = { $state }, { $mode }, { $counts }
workshop-new-none = There is no round to go on with yet. Make a round first; then we turn it into a session.
workshop-new-submit = Make session
workshop-new-or = Is the round not in the list?
workshop-new-make-round = Make a round first
workshop-new-fault-round = Choose a round from the list that has no session yet
workshop-new-after-round = After making the round you go straight on to the session.

# Preparing
workshop-prepare-lead = Go through this list beforehand. You can always come back.
workshop-prepare-rehearsal = This is a rehearsal with simulated phones.
workshop-prepare-start = Start the session
workshop-prepare-hand-over = Finish and hand over
workshop-prepare-stale = The server does not answer now. What you see here may be old.
workshop-tasks-round = Who and what
workshop-tasks-room = In the room
workshop-task-done = Done
workshop-task-to-do = To do
workshop-task-optional = If you like
workshop-task-tick = I have arranged this
workshop-task-client = Client
workshop-task-round = Round
workshop-task-round-since = since { DATETIME($opened, day: "numeric", month: "long") }, { $counts }
workshop-task-round-draft = The round is ready but not open yet. Open it if people may fill in beforehand. You can also do that in the room.
workshop-task-round-anonymous = Answers are anonymous. Nobody sees who answered what, not even you.
workshop-task-round-named = Answers carry names.
workshop-task-round-link = Go to the round to share the code
workshop-task-moments = Moment
workshop-task-groups = Groups
workshop-task-expected = Number of people
workshop-task-expected-none = You have not named a number yet
workshop-task-expected-some = { $n ->
    [one] 1 person
   *[other] { $n } people
}
workshop-expected-label = How many people do you expect? (may be empty)
workshop-expected-hint = With this we say beforehand what there will be to see.
workshop-task-plan = Time plan
workshop-task-plan-value = { $minutes } minutes, { $steps } steps
workshop-task-screen = Screen
workshop-task-screen-value = A link for the projector or a second computer
workshop-task-phones = Phones and Wi-Fi
workshop-task-phones-value = See whether phones in the room can open the questionnaire
workshop-task-phones-explain = Try it in the room itself, with a phone on the Wi-Fi of the room.
workshop-task-venue = See whether phones can get in
workshop-task-sheet = Sheet for the room: Wi-Fi, address and code
workshop-task-paper = Paper
workshop-task-paper-value = Answer sheets for a room without a network
workshop-task-paper-explain = People fill in the sheet, you take the answers over later.
workshop-task-paper-link = Answer sheets to print
workshop-task-rehearsal = Rehearsal
workshop-task-rehearsal-value = Practise with simulated phones
workshop-task-helper = Second facilitator
workshop-task-helper-none = You run this session alone
workshop-task-helper-some = { $names }
workshop-task-helper-explain = A second facilitator sees the same page and can take over the controls. Invite that person as a facilitator.
workshop-task-helper-link = People in this organisation

# Time plan
workshop-plan-part-join = Welcome and joining
workshop-plan-part-words = Agreeing on words
workshop-plan-part-fill-in = Filling in
workshop-plan-part-close = Closing
workshop-plan-part-divided = Where we are most divided
workshop-plan-part-balance = The balance
workshop-plan-part-overview = Everything side by side
workshop-plan-part-sides = Inside and outside
workshop-plan-part-ahead = Now and ahead
workshop-plan-part-intended = Now and what we want
workshop-plan-part-groups = Groups
workshop-plan-part-tension = Question 1: what is this about?
workshop-plan-part-behaviour = Questions 2 and 3: behaviour, and what keeps it going
workshop-plan-part-bright = Questions 4 and 5: where does it already go differently?
workshop-plan-part-proposals = Question 6: proposals, and does anybody object?
workshop-plan-part-expected = Question 7: what do we expect?
workshop-plan-part-end = Agreements and closing
workshop-plan-title-of = Step { $number }: name
workshop-plan-minutes-of = Step { $number }: minutes
workshop-plan-scene-of = Step { $number }: on the screen
workshop-plan-unit = min
workshop-plan-scene-none = Screen stays
workshop-plan-scene-join = Joining
workshop-plan-scene-question = A question
workshop-plan-scene-progress = Who has finished
workshop-plan-scene-divided = Most divided
workshop-plan-scene-radar = Balance
workshop-plan-scene-pairs = Comparison
workshop-plan-scene-groups = Groups
workshop-plan-scene-cards = Cards of the conversation
workshop-plan-scene-projection = What you expect
workshop-plan-up = Up
workshop-plan-up-of = Step { $number } up
workshop-plan-down = Down
workshop-plan-down-of = Step { $number } down
workshop-plan-remove = Remove
workshop-plan-remove-of = Remove step { $number }
workshop-plan-total = { $minutes } minutes together
workshop-plan-save = Save time plan
workshop-plan-add = Add a step
workshop-plan-restore = Restore the standard plan
workshop-plan-fault = Give each step a name, and minutes from 1 to 240

# What there will be to see
workshop-size-title = { $n ->
    [one] With 1 person
   *[other] With { $n } people: what you see together
}
workshop-size-title-unknown = What you see together
workshop-size-title-open = What you see together
workshop-size-unknown = That depends on how many people there are. Fill in below how many you expect; then we say beforehand what there is to see.
workshop-size-everything = This is an open round: answers carry names, and everything can be seen, however few you are.
workshop-size-nothing = With fewer than { $threshold } people we show nothing in an anonymous round: no score, no word, no picture.
workshop-size-yes = This can be seen
workshop-size-no = This cannot
workshop-size-yes-capitals = For each value and for the level a number, if at least { $threshold } people answered each of its questions
workshop-size-yes-words = For each question only a word: divided, mixed or agreed
workshop-size-yes-figures = For each question a score and how the answers are spread, from { $figures } answers
workshop-size-yes-groups = Groups side by side, if each group that we show has at least { $threshold }
workshop-size-no-figures = For each question no numbers and no spread
workshop-size-no-groups = Groups: each group that we show would need { $threshold }, and that does not work with so few people
workshop-size-no-texts = Single texts: we never show those below { $figures }
workshop-size-no-small-groups = Groups with fewer than { $threshold } answers
workshop-size-no-small-texts = Single texts by fewer than { $figures } people
workshop-open-why = If everyone knows each other well, you can do an open round. Then answers carry names and everything can be seen.
workshop-open-make = Make an open round
workshop-open-title = Make an open round?
workshop-open-explain = You get a new round with the same questions, and a session with it. Everyone gives a name, and answers carry that name. The anonymous round stays as it is.
workshop-open-again = { $n ->
    [one] 1 person takes part already and has to fill in again in the open round.
   *[other] { $n } people take part already and have to fill in again in the open round.
}
workshop-open-submit = Yes, make an open round
workshop-open-round-title = { $title } (open)

# The screen
workshop-screen-explain = With this link another computer or the projector shows the screen of this session. No signing in is needed there.
workshop-screen-make = Make a screen link
workshop-screen-make-again = Another screen link
workshop-screen-once = Copy the link now: we show it only once.
workshop-screen-only-here = This link works on this computer only. That is enough for a projector on this computer.
workshop-screen-link = Link for the screen
workshop-screen-open = Open in a new window
workshop-screen-end = End all screen links
workshop-screen-ended = All screen links have ended. Screens that were open show nothing any more.

# Rehearsal
workshop-rehearsal-explain = You get a rehearsal with the same questions. Simulated phones join and fill in. You practise with the screen and the buttons.
workshop-rehearsal-apart = The rehearsal never touches the real round.
workshop-rehearsal-phones = How many simulated phones?
workshop-rehearsal-phones-hint = From 5 to 60.
workshop-rehearsal-fault = Fill in a whole number from 5 to 60
workshop-rehearsal-start = Start the rehearsal
workshop-rehearsal-is = Rehearsal.
workshop-rehearsal-end = Stop and throw away
workshop-rehearsal-end-title = Throw the rehearsal away?
workshop-rehearsal-end-explain = Everything of this rehearsal disappears. The real round stays as it is.

# What the screen shows
workshop-scene-join = Joining: address and code
workshop-scene-progress = How many people have finished
workshop-scene-question = A question: { $topic }
workshop-scene-divided = Most divided, { $horizon }
workshop-scene-item = { $topic }, { $horizon }
workshop-scene-radar = Balance: { $view }
workshop-scene-pairs = Comparison: { $view }
workshop-scene-overview = Everything side by side
workshop-scene-groups = Groups, { $horizon }
workshop-scene-shift = Shift: { $topic }
workshop-scene-cards = Conversation: question { $number } of 7
workshop-scene-consent = A proposal
workshop-scene-projection = What the group expects
workshop-scene-black = Black screen
workshop-scene-paused = { $scene } (break)
workshop-view-horizons = { $first } beside { $second }
workshop-view-sides = { $first } beside { $second }, { $horizon }
workshop-wall-now = Now on the screen:

# Running
workshop-run-title = Run the session
workshop-run-to-end = Finish
workshop-run-prepare = Back to preparing
workshop-run-lost = No connection to the server. Phones simply go on; what you see here may be old.
workshop-holder-nobody = Nobody has the controls. Who presses anything gets them.
workshop-holder-me = You have the controls
workshop-holder-other = { $name } has the controls
workshop-holder-take = Take over the controls
workshop-holder-release = Let go of the controls
workshop-take-title = { $name } has the controls
workshop-take-explain = If you take over the controls, { $name } sees that at once. Agree on it first.
workshop-agenda-title = Agenda
workshop-agenda-minutes = { $minutes } minutes
workshop-agenda-empty = There is no time plan.
workshop-agenda-make = Make one
workshop-next-previous = Back to the picture before
workshop-next-show = Next: { $scene }
workshop-next-open = Open the round
workshop-next-close = { $vote ->
    [yes] Close the vote
   *[no] Close filling in
}
workshop-next-close-hint = Closing works with the button only, not with a key.
workshop-next-reveal = { $vote ->
    [yes] Show the shift
   *[no] Show the outcome
}
workshop-next-reflect = Begin the conversation
workshop-next-phase-writing = Let people write cards
workshop-next-phase-shown = Show the cards
workshop-next-phase-voting = Let people give dots
workshop-next-phase-voted = Count the dots
workshop-next-consent-open = Let everybody answer
workshop-next-consent-closed = Close answering
workshop-next-end = This was the last picture.
workshop-closing = { $vote ->
    [yes] The vote is about to close.
   *[no] Filling in is about to close.
}
workshop-closing-undo = Do not close after all
workshop-note-button-only = This works with the button only, so that it never happens by accident.
workshop-note-close-first = Close filling in first.
workshop-note-revealed = The outcome has been shown already.
workshop-note-not-yet = This picture can be shown only after you show the outcome.
workshop-note-no-reflection = Begin the conversation first, with the button below the picture.
workshop-count-title = Progress
workshop-count-joined = { $n ->
    [one] takes part
   *[other] take part
}
workshop-count-started = started
workshop-count-finished = finished
workshop-count-of = You expect { $expected }.
workshop-control-pause = Break
workshop-control-black = Black
workshop-control-door = Lock door
workshop-control-screen = Screen link
workshop-timer = Timer, minutes
workshop-timer-start = Timer of { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
workshop-timer-stop = Stop

# Exploring
workshop-explore-title = What will you talk about?
workshop-explore-private = Only you see this. The figures are the same as on the screen.
workshop-explore-nothing = There is nothing to explore: there were too few answers.
workshop-explore-order = Order
workshop-explore-order-divided = Most divided
workshop-explore-order-lowest = Lowest score
workshop-explore-order-sides = Largest difference inside and outside
workshop-explore-order-ahead = Largest shift from now to ahead
workshop-explore-order-way = Widest distance between { $first } and { $second }
workshop-explore-horizon = Moment
workshop-explore-choose = Choose for a second vote: { $topic }
workshop-explore-no-figure = not shown
workshop-explore-score = score { $n }
workshop-explore-sides = { $dimension }: { $direction ->
    [same] no difference between { $first } and { $second }
    [up] { $n } points higher { $second }
   *[down] { $n } points lower { $second }
}
workshop-explore-show = Show on screen
workshop-explore-show-of = Show on screen: { $topic }
workshop-explore-shown = On the screen
workshop-explore-shown-of = On the screen: { $topic }
workshop-explore-pictures = Other pictures

# Second vote
workshop-vote-chosen = { $n ->
    [0] Choose questions for a second vote: at most { $most }.
    [one] 1 question chosen for a second vote.
   *[other] { $n } questions chosen for a second vote{ $n ->
        [12] {", and that is the most"}
       *[other] {""}
    }.
}
workshop-vote-runs = A second vote is going on now.
workshop-vote-start = Start a second vote
workshop-vote-title = Second vote
workshop-vote-explain = Everyone answers these questions once more, on their own phone. The first answers stay beside them.
workshop-vote-horizons = About which moment?
workshop-vote-number = Second vote { $number }
workshop-vote-at = { $horizon }:
workshop-argument = Which argument moved people?
workshop-argument-hint = This is shown on the screen. Name no names.

# The reflection
workshop-reflection-title = Conversation: the seven questions
workshop-reflection-what = People write on their phones, without names. Each question has a board for putting cards together.
workshop-reflection-board = Open the board
workshop-reflection-board-of = Open the board in a new window: { $topic }
workshop-reflection-proposal = Proposal: { $title }
workshop-reflection-untitled = without a name

# Shortcuts
workshop-key-title = Shortcuts
workshop-key-space = Space
workshop-key-or = or
workshop-key-next = Next
workshop-key-previous = Previous
workshop-key-reveal = Show the outcome
workshop-key-black = Black screen on or off
workshop-key-pause = Break on or off
workshop-key-list = This list
workshop-key-switch = Shortcuts on
workshop-key-switch-hint = We remember this on this device. Everything works with buttons too.

# Finishing and handing over
workshop-over-title = Finish and hand over
workshop-over-collected = What was collected
workshop-over-joined = took part
workshop-over-votes = { $n ->
    [one] second vote
   *[other] second votes
}
workshop-over-releases = { $n ->
    [one] outcome
   *[other] outcomes
}
workshop-over-readers = Who reads the outcome
workshop-over-not-released = Now only owners and facilitators read the outcome. Once it is released, everyone below can read it.
workshop-over-released = Released on { DATETIME($when, day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit") }. These people can read the outcome.
workshop-over-invite = Is somebody missing, such as the owner of the company?
workshop-over-invite-link = Invite people to { $name }
workshop-over-reveal-first = You can release the outcome after you have shown it in the room.
workshop-over-release = Release the result to the organisation
workshop-over-release-title = Release the result?
workshop-over-release-explain = Then these people of { $name } can read the outcome:
workshop-over-release-what = They see the outcome as in the room: no answers of persons in an anonymous round. This cannot be taken back.
workshop-over-release-submit = Yes, release
workshop-over-texts = Single texts
workshop-over-texts-count = { $n ->
    [0] No single texts are kept.
    [one] 1 single text is kept: a reason or an argument in words.
   *[other] { $n } single texts are kept: reasons, arguments, cards and objections from phones.
}
workshop-over-texts-delete = Delete single texts
workshop-over-texts-title = Delete single texts?
workshop-over-texts-explain = { $n ->
    [one] This text disappears. You cannot undo that.
   *[other] These { $n } texts disappear. You cannot undo that.
}
workshop-over-texts-remains = What stays: the answers on the scale, the outcomes and the counts.
workshop-over-texts-submit = Yes, delete
workshop-over-texts-deleted = The single texts have been deleted.
workshop-transfer-title = Hand over to another company
workshop-transfer-intro = If this round belongs with the company itself, you can move it there.
workshop-transfer-nowhere = You have no other organisation in which you run rounds. Let the company invite you first as a facilitator or owner.
workshop-transfer-to = To which organisation?
workshop-transfer-start = Hand over
workshop-transfer-sure = Hand over to { $to }?
workshop-transfer-moves = The round, the second votes, all answers and the outcomes move to { $to }.
workshop-transfer-leaves = { $from } keeps nothing of it. Only { $to } can give the round back afterwards.
workshop-transfer-submit = Yes, hand over
