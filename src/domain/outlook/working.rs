//! An outlook that is worked out piece by piece.

use super::{
    Chance, EARLIER_STEP, Known, MOST_EARLIER, Outlook, Question, SEED, expected, kept, parts,
};
use crate::domain::landing::{Deal, Landing};

/// An outlook that is worked out piece by piece, so that others have their turn in between. It is
/// to be given the same leads and question each time.
#[derive(Clone, Debug, PartialEq)]
pub struct Working {
    /// What is found so far; all of it once it is done.
    pub found: Outlook,
    /// How many earlier days the same was asked of.
    asked: i64,
    is_done: bool,
}

impl Working {
    /// Begins with what is won and what open leads and new ones are expected to bring.
    pub fn begin(leads: &[Known], question: Question) -> Working {
        let found = expected(leads, question);
        let is_settled = found.closed.is_some_and(|it| it.is_settled());
        let is_done = !is_settled || question.span.last < question.today;
        Working { found, asked: 0, is_done }
    }

    /// Works on by a piece; whether all of it is done.
    pub fn advance(&mut self, leads: &[Known], question: Question) -> bool {
        let found = &mut self.found;
        match &found.landing {
            _ if self.is_done => {}
            _ if self.asked < MOST_EARLIER => {
                found.kept.extend(kept(leads, question, EARLIER_STEP * self.asked));
                self.asked += 1;
            }
            None => {
                let deal = |it: &Chance| Deal { amount: it.amount, odds: it.odds };
                let deals: Vec<Deal> = found.open.iter().map(deal).collect();
                found.landing = Some(Landing::new(found.won, &deals, SEED));
            }
            Some(landing) => {
                let landing = landing.with_any_of(&found.fresh);
                found.landing = Some(landing.with_any_part(found.won, &parts(&found.kept)));
                self.is_done = true;
            }
        }
        self.is_done
    }
}
