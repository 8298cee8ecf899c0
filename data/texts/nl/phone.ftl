# Wat de telefoon toont na het invullen: de uitkomst die de zaal ziet, en de tweede stemming.

phone-reveal-title = De uitkomst
phone-reveal-following = U ziet wat er op het scherm staat.
phone-reveal-alone = U bladert nu zelf.
phone-reveal-browse = Vrij bladeren
phone-reveal-follow = Volg het scherm
phone-reveal-previous = Vorige
phone-reveal-next = Volgende
phone-reveal-place = { $number } van { $total }
phone-reveal-too-few = Te weinig deelnemers om te tonen (minimaal { $threshold }).
phone-reveal-black = Kijk naar de begeleider.
phone-reveal-nothing = Op het scherm staat nu geen uitkomst.
phone-reveal-own = Uw antwoord: { $answer } (alleen op dit toestel)
phone-reveal-own-first = Eerst koos u: { $answer } (alleen op dit toestel)
phone-reveal-own-both = Eerst koos u: { $first }. Daarna: { $second } (alleen op dit toestel)

phone-vote-title = Tweede stemming: { $n ->
    [one] 1 vraag
   *[other] { $n } vragen
  }
phone-vote-lead = Na het gesprek mag u opnieuw antwoorden.
phone-vote-beside = Uw eerste antwoorden blijven staan. De zaal ziet straks beide uitkomsten naast elkaar.
phone-vote-join = Meedoen
phone-vote-busy = Even geduld…
phone-vote-decline = Ik doe niet mee aan deze stemming
phone-vote-after-all = Toch meedoen aan de tweede stemming ({ $n ->
    [one] 1 vraag
   *[other] { $n } vragen
  })
