# Antwoordvellen op papier, voor een zaal zonder netwerk.

paper-title = Antwoordvellen op papier
paper-lead = Voor een zaal zonder netwerk. Elk vel heeft dezelfde vragen als de telefoon, in dezelfde volgorde.
paper-language = Het vel is in de taal van deze pagina. Kies een andere taal met de knop bovenaan.
paper-print = Afdrukken
paper-print-hint = Druk voor elke deelnemer één exemplaar af, op A4 en op ware grootte (100%). Dubbelzijdig kan. Maak de bladen met een nietje aan elkaar vast.
paper-type-title = De vellen overtypen
paper-type-how = Typ elk vel over op de pagina voor telefoons. Kies na elk vel onderaan ‘Iemand anders gebruikt deze telefoon’. Dan begint een nieuw vel.
paper-type-anonymous = Deze ronde is anoniem. Laat de vellen overtypen door iemand van buiten de organisatie, en vernietig ze daarna.
paper-type-open = Vul bij elk vel de naam in die erop staat.
paper-type-go = Een vel overtypen
paper-type-closed = Overtypen kan als de ronde open is. Nu is de ronde niet open.
paper-back = Naar de ronde
paper-preview = Zo ziet het vel eruit

paper-sheet-anonymous = Deze ronde is anoniem. Schrijf uw naam niet op dit vel. Er komen alleen uitkomsten van een groep, en pas vanaf vijf mensen.
paper-sheet-open = Deze ronde is open. Uw naam staat bij uw antwoorden. Wie in deze organisatie bij de ronde kan, ziet wat u antwoordt.
paper-sheet-name = Uw naam
paper-sheet-group = Bij welke groep hoort u? Kruis één rondje aan.
paper-sheet-how = Kruis bij elke regel één rondje aan. { $kind ->
    [between] Hoe dichter bij een zin, hoe meer het daarop lijkt. Geen van beide kanten is fout.
    [words] Kies wat het best past.
    [steps] De zinnen bij 1 en 5 zeggen wat u dan ziet.
   *[anchors] De zinnen bij 1, 3 en 5 helpen u kiezen; 2 en 4 liggen ertussenin.
} Vergist u zich? Maak het rondje helemaal zwart en kruis een ander aan.
paper-sheet-horizons = Bij elke vraag staan { $n } regels:
paper-sheet-step = { $step } = { $words }
paper-sheet-unknown = weet ik niet
paper-sheet-not-applicable = n.v.t.
paper-sheet-not-applicable-long = ‘n.v.t.’ betekent: niet van toepassing.
