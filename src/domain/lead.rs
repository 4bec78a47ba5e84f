//! Leads: what may be sold to whom, by whom, and how far it has come.

use std::fmt;
use std::str::FromStr;

use super::assignment::reason::Reason;
use super::calendar::Day;
use super::id::{CustomerId, ImportId, LeadId, PersonId, ProductId, StageId};
use super::link::Link;
use super::money::Money;
use super::pipeline::{Outcome, Stage};
use super::product_line::ProductLine;
use super::value::{Field, Value};
use super::workspace::Workspace;

record! {
    /// A lead, from first word to won or lost.
    pub struct Lead(LeadId) {
        /// What it is about; a lead without a name is known by its customer.
        name: String,
        /// The customer.
        customer: Option<CustomerId>,
        /// Who works on it; nobody yet means it waits to be assigned.
        owner: Option<PersonId>,
        /// How far it has come.
        stage: Option<StageId>,
        /// The day it came to this stage, where that is known.
        stage_since: Option<Day>,
        /// What it is worth.
        amount: Option<Money>,
        /// What is being sold; where there are lines, the product of the first.
        product: Option<ProductId>,
        /// The day it was created or first engaged.
        created: Option<Day>,
        /// While open the day it is expected to close, afterwards the day it did.
        closes: Option<Day>,
        /// The owner's own odds in percent, 0 to 100.
        probability: Option<i64>,
        /// Where it came from.
        source: String,
        /// What is to be done next.
        next_step: String,
        /// When that is to be done.
        next_step_on: Option<Day>,
        /// The people to talk to there.
        contacts: String,
        /// What the customer needs.
        needs: String,
        /// Why it was lost.
        loss_reason: String,
        /// How hard it is: 1 simple, 2 usual, 3 complex; none counts as usual.
        complexity: Option<i64>,
        /// The language to sell in.
        language: String,
        /// Remarks.
        note: String,
        /// The key in the system it was imported from.
        external: String,
        /// The file and row it was last changed from.
        origin: Option<Origin>,
        /// Who claimed it out of the pool.
        claimed_by: Option<PersonId>,
        /// The day it was claimed.
        claimed: Option<Day>,
        /// Why it went back to the pool, each time; the latest last.
        returned: Vec<String>,
        /// The day it last went back.
        returned_on: Option<Day>,
        /// The lead that it was merged into; it is gone then.
        merged_into: Option<LeadId>,
        /// Words to find it by.
        tags: Vec<String>,
        /// Addresses of what belongs to it.
        links: Vec<Link>,
        /// How urgent it is.
        priority: Priority,
        /// What is being sold, line by line; none means its product for the whole amount.
        lines: Vec<ProductLine>,
        /// Whether its amount is the sum of its lines.
        follows_lines: bool,
        /// The stages it passed before it was first recorded here, as its source tells.
        passed: Vec<Passage>,
        /// To whom a proposal gave it, and why.
        given: Option<Reason>,
    }
}

/// How urgent a lead is, the most urgent first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// Before all others.
    High,
    /// As usual.
    #[default]
    Normal,
    /// After all others.
    Low,
}

/// A text that names no priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPriority;

impl Priority {
    /// Every priority, the most urgent first.
    pub const ALL: [Priority; 3] = [Priority::High, Priority::Normal, Priority::Low];
}

impl fmt::Display for Priority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Priority::High => "high",
            Priority::Normal => "normal",
            Priority::Low => "low",
        })
    }
}

impl FromStr for Priority {
    type Err = NotAPriority;

    fn from_str(text: &str) -> Result<Priority, NotAPriority> {
        Priority::ALL.into_iter().find(|it| it.to_string() == text).ok_or(NotAPriority)
    }
}

impl Field for Priority {
    fn to_value(&self) -> Value {
        match self {
            Priority::Normal => Value::Null,
            urgency => Value::text(urgency.to_string()),
        }
    }

    fn from_value(value: &Value) -> Option<Priority> {
        value.as_text()?.parse().ok()
    }
}

/// Where an imported record came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The run of the import.
    pub import: ImportId,
    /// The row of the file as a spreadsheet counts it: the header is row 1.
    pub row: u32,
}

/// A text that is not an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnOrigin;

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.import, self.row)
    }
}

impl FromStr for Origin {
    type Err = NotAnOrigin;

    fn from_str(text: &str) -> Result<Origin, NotAnOrigin> {
        let (import, row) = text.split_once(':').ok_or(NotAnOrigin)?;
        let import = import.parse().map_err(|_| NotAnOrigin)?;
        Ok(Origin { import, row: row.parse().map_err(|_| NotAnOrigin)? })
    }
}

/// A stage that a lead came to, with the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The stage.
    pub stage: StageId,
    /// The day it came to it.
    pub entered: Day,
}

/// A text that names no stage and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPassage;

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.stage, self.entered)
    }
}

impl FromStr for Passage {
    type Err = NotAPassage;

    fn from_str(text: &str) -> Result<Passage, NotAPassage> {
        let (stage, entered) = text.split_once(':').ok_or(NotAPassage)?;
        let stage = stage.parse().map_err(|_| NotAPassage)?;
        Ok(Passage { stage, entered: entered.parse().map_err(|_| NotAPassage)? })
    }
}

super::value::text_scalar!(Origin, Passage);

impl Lead {
    /// The stage it is in.
    pub fn stage_in(&self, workspace: &Workspace) -> Option<Stage> {
        workspace.stages.find(self.stage).cloned()
    }

    /// Open, won or lost; a lead without a stage is open.
    pub fn outcome(&self, workspace: &Workspace) -> Outcome {
        workspace.stages.find(self.stage).map_or(Outcome::Open, |stage| stage.outcome)
    }

    /// How many whole days it has been in its stage; `None` where that is not known.
    pub fn days_in_stage(&self, today: Day) -> Option<i64> {
        Some(today.days_since(self.stage_since?).max(0))
    }

    /// Days from creation to close, for a closed lead with both dates.
    pub fn days_to_close(&self) -> Option<i64> {
        Some(self.closes?.days_since(self.created?))
    }
}
