//! Whether amounts can be won: of everybody and of every part of the company, worked out piece by
//! piece, because it takes a forecast of each.

use std::collections::BTreeMap;

use super::Attainable;
use crate::domain::calendar::{Day, Span};
use crate::domain::exact::Exact;
use crate::domain::money::Money;
use crate::domain::quota::Row;
use crate::domain::smart::{Likely, Past, reach};
use crate::domain::workspace::Workspace;
use crate::present::forecast::Passed;
use crate::present::forecast::lands::{Landings, Lands};

/// An amount that somebody or some part is to win.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sought {
    /// Whose it is.
    pub row: Row,
    /// How much.
    pub quota: Money,
    /// What earlier periods brought, where there are enough.
    pub past: Option<Past>,
}

/// What can be attained, by row; whoever has no goal, or whose period is over, is missing.
pub type Attainables = BTreeMap<Row, Attainable>;

/// What can be attained on its way.
pub struct Reaching {
    sought: Vec<Sought>,
    landings: Landings,
}

impl Reaching {
    /// Begins with the goals of a stretch of days that is not over.
    pub fn begin(span: Span, today: Day, sought: Vec<Sought>) -> Reaching {
        let goals = sought.iter().map(|it| (it.row, it.quota)).collect();
        Reaching { sought, landings: Landings::begin(span, today, goals) }
    }

    /// Works on by a piece; whether everything is there.
    pub fn advance(&mut self, workspace: &Workspace, passed: &Passed) -> bool {
        self.landings.advance(workspace, passed)
    }

    /// What can be attained.
    pub fn finish(self) -> Attainables {
        let lands = self.landings.finish();
        let found = |it: Sought| (it.row, attainable(it, lands.get(&it.row).copied()));
        self.sought.into_iter().map(found).collect()
    }
}

fn attainable(sought: Sought, lands: Option<Lands>) -> Attainable {
    let exact = |it: Money| Exact::whole(it.minor.into());
    let likely = lands.map(|it| Likely {
        low: exact(it.low),
        middle: exact(it.likely),
        high: exact(it.high),
    });
    let (goal, past) = (exact(sought.quota), sought.past);
    Attainable { reach: reach(goal, likely, past), likely, past, lands }
}
