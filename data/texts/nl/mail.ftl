# Wat Meervoud per e-mail stuurt: platte tekst. In een onderwerp staat nooit een naam.

mail-invitation-subject = U bent uitgenodigd voor Meervoud
mail-invitation-text =
    Hallo,

    { $inviter } nodigt u uit om mee te werken met { $organisation } in Meervoud.

    Open deze link om de uitnodiging te bekijken en aan te nemen:
    { $url }

    De link werkt één keer, tot { DATETIME($until, day: "numeric", month: "long", hour: "numeric", minute: "numeric") }.
    Kent u deze afzender niet? Dan hoeft u niets te doen.

mail-reset-subject = Een nieuw wachtwoord voor Meervoud
mail-reset-text =
    Hallo { $name },

    Er is een nieuw wachtwoord gevraagd voor uw account bij Meervoud. Kies dat hier:
    { $url }

    De link werkt één keer en een half uur lang.
    Hebt u dit niet zelf gevraagd? Dan hoeft u niets te doen. Uw wachtwoord blijft zoals het is.

mail-reset-elsewhere-subject = Inloggen bij Meervoud
mail-reset-elsewhere-text =
    Hallo { $name },

    Er is een nieuw wachtwoord gevraagd voor uw account bij Meervoud. Uw account heeft geen wachtwoord: u logt in via uw organisatie. Dat kan hier:
    { $url }

    Lukt dat niet? Vraag dan hulp aan wie Meervoud voor u beheert.
    Hebt u dit niet zelf gevraagd? Dan hoeft u niets te doen.

mail-password-changed-subject = Uw wachtwoord voor Meervoud is veranderd
mail-password-changed-text =
    Hallo { $name },

    Voor uw account bij Meervoud is een nieuw wachtwoord gekozen. { $how ->
        [reset] U bent overal uitgelogd, en toegangscodes voor programma's werken niet meer.
       *[change] Op alle andere plekken bent u uitgelogd.
    }

    Was u dit niet? Kies dan meteen zelf een nieuw wachtwoord:
    { $url }

mail-reminder-subject = Herinnering van Meervoud
mail-reminder-text =
    Hallo { $name },

    { $lines }

    Wilt u deze herinneringen niet meer? Zet ze hier uit:
    { $stop }
mail-reminder-review-today = Vandaag kijkt u bij { $organisation } terug op een afspraak:
mail-reminder-review-soon = Op { DATETIME($day, day: "numeric", month: "long") } kijkt u bij { $organisation } terug op een afspraak:
mail-reminder-ending = De toegang van { $member } tot { $organisation } stopt op { DATETIME($day, day: "numeric", month: "long") }. Verlengen kan hier:
