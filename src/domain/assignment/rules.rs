//! The rules of assignment, as the manager sets them.

use crate::domain::codes::codes;
use crate::domain::id::{RecordId, RulesId};

record! {
    /// What is forbidden, and what counts how much. A weight is 0 for not at all, 1 as usual, 2
    /// strongly; none is 1.
    pub struct AssignmentRules(RulesId) {
        /// Whether only who knows the product may take a lead.
        needs_skill: bool,
        /// Whether only who speaks the language may take a lead.
        needs_language: bool,
        /// Whether only who sells in the customer's place may take a lead.
        needs_territory: bool,
        /// How much knowing the product counts.
        skill: Option<i64>,
        /// How much it counts that seniors get what is valuable or complex, and newcomers the rest.
        experience: Option<i64>,
        /// How much the past win rate on such leads counts.
        record: Option<i64>,
        /// How much free room counts.
        load: Option<i64>,
        /// How much it counts that everybody's open leads are worth about the same.
        balance: Option<i64>,
    }
}

codes! {
    /// What a person's fit is made of.
    pub enum Factor {
        /// Knowing the product.
        Skill = "skill",
        /// Experience against value and complexity.
        Experience = "experience",
        /// The past win rate on such leads.
        Record = "record",
        /// Free room.
        Load = "load",
        /// Expected value against the others'.
        Balance = "balance",
    }
}

impl AssignmentRules {
    /// The id of the one record.
    pub const ID: RulesId = RulesId(RecordId(1));

    /// How much a factor counts: 0, 1 or 3.
    pub fn weight(&self, factor: Factor) -> i64 {
        match self.strength(factor) {
            0 => 0,
            1 => 1,
            _ => 3,
        }
    }

    /// How strongly a factor counts: 0 not at all, 1 as usual, 2 strongly.
    pub fn strength(&self, factor: Factor) -> i64 {
        let set = match factor {
            Factor::Skill => self.skill,
            Factor::Experience => self.experience,
            Factor::Record => self.record,
            Factor::Load => self.load,
            Factor::Balance => self.balance,
        };
        set.unwrap_or(1).clamp(0, 2)
    }

    /// The rules with another strength of a factor.
    pub fn with(mut self, factor: Factor, strength: i64) -> AssignmentRules {
        let set = match factor {
            Factor::Skill => &mut self.skill,
            Factor::Experience => &mut self.experience,
            Factor::Record => &mut self.record,
            Factor::Load => &mut self.load,
            Factor::Balance => &mut self.balance,
        };
        *set = Some(strength);
        self
    }
}
