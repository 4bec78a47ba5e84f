//! Pay worked out in pieces, a period a piece, so that a page stays alive meanwhile. The outcome is
//! that of [`pay`](super::pay::pay).

use super::CannotPay;
use super::cycle::Turn;
use super::facts::Facts;
use super::gather::{Gathered, WithQuota, gather};
use super::pay::{Held, Paid, Payroll, Slip};
use super::plan::Plan;
use crate::domain::calendar::Period;
use crate::domain::id::PersonId;
use crate::domain::workspace::Workspace;

/// Pay on its way.
pub struct Making {
    plan: Plan,
    facts: Facts,
    held: Option<Held>,
    turn: usize,
    slips: Vec<Slip>,
}

impl Making {
    /// Begins; nothing is reckoned yet.
    pub fn begin(plan: Plan, facts: Facts) -> Making {
        Making { plan, facts, held: None, turn: 0, slips: Vec::new() }
    }

    /// Works on by a piece; nothing while there is more to do.
    ///
    /// # Errors
    /// [`CannotPay`] where the facts lack what the plan goes by.
    pub fn advance(&mut self) -> Option<Result<Paid, CannotPay>> {
        match self.piece() {
            Ok(paid) => paid.map(Ok),
            Err(why) => Some(Err(why)),
        }
    }

    fn piece(&mut self) -> Result<Option<Paid>, CannotPay> {
        let Some(held) = self.held.take() else {
            self.held = Some(Payroll::new(&self.plan, &self.facts)?.hold());
            return Ok(None);
        };
        let mut payroll = Payroll::resume(&self.plan, &self.facts, held);
        if self.turn < payroll.turns().len() {
            payroll.pay_turn(self.turn, &mut self.slips)?;
            self.turn += 1;
        }
        if self.turn < payroll.turns().len() {
            self.held = Some(payroll.hold());
            return Ok(None);
        }
        let (turns, ends) = (payroll.turns().to_vec(), payroll.ends());
        Ok(Some(Paid { turns, slips: std::mem::take(&mut self.slips), ends }))
    }

    /// How far it is, 0 to 1.
    pub fn share(&self) -> f64 {
        let Some(all) = self.held.as_ref().map(Held::count) else { return 0.0 };
        self.turn as f64 / all.max(1) as f64
    }
}

/// What a plan pays the people of a workspace, as [`Making`], but who lacks a quota that the plan goes by is left out, and it begins anew.
pub struct QuotaMaking {
    gathered: Gathered,
    making: Making,
    left_out: Vec<(PersonId, Turn)>,
}

impl QuotaMaking {
    /// Gathers what a plan goes by until the end of a period.
    pub fn begin(
        workspace: &Workspace,
        (plan, paid): (&Plan, &[PersonId]),
        last: Period,
    ) -> QuotaMaking {
        let mut gathered = gather(workspace, (plan, paid), last, &[]);
        let facts = std::mem::take(&mut gathered.facts);
        let making = Making::begin(plan.clone(), facts);
        QuotaMaking { gathered, making, left_out: Vec::new() }
    }

    /// Works on by a piece; nothing while there is more to do.
    ///
    /// # Errors
    /// [`CannotPay`] where records lack something else than a quota.
    pub fn advance(&mut self) -> Option<Result<WithQuota, CannotPay>> {
        let (name, turn) = match self.making.advance()? {
            Ok(paid) => {
                self.gathered.facts = std::mem::take(&mut self.making.facts);
                let gathered = std::mem::take(&mut self.gathered);
                let left_out = std::mem::take(&mut self.left_out);
                return Some(Ok(WithQuota { gathered, paid, left_out }));
            }
            Err(CannotPay::NoQuota(name, turn)) => (name, turn),
            Err(why) => return Some(Err(why)),
        };
        let members = &mut self.making.facts.members;
        let place = members.iter().position(|it| it.id == name && !it.is_paid_elsewhere);
        let Some(place) = place else { return Some(Err(CannotPay::NoQuota(name, turn))) };
        members[place].is_paid_elsewhere = true;
        self.left_out.push((self.gathered.people[place], turn));
        (self.making.held, self.making.turn) = (None, 0);
        self.making.slips.clear();
        None
    }

    /// How far it is, 0 to 1.
    pub fn share(&self) -> f64 {
        self.making.share()
    }
}
