# De uitkomst meenemen: de plek op de pagina met de uitkomst.

take-intro = Voor een vergadering, op papier of om zelf mee te rekenen. Er wordt niets verstuurd.
take-paper-title = Op papier
take-report = Rapport om af te drukken
take-report-what = De hele uitkomst op A4, met een tabel onder elke grafiek.
take-deck-title = Dia's
take-deck-what = PowerPoint met grafieken die u kunt aanpassen.
take-deck = Downloaden als PowerPoint
take-deck-making = De dia's worden gemaakt …
take-deck-done = De dia's staan bij uw downloads.
take-deck-failed = De dia's konden niet gemaakt worden. Probeer het opnieuw zodra er verbinding is.
