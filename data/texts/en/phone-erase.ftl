# The phone: erasing the own answers.

phone-erase-title = Erase your answers?
phone-erase-lead = Everything that you filled in for this round is erased, on the server and on this phone. This cannot be undone.
phone-erase-shown = A result of the group that was shown already stays. It does not tell what you filled in.
phone-erase-yes = Yes, erase
phone-erase-no = Back
phone-erase-failed = That did not work. See whether you have a connection and try again.
phone-erase-closed = The round is closed. Nobody can see any more which answers are yours.
