# Refusals that only somebody with an account can meet. The others stand in problems.ftl, which every phone loads.

problem-last-owner = An organisation always keeps at least one owner. Make somebody else an owner first.
problem-unknown-instrument = This version of the questionnaire does not exist here. Choose another.
problem-nothing-to-release = There is nothing to show yet: nobody has answered.
problem-import-refused = The file was not imported, not even in part. Repair the lines that are named and try again.
problem-controls-held = Another facilitator holds the controls. Take them over if you want to go on.
problem-workshop-exists = This round has a session already.
problem-vote-running = A second vote is still going on. Close it and show its outcome first.
problem-too-many-conditions = There are three conditions already. Join two, or take one away.
problem-consent-open = Close the round of objections first.
problem-objection-stands = An objection still stands. Work it into the proposal, or ask whether it can be withdrawn.
problem-owner-missing = First write down who takes care of it. Without a name an agreement is left lying.
problem-agreement-empty = First write down what is agreed, with a short title.
problem-review-date-missing = First choose a date to look back.
problem-review-date-past = The date to look back has passed. Choose a day from today on.
problem-price-bearer-missing = First write down which capital gives way (for a while), and for whom. Then the expectation is kept.
problem-intervention-agreed = This is an agreement already. You can stop it, but not throw it away.
problem-experiment-exists = This quarter has an experiment already. Change that one, or choose another quarter.
problem-experiment-too-long = This experiment takes more than six weeks. Choose an earlier last day.
problem-not-agreed-yet = This has not been agreed. You look back at an agreement.
problem-too-many-criteria = There are twelve things already by which you see whether it works. Take one away first.
problem-second-factor-first = A second step when signing in is required here. Set it up in your account first.
problem-confirm-needed = Show first that it is you.
