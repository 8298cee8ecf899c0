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

mail-round-subject = Een ronde vraagt uw aandacht
mail-round-text =
    Hallo { $name },

    { $lines }

    Wilt u deze herinneringen niet meer? Zet ze hier uit:
    { $stop }
mail-round-about = { $about ->
    [year] { $year }
   *[quarter] het { $about }e kwartaal van { $year }
}
mail-round-opened-together =
    Bij { $organisation } is de ronde over { mail-round-about } geopend. U vult hem samen met uw collega's in. { $until ->
        [day] Dat kan tot en met { DATETIME($day, day: "numeric", month: "long") }.
       *[open] U kiest zelf wanneer u klaar bent.
    }
mail-round-opened-each =
    Bij { $organisation } is de ronde over { mail-round-about } geopend. Deel de code, dan kan iedereen meedoen. { $until ->
        [day] Dat kan tot en met { DATETIME($day, day: "numeric", month: "long") }.
       *[open] U sluit de ronde zelf.
    }
mail-round-reminder-together =
    Bij { $organisation } vult u samen de ronde over { mail-round-about } in. Dat kan tot en met { DATETIME($day, day: "numeric", month: "long") }. Daarna ondertekent iemand van u:
mail-round-reminder-each =
    Bij { $organisation } loopt de ronde over { mail-round-about } tot en met { DATETIME($day, day: "numeric", month: "long") }. { $joined ->
        [one] Er doet nu één persoon mee.
       *[other] Er doen nu { $joined } mensen mee.
    }{ $expected ->
        [0] { "" }
       *[other] { " " }U verwacht er { $expected }.
    } Herinner de anderen eraan:
