//! Why a rule keeps somebody from a lead, or from all leads, in words.

use super::format;
use crate::domain::assignment::fit::Barrier;
use crate::domain::calendar::Day;
use crate::i18n::Lang;

/// The sentence for a barrier.
pub fn barred(lang: Lang, barrier: Barrier, today: Day) -> String {
    match barrier {
        Barrier::HandsOver => lang.assign_hands_over().to_owned(),
        Barrier::NotInTeam => lang.assign_not_in_team().to_owned(),
        Barrier::Leaves(day) => lang.assign_leaves(&format::day_near(lang, day, today)),
        Barrier::Away(until) => lang.assign_away(&format::day_near(lang, until, today)),
        Barrier::Skill => lang.assign_no_skill().to_owned(),
        Barrier::Language => lang.assign_no_language().to_owned(),
        Barrier::Territory => lang.assign_no_territory().to_owned(),
    }
}
