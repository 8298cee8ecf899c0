# De lijst van gesprekken; de rest staat in reflection.ftl.
reflection-list-title = Gesprekken
reflection-list-lead = Wat zeggen de cijfers, en wat gaan we doen? Hier staan uw gesprekken over een uitkomst.
reflection-list-empty = Er is nog geen gesprek. U begint er een bij een uitkomst.
reflection-list-to-results = Naar de uitkomst van { $title }
reflection-list-empty-no-results = Er is nog geen uitkomst om over te praten. Die komt er als een ronde klaar is.
reflection-list-to-rounds = Naar de rondes
reflection-list-about = Over { $round }, begonnen op { $day }
reflection-list-answered = { $n } van { $all } vragen
