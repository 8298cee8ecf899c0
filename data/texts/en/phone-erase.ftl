# The phone: erasing the own answers.

phone-erase-title = Erase your answers?
phone-erase-lead = Everything that you filled in for this round is erased, on the server and on this phone. This cannot be undone.
phone-erase-unsent = Answers that have not been received yet will not be sent any more.
phone-erase-shown = A result of the group that was shown already stays. It does not tell what you filled in.
phone-erase-cards = This does not erase cards that you put down in a conversation of the group. Take those back yourself, one by one, before you erase your answers. You can do that while the group is writing cards.
phone-erase-yes = Yes, erase
phone-erase-no = Back
phone-erase-busy = Your answers are being erased
phone-erase-again = If it does not work at once, we keep trying. That goes on until it has worked or until the round closes.
phone-erase-dropped = Answers that had not been received yet will not be sent any more.
phone-erase-later = You may close this page. Open it again later on this phone: erasing then goes on.
phone-erase-stay = Keep this page open until it has worked.
phone-erase-now = Try again now
phone-erase-not = Erasing is no longer possible
phone-erase-closed = The round is closed. What had been received stays. Nobody can see any more which answers are yours.
phone-erase-unknown = The server no longer knows this phone in this round. Ask the facilitator for help.
phone-erase-go-on = Go on
