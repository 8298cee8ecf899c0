command-help = Meervoud: zes waarden naast elkaar. Gebruik: meervoud <opdracht> [opties]
command-settings = Instellingen (omgevingsvariabelen; elk ook als NAAM_FILE met een bestand):
command-unknown = De opdracht "{ $name }" bestaat niet. Typ "meervoud --help" voor de lijst.
command-failed = Er ging iets mis dat niet had mogen gebeuren. Er is niets half opgeslagen. Meld dit met de regels hieronder.

command-serve = start de server en toont het adres om te openen
command-serve-help =
    meervoud serve [--lan]
    Start de server. Het adres om te openen staat op het scherm.
    --lan   luistert ook op het netwerk van de zaal, alleen voor deelnemers, en toont een QR-code
serve-open = Meervoud is klaar. Open: { $address }
serve-lan = Deelnemers in dezelfde ruimte openen: { $address }
serve-stopping = Meervoud stopt en maakt af wat bezig was.

command-migrate = werkt de database bij zonder te starten
command-migrate-help =
    meervoud migrate
    Werkt de database bij naar deze versie.
migrate-done =
    { $n ->
        [0] De database was al bij.
        [one] De database is bijgewerkt met 1 stap:
       *[other] De database is bijgewerkt met { $n } stappen:
    }

start-wrong-settings =
    { $n ->
        [one] Een instelling klopt niet:
       *[other] { $n } instellingen kloppen niet:
    }
start-database-in-use = De database in { $path } is al in gebruik door een andere Meervoud. Stop die eerst, of kies een andere map met DATA_DIR.
start-database-unreadable = De database { $path } kan niet worden gelezen. Zet een back-up terug, of kies een andere map met DATA_DIR. Er is niets veranderd.
start-database-newer = Deze database is gemaakt door een nieuwere versie van Meervoud. Installeer die versie. Er is niets veranderd.
start-database-unreachable = PostgreSQL is niet bereikbaar op het adres in DATABASE_URL. Controleer het adres, het wachtwoord en of de server draait.
start-database-unsafe = De database staat zo ingesteld dat antwoorden verloren kunnen gaan ({ $setting }). Meervoud start zo niet.
start-data-dir-unusable = In de map { $path } kan Meervoud niet schrijven. Controleer de rechten, of kies een andere map met DATA_DIR.
start-port-in-use = Poort { $port } is al in gebruik. Stop het andere programma, of kies een andere poort met PORT.
start-host-not-here = Op het adres { $host }, poort { $port }, kan Meervoud niet luisteren. Controleer HOST en PORT.
start-instrument-changed = Een vragenlijst die al gebruikt is, is daarna veranderd. Zet de bestanden terug, of maak een nieuwe versie:
start-instrument-faulty =
    { $n ->
        [one] Er zit een fout in een vragenlijst:
       *[other] Er zitten { $n } fouten in een vragenlijst:
    }
start-web-not-built = De pagina's van Meervoud zijn nog niet gebouwd. Start met "npm start".
