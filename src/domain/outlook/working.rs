//! An outlook that is worked out piece by piece.

use super::{
    Chance, EARLIER_STEP, Known, MOST_EARLIER, Outlook, Question, SEED, expected, kept, parts,
};
use crate::domain::landing::{Deal, Making};

/// An outlook that is worked out piece by piece, so that others have their turn in between. It is
/// to be given the same leads and question each time.
#[derive(Clone, Debug, PartialEq)]
pub struct Working {
    /// What is found so far; all of it once it is done.
    pub found: Outlook,
    /// How many earlier days the same was asked of.
    asked: i64,
    landing: Landed,
}

/// How far it is with where the period will land.
#[derive(Clone, Debug, PartialEq)]
enum Landed {
    /// It is not looked at yet.
    Ahead,
    /// The open deals are gone through.
    Making(Making),
    /// They are; new leads and what came of earlier expectations are still to come.
    OfOpen,
    /// New leads are in it.
    WithFresh,
    /// It is done, or cannot be said.
    Done,
}

impl Working {
    /// Begins with what is won and what open leads and new ones are expected to bring.
    pub fn begin(leads: &[Known], question: Question) -> Working {
        let found = expected(leads, question);
        let is_settled = found.closed.is_some_and(|it| it.is_settled());
        let is_done = !is_settled || question.span.last < question.today;
        let landing = if is_done { Landed::Done } else { Landed::Ahead };
        Working { found, asked: 0, landing }
    }

    /// Works on by a piece; whether all of it is done.
    pub fn advance(&mut self, leads: &[Known], question: Question) -> bool {
        let found = &mut self.found;
        match &mut self.landing {
            Landed::Done => return true,
            Landed::Ahead if self.asked < MOST_EARLIER => {
                found.kept.extend(kept(leads, question, EARLIER_STEP * self.asked));
                self.asked += 1;
            }
            Landed::Ahead => {
                let deal = |it: &Chance| Deal { amount: it.amount, odds: it.odds };
                let deals: Vec<Deal> = found.open.iter().map(deal).collect();
                self.landing = Landed::Making(Making::begin(found.won, &deals, SEED));
            }
            Landed::Making(making) => {
                if let Some(landing) = making.advance() {
                    found.landing = Some(landing.clone());
                    self.landing = Landed::OfOpen;
                }
            }
            Landed::OfOpen => {
                found.landing = found.landing.as_ref().map(|it| it.with_any_of(&found.fresh));
                self.landing = Landed::WithFresh;
            }
            Landed::WithFresh => {
                let parts = parts(&found.kept);
                found.landing =
                    found.landing.as_ref().map(|it| it.with_any_part(found.won, &parts));
                self.landing = Landed::Done;
                return true;
            }
        }
        false
    }
}
