//! The figures that can be worked on.

use crate::domain::codes::codes;
use crate::domain::effect::{Effect, Turn};

codes! {
    /// A figure that can be worked on.
    pub enum AimFigure {
        /// Won among the leads that closed.
        WinRate = "win-rate",
        /// Leads won a working day.
        Wins = "wins",
        /// The amount of a won lead.
        DealSize = "deal-size",
        /// Days from creation to the win.
        DaysToWin = "days-to-win",
        /// Words with customers a working day: calls, visits, messages, meetings, quotes.
        Activities = "activities",
        /// Visits and meetings a working day.
        Visits = "visits",
        /// Quotes a working day.
        Quotes = "quotes",
        /// New leads a working day.
        NewLeads = "new-leads",
        /// Open leads with a next step that is not overdue, among all that are open.
        NextSteps = "next-steps",
        /// Open leads about which something was done in four weeks, among all that are open.
        Fresh = "fresh",
    }
}

/// Which way a figure should go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

impl AimFigure {
    /// Which way it should go.
    pub const fn better(self) -> Better {
        match self {
            AimFigure::DaysToWin => Better::Lower,
            _ => Better::Higher,
        }
    }

    /// Whether a change of it is the one that is wanted.
    pub const fn turn(self, effect: Effect) -> Turn {
        match (effect, self.better()) {
            (Effect::DidNot, _) => Turn::Same,
            (Effect::CannotTell, _) => Turn::Unknown,
            (Effect::Rose, Better::Higher) | (Effect::Fell, Better::Lower) => Turn::Better,
            (Effect::Rose, Better::Lower) | (Effect::Fell, Better::Higher) => Turn::Worse,
        }
    }

    /// Whether it says how open leads stand at a moment, and not what came of some days. No record
    /// tells later how they stood, so that is kept when the work begins and when it ends.
    pub const fn is_of_a_moment(self) -> bool {
        matches!(self, AimFigure::NextSteps | AimFigure::Fresh)
    }

    /// Whether it counts over working days, those on which somebody was there.
    pub const fn is_counted(self) -> bool {
        match self {
            AimFigure::Wins
            | AimFigure::Activities
            | AimFigure::Visits
            | AimFigure::Quotes
            | AimFigure::NewLeads => true,
            AimFigure::WinRate
            | AimFigure::DealSize
            | AimFigure::DaysToWin
            | AimFigure::NextSteps
            | AimFigure::Fresh => false,
        }
    }
}
