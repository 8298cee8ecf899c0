command-help = Meervoud: six capitals side by side. Usage: meervoud <command> [options]
command-settings = Settings (environment variables; each also as NAME_FILE with a file):
command-unknown = There is no command "{ $name }". Type "meervoud --help" for the list.
command-failed = Something went wrong that should not have. Nothing was stored by halves. Please report it with the lines below.

command-serve = starts the server and prints the address to open
command-serve-help =
    meervoud serve [--lan]
    Starts the server. The address to open is printed.
    --lan   also listens on the network of the room, for participants only, and prints a QR code
serve-open = Meervoud is ready. Open: { $address }
serve-lan = Participants in the same room open: { $address }
serve-stopping = Meervoud stops and finishes what was going on.

command-migrate = brings the database up to date without starting
command-migrate-help =
    meervoud migrate
    Brings the database up to this version.
migrate-done =
    { $n ->
        [0] The database was up to date.
        [one] The database was brought up to date in 1 step:
       *[other] The database was brought up to date in { $n } steps:
    }

start-wrong-settings =
    { $n ->
        [one] A setting is wrong:
       *[other] { $n } settings are wrong:
    }
start-database-in-use = The database in { $path } is in use by another Meervoud. Stop that one first, or choose another folder with DATA_DIR.
start-database-unreadable = The database { $path } cannot be read. Restore a backup, or choose another folder with DATA_DIR. Nothing was changed.
start-database-newer = This database was made by a newer version of Meervoud. Install that version. Nothing was changed.
start-database-unreachable = PostgreSQL cannot be reached at the address in DATABASE_URL. Check the address, the password and whether the server runs.
start-database-unsafe = The database is set so that answers can get lost ({ $setting }). Meervoud does not start like this.
start-data-dir-unusable = Meervoud cannot write in the folder { $path }. Check its permissions, or choose another folder with DATA_DIR.
start-port-in-use = Port { $port } is in use. Stop the other program, or choose another port with PORT.
start-host-not-here = Meervoud cannot listen on the address { $host }, port { $port }. Check HOST and PORT.
start-instrument-changed = A questionnaire that was used before has changed since. Put its files back, or make a new version:
start-instrument-faulty =
    { $n ->
        [one] There is a fault in a questionnaire:
       *[other] There are { $n } faults in a questionnaire:
    }
start-web-not-built = Meervoud's pages have not been built yet. Start it with "npm start".
