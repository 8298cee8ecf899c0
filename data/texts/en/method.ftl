# How it works: one page in plain words.

method-title = How Meervoud works
method-lead = An organisation is worth more than its money. With Meervoud you look together at six kinds of value, inside your organisation and outside it.
method-steps = In five steps
method-step-1 = Observe: everyone answers the same questions alone.
method-step-2 = Judge: together you see six scores, the balance between them, and where you agree or disagree.
method-step-3 = Investigate: you find out which behaviour is behind it.
method-step-4 = Influence: you agree what to do differently, and who takes it on.
method-step-5 = Look back: in the next round you see what has changed.

method-capitals = The six kinds of value
method-capitals-intro = They are also called capitals: a stock that can grow, stay as it is or crumble away.
method-capital-human = Human
method-capital-human-about = What people can do, how healthy they are and how gladly they do their work.
method-capital-social = Social and relationship
method-capital-social-about = Trust between people and the bond with others, inside the organisation and outside it.
method-capital-intellectual = Intellectual
method-capital-intellectual-about = Knowledge, data, ways of working and new ideas.
method-capital-manufactured = Manufactured
method-capital-manufactured-about = Buildings, machines, products, roads and networks that people have made.
method-capital-natural = Natural
method-capital-natural-about = Air, water, soil, raw materials, plants and animals that we live on.
method-capital-financial = Financial
method-capital-financial-about = The money that we have, earn, spend and share.
method-capitals-more = Each question is about inside (what our conduct does in our own organisation) or outside (in the chain, on the business park, in the neighbourhood and in nature). A round can also ask where things are going if we go on like this.

method-answers = What people fill in
method-answers-scale = Each question has five steps: from crumbling away (1) through staying as it is (3) to growing (5). At 1, 3 and 5 a sentence says what you would see.
method-answers-missing = 'I do not know', 'Does not apply' and 'not answered yet' are three different things. They never count as zero.
method-answers-blind = Who answers does not see which value a question belongs to. So nobody steers the outcome.

method-scores = How the scores are made
method-scores-intro = All scores run from 0 to 100. When there is too little to make a score, there is no score.
method-score-item = Score of a question
method-score-item-about = The mean of the answers, converted: step 1 is 0, step 3 is 50 and step 5 is 100.
method-score-capital = Score of a value
method-score-capital-about = The mean of the questions, first for inside and outside apart. At least half of the questions must have a score.
method-score-level = Level
method-score-level-about = The mean of the six scores.
method-score-balance = Balance, and what imbalance costs
method-score-balance-about = The balance is 1 when all six are equal, and lower when they lie further apart. We also say in points what imbalance costs. For this sum each score is shifted a little (from 1 to 100), so that one zero does not wipe out the rest.
method-score-floor = Lowest
method-score-floor-about = The value with the lowest score, or more than one when they are equal.
method-score-gate = Out of balance
method-score-gate-about = We say this when a score of inside or outside is below 25, or when more than one value is below 50.
method-score-gap = Difference between inside and outside
method-score-gap-about = The score of outside minus that of inside.
method-score-agreement = Agreed or divided
method-score-agreement-about = How far answers lie from the middle on average. From five answers on we also say one word: agreed, mixed or divided. Agreeing is not the same as being right.
method-score-coverage = How much was filled in
method-score-coverage-about = This always stands apart from the score: few answers is something else than a low score.
method-scores-total = There is no final mark and no ranking. One number would hide what matters.

method-others = Other questionnaires
method-others-about = Beside the six values there are three short questionnaires: six lines between two ways of working (sociosphere), three principles and seven principles. There each question stands for itself. They never count in the six scores, and there is no mean of them. For a whole business park there is a questionnaire of its own, about the same six values. It asks how things are now and what you want in three years. The result of a park is never added up with that of companies.

method-privacy = What we do not show
method-privacy-mode = A round is anonymous or open. That is fixed before the first answer, and each participant reads it beforehand.
method-privacy-five = When a round is anonymous, we show nothing about fewer than five people: no question, no group and no score.
method-privacy-difference = Nor do we show anything from which you could work that out by subtracting. When a few answers come later, the earlier outcome stands until there are enough.
method-privacy-rounding = Scores are rounded. With few answers there is a word instead of a number.
method-privacy-text = Text that people add in an anonymous round is shown only when ten or more people wrote something.
method-privacy-server = Everything is on the server of whoever looks after Meervoud. Nothing goes to others, and there are no cookies to follow you.
method-privacy-operator = To be honest: whoever looks after the server can reach the stored data. In an anonymous round there is no name with it.

method-source = Where it comes from
method-source-questions = The method is inspired by the seven questions of Westerdijk and Riepma. It is not the OK! questionnaire: all questions and texts were written anew.
method-source-references = Each question has references to the <IR> Framework, GRI, VSME and the SDGs. The GRI numbers still need one check against the official edition.
