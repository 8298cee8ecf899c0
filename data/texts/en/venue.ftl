# Preparing the room: can phones reach the laptop, and the sheet that takes people onto the Wi-Fi and into the round.

venue-title = Can phones reach this laptop?
venue-lead = Try it in the room, before people come. You need one phone, on the Wi-Fi of the room.
venue-closed = Now only this laptop itself can open Meervoud. Stop Meervoud and start it again with this command:
venue-no-network = This laptop is on no network now. Connect it to the Wi-Fi of the room and try again.
venue-look-again = Look again

venue-address = Address for phones
venue-address-hint = This laptop is on more than one network. Choose the address on the Wi-Fi of the room. Not sure which one that is? Try them one by one.
venue-self-made = The connection is encrypted with a certificate that this laptop made itself. So each phone shows a warning once. Choose ‘Advanced’ or ‘Show details’ there, and then ‘Proceed’ or ‘Visit this website’.

venue-scan-title = Scan this QR code with a phone
venue-scan-qr = QR code with the address { $url }
venue-scan-type = Or type this address in the browser of the phone:
venue-waiting = No phone seen yet. This page looks every two seconds.
venue-reached = A phone reached this laptop at { DATETIME($at, hour: "2-digit", minute: "2-digit", hourCycle: "h23") }.
venue-reached-times = { $n ->
    [one] That was the first time in this trial.
   *[other] Phones came through { $n } times in this trial.
  }
venue-stale = This page itself gets no answer from Meervoud for a moment. It keeps trying.

venue-causes-title = Does it fail? Check these
venue-cause-network = The phone is on another network or uses mobile data. Choose the Wi-Fi of the room on the phone and turn mobile data off for a moment.
venue-cause-guest = A guest network often keeps devices apart. Ask for a network that does not, or make one: with a router of your own, or with the hotspot of a phone.
venue-cause-firewall = The firewall of the laptop asks for permission. Allow Meervoud (the program is called Node) on this network.
venue-cause-vpn = A VPN is on, on the laptop or on the phone. Turn it off.
venue-causes-paper = Does nothing work in this room? Then print answer sheets before the meeting. They are on the page of the round.

venue-sheet-title = Sheet for the room
venue-sheet-lead = One sheet to put up or hand out: onto the Wi-Fi first, then into the round.
venue-sheet-closed = This round is not open now, so it has no code. Open the round first.
venue-sheet-back = To the round
venue-sheet-only-here = This address works on this laptop only. Phones cannot open it.
venue-sheet-check = See whether phones can reach this laptop
venue-sheet-wifi = The Wi-Fi of the room
venue-sheet-wifi-stays = What you fill in here stays in this browser, until you close the tab. It does not go to the server.
venue-sheet-name = Name of the network
venue-sheet-security = Security
venue-sheet-security-wpa = With a password (WPA)
venue-sheet-security-open = Open, without a password
venue-sheet-password = Password
venue-sheet-password-hint = Mind the capital letters. A Wi-Fi password has 8 to 63 characters.
venue-sheet-password-short = This password does not have 8 to 63 characters. The QR code will not work.
venue-sheet-print = Print
venue-sheet-wall = Show large
venue-sheet-wall-close = Close
venue-sheet-preview = This is the sheet

venue-step-wifi = 1. Join the Wi-Fi
venue-step-wifi-scan = Point your camera at the code, or choose this network:
venue-step-wifi-name = Network
venue-step-wifi-password = Password
venue-step-wifi-open = No password is needed.
venue-step-wifi-qr = QR code for the Wi-Fi { $name }
venue-step-join = 2. Take part
venue-step-join-only = Take part
venue-step-join-scan = Point your camera at the code, or type in the browser:
venue-step-join-address = Address
venue-step-join-code = Code
venue-step-join-qr = QR code with the address { $url }
venue-step-join-warning = Do you see a warning? Choose ‘Advanced’ or ‘Show details’, and go on to the website.
