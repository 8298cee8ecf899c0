# Taking a result along: the place on the result page.

take-intro = For a meeting, on paper, or to calculate with yourself. Nothing is sent anywhere.
take-paper-title = On paper
take-report = Report to print
take-report-what = The whole outcome on A4, with a table under each chart.
take-deck-title = Slides
take-deck-what = PowerPoint with charts that you can change.
take-deck = Download as PowerPoint
take-deck-making = The slides are being made …
take-deck-done = The slides are among your downloads.
take-deck-failed = The slides could not be made. Try again when there is a connection.
