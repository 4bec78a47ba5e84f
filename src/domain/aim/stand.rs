//! How the open leads of somebody stand at a moment: with a next step, and with something done.

use std::fmt;
use std::str::FromStr;

use super::figure::AimFigure;
use crate::domain::activity::LastActivities;
use crate::domain::calendar::Day;
use crate::domain::codes::NotACode;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::value::text_scalar;
use crate::domain::workspace::Workspace;

/// For how many days a lead is fresh after something was done about it.
const FRESH_DAYS: i64 = 28;

/// What is asked of open leads on a day.
pub struct Stand {
    last: LastActivities,
    today: Day,
}

/// How open leads stood on a day: as they should be, among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// The day.
    pub on: Day,
    /// How many were as they should be.
    pub hits: u64,
    /// How many there were.
    pub trials: u64,
}

impl Stand {
    /// What was done up to and on a day.
    pub fn on(workspace: &Workspace, today: Day) -> Stand {
        Stand { last: LastActivities::by(workspace, today), today }
    }

    /// Whether a lead has a next step that is not overdue.
    pub fn has_next_step(&self, lead: &Lead) -> bool {
        lead.next_step_on.is_some_and(|day| self.today <= day)
    }

    /// Whether something was done about a lead of late, or it is new.
    pub fn is_fresh(&self, id: LeadId, lead: &Lead) -> bool {
        let touched = self.last.of_lead(id).or(lead.created);
        touched.is_some_and(|day| self.today.days_since(day) <= FRESH_DAYS)
    }
}

impl Stood {
    /// How the open leads of a person stand on the day that it is; `None` for a figure that is of no
    /// moment.
    pub fn now(
        workspace: &Workspace,
        person: PersonId,
        figure: AimFigure,
        today: Day,
    ) -> Option<Stood> {
        let is_well: fn(&Stand, LeadId, &Lead) -> bool = match figure {
            AimFigure::NextSteps => |stand, _, lead| stand.has_next_step(lead),
            AimFigure::Fresh => Stand::is_fresh,
            _ => return None,
        };
        let stand = Stand::on(workspace, today);
        let (mut hits, mut trials) = (0, 0);
        for (id, lead) in open_leads(workspace, person) {
            trials += 1;
            hits += u64::from(is_well(&stand, id, lead));
        }
        Some(Stood { on: today, hits, trials })
    }
}

/// The open leads of a person.
pub fn open_leads(
    workspace: &Workspace,
    person: PersonId,
) -> impl Iterator<Item = (LeadId, &Lead)> {
    let own = workspace.leads.iter().filter(move |(_, it)| it.owner == Some(person));
    own.filter(|(_, it)| it.outcome(workspace) == Outcome::Open)
}

impl fmt::Display for Stood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.on, self.hits, self.trials)
    }
}

impl FromStr for Stood {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Stood, NotACode> {
        let mut parts = text.split(':');
        let (Some(on), Some(hits), Some(trials), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotACode);
        };
        let number = |it: &str| it.parse::<u64>().map_err(|_| NotACode);
        let (hits, trials) = (number(hits)?, number(trials)?);
        let on = on.parse().map_err(|_| NotACode)?;
        if trials < hits { Err(NotACode) } else { Ok(Stood { on, hits, trials }) }
    }
}

text_scalar!(Stood);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::day;

    #[test]
    fn how_leads_stood_is_read_back() {
        let stood = Stood { on: day("2026-11-25"), hits: 3, trials: 12 };
        assert_eq!(stood.to_string().parse(), Ok(stood));
        for wrong in ["", "2026-11-25:3", "2026-11-25:13:12", "2026-11-25:3:12:1", "x:3:12"] {
            assert_eq!(wrong.parse::<Stood>(), Err(NotACode), "{wrong}");
        }
    }
}
