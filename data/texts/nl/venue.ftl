# De zaal voorbereiden: kunnen telefoons de laptop bereiken, en het vel waarmee mensen op de wifi en in de ronde komen.

venue-title = Kunnen telefoons deze laptop bereiken?
venue-lead = Doe deze proef in de zaal, voordat de mensen komen. U hebt één telefoon nodig, op de wifi van de zaal.
venue-closed = Nu kan alleen deze laptop zelf Meervoud openen. Stop Meervoud en start het opnieuw met deze opdracht:
venue-no-network = Deze laptop zit nu op geen enkel netwerk. Maak verbinding met de wifi van de zaal en probeer het opnieuw.
venue-look-again = Opnieuw kijken

venue-address = Adres voor telefoons
venue-address-hint = Deze laptop zit op meer dan één netwerk. Kies het adres op de wifi van de zaal. Weet u niet welk adres dat is? Probeer ze dan een voor een.
venue-self-made = De verbinding is versleuteld met een certificaat dat deze laptop zelf heeft gemaakt. Elke telefoon toont daarom één keer een waarschuwing. Kies dan ‘Geavanceerd’ of ‘Toon details’, en daarna ‘Doorgaan’ of ‘Bezoek deze website’.

venue-scan-title = Scan deze QR-code met een telefoon
venue-scan-qr = QR-code met het adres { $url }
venue-scan-type = Of typ dit adres in de browser van de telefoon:
venue-waiting = Nog geen telefoon gezien. Deze pagina kijkt elke twee seconden.
venue-reached = Een telefoon bereikte deze laptop om { DATETIME($at, hour: "2-digit", minute: "2-digit", hourCycle: "h23") }.
venue-reached-times = { $n ->
    [one] Dat was de eerste keer in deze proef.
   *[other] Dat was de { $n }e keer in deze proef.
  }
venue-stale = Deze pagina krijgt zelf even geen antwoord van Meervoud. Ze probeert het vanzelf opnieuw.

venue-causes-title = Lukt het niet? Kijk dan dit na
venue-cause-network = De telefoon zit op een ander netwerk of gebruikt mobiele data. Kies op de telefoon de wifi van de zaal en zet mobiele data even uit.
venue-cause-guest = Een gastnetwerk houdt apparaten vaak uit elkaar. Vraag om een netwerk dat dat niet doet, of maak er zelf een: met een eigen router, of met de hotspot van een telefoon.
venue-cause-firewall = De firewall van de laptop vraagt om toestemming. Sta Meervoud (het programma heet Node) toe op dit netwerk.
venue-cause-vpn = Er staat een VPN aan, op de laptop of op de telefoon. Zet die uit.
venue-causes-paper = Lukt het in deze zaal helemaal niet? Druk dan vóór de bijeenkomst antwoordvellen af. U vindt ze op de pagina van de ronde.

venue-sheet-title = Vel voor in de zaal
venue-sheet-lead = Eén vel om op te hangen of uit te delen: eerst op de wifi, dan in de ronde.
venue-sheet-closed = Deze ronde is nu niet open en heeft dus geen code. Open eerst de ronde.
venue-sheet-back = Naar de ronde
venue-sheet-only-here = Dit adres werkt alleen op deze laptop. Telefoons kunnen het niet openen.
venue-sheet-check = Kijk of telefoons deze laptop kunnen bereiken
venue-sheet-wifi = De wifi van de zaal
venue-sheet-wifi-stays = Wat u hier invult, blijft in deze browser, tot u het tabblad sluit. Het gaat niet naar de server.
venue-sheet-name = Naam van het netwerk
venue-sheet-security = Beveiliging
venue-sheet-security-wpa = Met een wachtwoord (WPA)
venue-sheet-security-open = Open, zonder wachtwoord
venue-sheet-password = Wachtwoord
venue-sheet-password-hint = Let op hoofdletters. Een wachtwoord van wifi heeft 8 tot 63 tekens.
venue-sheet-password-short = Dit wachtwoord heeft geen 8 tot 63 tekens. De QR-code werkt dan niet.
venue-sheet-print = Afdrukken
venue-sheet-wall = Groot tonen
venue-sheet-wall-close = Sluiten
venue-sheet-preview = Zo ziet het vel eruit

venue-step-wifi = 1. Ga op de wifi
venue-step-wifi-scan = Richt uw camera op de code, of kies dit netwerk:
venue-step-wifi-name = Netwerk
venue-step-wifi-password = Wachtwoord
venue-step-wifi-open = Er is geen wachtwoord nodig.
venue-step-wifi-qr = QR-code voor de wifi { $name }
venue-step-join = 2. Doe mee
venue-step-join-only = Doe mee
venue-step-join-scan = Richt uw camera op de code, of typ in de browser:
venue-step-join-address = Adres
venue-step-join-code = Code
venue-step-join-qr = QR-code met het adres { $url }
venue-step-join-warning = Ziet u een waarschuwing? Kies ‘Geavanceerd’ of ‘Toon details’, en ga door naar de website.
