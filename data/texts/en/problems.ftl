# One sentence for each refusal: what happened and what to do. The codes are in server/contract/problems.ts.
# The server reads this file too: a sentence stands on its own, without a link.

problem-invalid-request = Not everything is filled in as it should be. Check the fields and try again.
problem-malformed-json = The server could not read this message. Reload the page and try once more.
problem-unsupported-media-type = The server expects this message in another form (application/json).
problem-body-too-large = This is too much at once. Make it shorter, or send it in parts.
problem-not-found = There is nothing here. The address may be wrong, or you may not have access to it.
problem-sign-in-needed = You are not signed in. Sign in to go on.
problem-wrong-credentials = The email address or the password is wrong. Try again.
problem-not-allowed = Your role does not allow this. Ask an owner of this organisation.
problem-cross-site = This request came from another website and was refused. Open Meervoud itself and try it there.
problem-accounts-refused-here = At this address you can only take part with a code. You can sign in at the main address only.
problem-set-up-done = Meervoud has been set up here already. Sign in with your account.
problem-set-up-needed = Meervoud has not been set up here yet. First open the address that was shown at the first start.
problem-wrong-set-up-token = The start code is wrong. Copy the code that was shown at the first start.
problem-email-taken = There is an account with this email address already. Sign in, or choose another address.
problem-invitation-not-valid = This invitation was used, is too old, or never existed. Ask for a new one.
problem-last-owner = An organisation always keeps at least one owner. Make somebody else an owner first.
problem-wrong-code = This code does not belong to an open round. Check the code on the screen or in your invitation.
problem-too-many-attempts = This was tried too often in a row. Wait half a minute and try again.
problem-round-not-open = This round is not open yet. Try again later, or ask the facilitator.
problem-round-closed = This round is closed. Nothing can be added, unless the facilitator reopens the round.
problem-unknown-instrument = This version of the questionnaire does not exist here. Choose another.
problem-unknown-item = This question does not belong to this round. Reload the page.
problem-unknown-horizon = This round does not ask about this moment. Reload the page.
problem-unknown-group = This group does not belong to this round. Choose a group from the list.
problem-group-needed = First choose which group you belong to.
problem-rating-off-scale = This answer is not on the scale. Choose one of the steps.
problem-operation-reused = This answer has a number that was used for something else. Reload the page.
problem-too-many-operations = These are too many answers at once: send at most 50.
problem-no-release-yet = No outcome has been released yet. That can be done as soon as there are enough answers.
problem-nothing-to-release = There is nothing to show yet: nobody has answered.
problem-import-refused = The file was not imported, not even in part. Repair the lines that are named and try again.
problem-busy = The server is too busy at the moment. Wait a few seconds and try again.
problem-internal = Something went wrong on the server. Try again; if it stays like this, ask whoever looks after Meervoud.
problem-offline = There is no connection with the server. Check your network and try again.
