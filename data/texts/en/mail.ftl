# What Meervoud sends by mail: plain text. No subject ever holds a name.

mail-invitation-subject = You have been invited to Meervoud
mail-invitation-text =
    Hello,

    { $inviter } invites you to work with { $organisation } in Meervoud.

    Open this link to look at the invitation and to accept it:
    { $url }

    The link works once, until { DATETIME($until, day: "numeric", month: "long", hour: "numeric", minute: "numeric") }.
    Do you not know the sender? Then you need not do anything.

mail-reset-subject = A new password for Meervoud
mail-reset-text =
    Hello { $name },

    Somebody asked for a new password for your Meervoud account. Choose it here:
    { $url }

    The link works once and for half an hour.
    Was this not you? Then you need not do anything. Your password stays as it is.

mail-reset-elsewhere-subject = Signing in to Meervoud
mail-reset-elsewhere-text =
    Hello { $name },

    Somebody asked for a new password for your Meervoud account. Your account has no password: you sign in through your organisation. You can do that here:
    { $url }

    Does that not work? Then ask whoever runs Meervoud for you.
    Was this not you? Then you need not do anything.

mail-password-changed-subject = Your password for Meervoud was changed
mail-password-changed-text =
    Hello { $name },

    A new password was chosen for your Meervoud account. { $how ->
        [reset] You have been signed out everywhere, and access codes for programs no longer work.
       *[change] You have been signed out in all other places.
    }

    Was this not you? Then choose a new password yourself at once:
    { $url }

mail-reminder-subject = A reminder from Meervoud
mail-reminder-text =
    Hello { $name },

    { $lines }

    Do you no longer want these reminders? Switch them off here:
    { $stop }
mail-reminder-review-today = Today you look back at an agreement of { $organisation }:
mail-reminder-review-soon = On { DATETIME($day, day: "numeric", month: "long") } you look back at an agreement of { $organisation }:
mail-reminder-ending = The access of { $member } to { $organisation } ends on { DATETIME($day, day: "numeric", month: "long") }. You can extend it here:

mail-round-subject = A round asks for your attention
mail-round-text =
    Hello { $name },

    { $lines }

    Do you no longer want these reminders? Switch them off here:
    { $stop }
mail-round-about = { $about ->
    [year] { $year }
   *[quarter] quarter { $about } of { $year }
}
mail-round-opened-together =
    At { $organisation } the round about { mail-round-about } has been opened. You fill it in together with your colleagues. { $until ->
        [day] You can do so up to and including { DATETIME($day, day: "numeric", month: "long") }.
       *[open] You decide when you are ready.
    }
mail-round-opened-each =
    At { $organisation } the round about { mail-round-about } has been opened. Share the code, and everyone can take part. { $until ->
        [day] They can do so up to and including { DATETIME($day, day: "numeric", month: "long") }.
       *[open] You close the round yourself.
    }
mail-round-reminder-together =
    At { $organisation } you are filling in the round about { mail-round-about } together. You can do so up to and including { DATETIME($day, day: "numeric", month: "long") }. Then one of you signs it off:
mail-round-reminder-each =
    At { $organisation } the round about { mail-round-about } is open up to and including { DATETIME($day, day: "numeric", month: "long") }. { $joined ->
        [one] One person takes part now.
       *[other] { $joined } people take part now.
    }{ $expected ->
        [0] { "" }
       *[other] { " " }You expect { $expected }.
    } Remind the others:
