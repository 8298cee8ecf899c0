# Who can help whom: what companies of a programme offer and need, what fits, and who helps whom.

programme-exchange-link = Offer or ask something
programme-exchange-title = Who can help whom
programme-exchange-lead = Say what your company has to offer, and what it needs. When something fits another company, you read it here. Only when both companies say yes, each learns who the other is.
programme-exchange-back = Back to { $programme }

# What is told
programme-exchange-told-title = What others get to see
programme-exchange-told-before = Before both said yes, the other company reads only this: the capital, the topic, and whether you are on the same business park. That last one is left out while it would say who you are. Not your name, and not your text.
programme-exchange-told-after = After both said yes, the other company reads your name, your business park, your text and the contact line that you typed.
programme-exchange-told-guess = On a small business park, people may guess who you are. Where only one other company could fit, the proposal itself says who it is.
programme-exchange-told-staff = People of the programme never read your text or your topic. They see how many offers and needs there are, and an arrow for every match that was agreed. Your name stands with that arrow only if you consented to be named. Companies on the park that let themselves be named see these arrows too. An arrow is left out where the business park alone would say which company it is.
programme-exchange-told-no = A no is not told to the other company.

# Own offers and needs
programme-exchange-own-title = What you offer and need
programme-exchange-own-none = Your company offers nothing and asks for nothing yet.
programme-exchange-own-most = { $n ->
    [one] 1 of 20 in use.
   *[other] { $n } of 20 in use.
}
programme-exchange-own-readers = Only an owner or a colleague who contributes can offer or ask something.
programme-exchange-offer = Offer something
programme-exchange-need = Ask for something
programme-exchange-is-offer = You offer: { $topic }
programme-exchange-is-need = You need: { $topic }
programme-exchange-capital-line = { $capital }, since { $day }
programme-exchange-match-ended = The other company stopped on { $day }. A match that you had agreed on has ended.
programme-exchange-end = End
programme-exchange-end-of = End: { $what }
programme-exchange-end-title = End this?
programme-exchange-end-about = What was proposed about it goes. A match that was agreed ends, and the other company sees that. Your text is deleted. You cannot change a text: end it and write a new one.
programme-exchange-end-yes = Yes, end it
programme-exchange-form-capital = Which capital?
programme-exchange-form-topic = Which topic?
programme-exchange-form-text-offer = What do you offer?
programme-exchange-form-text-need = What do you need?
programme-exchange-form-text-hint = At most 300 letters. Nobody else reads this until you both said yes.
programme-exchange-form-text-fault = Write a text of at most 300 letters.
programme-exchange-form-submit = Put it there

# Proposals and matches
programme-exchange-proposals-title = What fits
programme-exchange-proposals-none = Nothing fits yet. When another company offers what you need, or needs what you offer, you read it here.
programme-exchange-proposals-few = Nothing is proposed yet: that starts when three companies take part in this programme. With fewer, a proposal would say by itself who the other is.
programme-exchange-proposal-offer = A company needs what you offer: { $topic }
programme-exchange-proposal-need = A company offers what you need: { $topic }
programme-exchange-same-park = On your business park
programme-exchange-other-park = On another business park
programme-exchange-says-yes = You said yes. Waiting for the other company.
programme-exchange-says-no = You said no. The other company is not told.
programme-exchange-yes = Say yes
programme-exchange-no = Say no
programme-exchange-back-yes = Take back the yes
programme-exchange-back-no = Take back the no
programme-exchange-answer-of = { $answer } to: { $topic }
programme-exchange-yes-title = Say yes?
programme-exchange-yes-about = When the other company says yes too, it reads your name, your business park, your text and the line below. You can take your yes back until then.
programme-exchange-yes-contact = How can they reach you?
programme-exchange-yes-contact-hint = Such as a name with a telephone number. Only the other company reads this.
programme-exchange-yes-contact-fault = Type how they can reach you, in at most 200 letters.
programme-exchange-yes-submit = Yes, I want this
programme-exchange-agreed-title = Agreed
programme-exchange-agreed-offer = { $company } needs what you offer: { $topic }
programme-exchange-agreed-need = { $company } offers what you need: { $topic }
programme-exchange-agreed-line = { $park }, agreed on { $day }
programme-exchange-agreed-contact = Contact: { $contact }
programme-exchange-agreed-own = They read of you: { $contact }

# The value network
programme-exchange-network-title = Value network
programme-exchange-network-lead = Who helps whom in this programme. An arrow goes from the company that offers to the company that needs. The arrow is there once both companies said yes.
programme-exchange-network-staff = Only companies that consented to be named have a name here. What they wrote and about which topic is read by nobody but the two companies.
programme-exchange-network-own = An arrow goes from the company that offers to the company that needs. These are matches with a company on your business park.
programme-exchange-network-not-named = Companies on your business park that let themselves be named see here who helps whom. Your company did not consent to that.
programme-exchange-network-none = No match has been agreed yet.
programme-exchange-network-many = { $n } companies take part in this. That is too many for a picture that can be read, so there is only the list.
programme-exchange-network-many-park = Choose one business park for a picture.
programme-exchange-network-label = Picture of who helps whom. The list below says the same.
programme-exchange-network-park = Business park
programme-exchange-network-all = All business parks
programme-exchange-network-companies = Companies in the picture
programme-exchange-network-company = { $name }, { $park }
programme-exchange-network-unnamed = A company ({ $n })
programme-exchange-network-list = Who helps whom
programme-exchange-network-from = Offers
programme-exchange-network-to = Needs
programme-exchange-network-capital = Capital
programme-exchange-network-count = Matches
programme-exchange-open-title = What is open now
programme-exchange-open-about = Offers and needs of all companies in the programme. Small numbers are not told.
programme-exchange-open-offers = Offers
programme-exchange-open-needs = Needs
programme-exchange-open-few = fewer than 5

# Topics
programme-exchange-topic-training = Courses and training
programme-exchange-topic-mentoring = Mentoring and coaching
programme-exchange-topic-internships = Internships and apprenticeships
programme-exchange-topic-staff-sharing = Sharing staff
programme-exchange-topic-vitality = Health at work
programme-exchange-topic-vacancies = Finding staff
programme-exchange-topic-introductions = Introductions to others
programme-exchange-topic-meetings = Meeting each other
programme-exchange-topic-local-ties = Ties with the neighbourhood
programme-exchange-topic-joint-voice = Speaking with the municipality together
programme-exchange-topic-volunteers = Volunteers
programme-exchange-topic-expertise = Expertise and advice
programme-exchange-topic-digital = Computers and data
programme-exchange-topic-research = Research and trials
programme-exchange-topic-design = Designing products or services
programme-exchange-topic-standards = Certificates and standards
programme-exchange-topic-machines = Machines and tools
programme-exchange-topic-space = Space and storage
programme-exchange-topic-transport = Transport
programme-exchange-topic-charging = Charging points
programme-exchange-topic-maintenance = Maintenance of buildings and grounds
programme-exchange-topic-energy = Energy and heat
programme-exchange-topic-waste = Waste and leftover materials
programme-exchange-topic-water = Water
programme-exchange-topic-greenery = Plants and animals on the grounds
programme-exchange-topic-packaging = Packaging
programme-exchange-topic-purchasing = Buying together
programme-exchange-topic-assignments = Work and orders
programme-exchange-topic-investment = Investing
programme-exchange-topic-subsidies = Grants
programme-exchange-topic-insurance = Insurance and security
