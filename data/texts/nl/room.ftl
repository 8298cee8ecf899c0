# Wat de telefoon zegt over de zaal: pauze, gesloten, waar het gesprek over gaat, en het eerdere antwoord bij een tweede stemming.

room-paused = Even pauze. U mag gewoon verder invullen: alles wordt bewaard.
room-held = Het invullen is gesloten. Wat u typt, wordt bewaard.
room-on = Verder
room-question = In de zaal gaat het over vraag { $number }.
room-question-go = Ga erheen
room-vote-over = De tweede stemming is gesloten.
room-back = Terug
room-first-answer = Eerst koos u: { $answer } (alleen op dit toestel)
room-rehearsal = Dit is een proefsessie: niets telt mee.
