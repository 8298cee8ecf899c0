# What the phone tells about the room: a pause, closed, what is talked about, and the earlier answer in a second vote.

room-paused = A short break. You can go on answering: everything is kept.
room-held = Answering has closed. What you type is kept.
room-on = Go on
room-question = The room is talking about question { $number }.
room-question-go = Go there
room-vote-over = The second vote has closed.
room-back = Back
room-first-answer = You first chose: { $answer } (only on this device)
room-rehearsal = This is a rehearsal: nothing counts.
