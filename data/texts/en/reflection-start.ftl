# Beginning a conversation, from a result; the rest stands in reflection.ftl.
reflection-start = Talk about this
reflection-start-title = Talk about this outcome
reflection-start-why = Seven questions take you from a figure to an agreement. Alone, with a team or in the room. Everything is saved by itself.
reflection-start-capitals = You may leave this open. In question 1 you choose together what it is about.
reflection-start-go = Start the conversation
reflection-start-existing = Conversations about this outcome:
reflection-state-open = In progress
reflection-state-closed = Closed
reflection-capitals-change = Choose what it is about
reflection-capitals-legend = Which capitals is the conversation about?
reflection-capitals-hint = Choose one or a few. If you choose none, it is about all of them.
reflection-about-all = About all capitals
reflection-about = About: { $names }
