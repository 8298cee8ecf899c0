# Answer sheets on paper, for a room without a network.

paper-title = Answer sheets on paper
paper-lead = For a room without a network. Each sheet has the same questions as the phone, in the same order.
paper-language = The sheet is in the language of this page. Choose the other language with the button at the top.
paper-print = Print
paper-print-hint = Print one copy for each participant, on A4 and at full size (100%). Both sides of the paper will do. Staple the pages of one copy together.
paper-type-title = Typing the sheets over
paper-type-how = Type each sheet over on the page for phones. After each sheet choose ‘Somebody else uses this phone’ at the bottom. Then a new sheet begins.
paper-type-anonymous = This round is anonymous. Let somebody from outside the organisation type the sheets over, and destroy them afterwards.
paper-type-open = Fill in the name that stands on each sheet.
paper-type-go = Type a sheet over
paper-type-closed = Sheets can be typed over while the round is open. It is not open now.
paper-back = To the round
paper-preview = This is the sheet

paper-sheet-anonymous = This round is anonymous. Do not write your name on this sheet. Only results of a group will come, and only from five people up.
paper-sheet-open = This round is open. Your name stands with your answers. Whoever may open the round in this organisation sees what you answer.
paper-sheet-name = Your name
paper-sheet-group = Which group do you belong to? Tick one circle.
paper-sheet-how = Tick one circle on each line. { $kind ->
    [between] The closer to a sentence, the more it is like that. Neither side is wrong.
    [words] Choose what fits best.
    [steps] The sentences at 1 and 5 say what one sees then.
   *[anchors] The sentences at 1, 3 and 5 help you choose; 2 and 4 lie in between.
} A mistake? Fill that circle in completely and tick another.
paper-sheet-horizons = Each question has { $n } lines:
paper-sheet-step = { $step } = { $words }
paper-sheet-unknown = don’t know
paper-sheet-not-applicable = n/a
paper-sheet-not-applicable-long = ‘n/a’ means: not applicable.
