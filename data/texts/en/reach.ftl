# What a phone shows that tries the network, before a meeting starts.

reach-other-language = Nederlands
reach-busy = One moment…
reach-done-title = This phone reaches the laptop
reach-done = The laptop now says that this phone is there. You can close this page.
reach-over-title = This trial is over
reach-failed-title = The laptop does not answer yet
reach-try-network = Is this phone on the same Wi-Fi as the laptop? Turn mobile data off for a moment.
reach-try-vpn = Is a VPN on? Turn it off.
reach-try-near = Is the signal weak? Go nearer to the access point.
reach-retry = Try again
