# Wat een telefoon toont die de proef met het netwerk doet, voordat een bijeenkomst begint.

reach-other-language = English
reach-busy = Even kijken…
reach-done-title = Deze telefoon bereikt de laptop
reach-done = Op de laptop staat nu dat deze telefoon er is. U kunt deze pagina sluiten.
reach-over-title = Deze proef is voorbij
reach-failed-title = De laptop geeft nog geen antwoord
reach-try-network = Zit deze telefoon op dezelfde wifi als de laptop? Zet mobiele data even uit.
reach-try-vpn = Staat er een VPN aan? Zet die uit.
reach-try-near = Is het bereik zwak? Ga dichter bij het punt met wifi staan.
reach-retry = Opnieuw proberen
