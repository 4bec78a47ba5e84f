//! Which leads are shown: the choice that an address carries.

use std::fmt;
use std::str::FromStr;

use super::matching::Found;
use crate::domain::calendar::Day;
use crate::domain::codes::NotACode;
use crate::domain::id::{LeadId, PersonId, ProductId, TeamId};
use crate::domain::lead::{Lead, Priority};
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;

/// A choice of leads; what is `None` or empty does not narrow it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeadFilter {
    /// Only those of this person.
    pub owner: Option<PersonId>,
    /// Only those of people of this team.
    pub team: Option<TeamId>,
    /// Only those for this product.
    pub product: Option<ProductId>,
    /// Only those of this source; an empty one means those without any.
    pub source: Option<String>,
    /// Only those with all of these tags; an empty one means those without any.
    pub tags: Vec<String>,
    /// Only those of this priority.
    pub priority: Option<Priority>,
    /// Only those that are open, won or lost.
    pub outcome: Option<Outcome>,
    /// Only those that are expected to close, or did, on these days, or on no day.
    pub closes: Option<Closes>,
    /// Only those whose name, customer or next step this text means; see [`super::matching`].
    pub text: String,
}

/// When leads close: the day on which they did, or on which they are expected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closes {
    /// Nobody has said when.
    Undated,
    /// From a day, or from ever, to a day, or to whenever; both days count.
    Within(Option<Day>, Option<Day>),
}

impl Closes {
    /// From a day to a day; nothing where neither is given, for that narrows nothing.
    pub fn within(first: Option<Day>, last: Option<Day>) -> Option<Closes> {
        (first.is_some() || last.is_some()).then_some(Closes::Within(first, last))
    }

    /// The first and the last day; neither where leads have none.
    pub fn days(self) -> (Option<Day>, Option<Day>) {
        match self {
            Closes::Undated => (None, None),
            Closes::Within(first, last) => (first, last),
        }
    }

    fn holds(self, day: Option<Day>) -> bool {
        match self {
            Closes::Undated => day.is_none(),
            Closes::Within(first, last) => day.is_some_and(|day| {
                first.is_none_or(|it| it <= day) && last.is_none_or(|it| day <= it)
            }),
        }
    }
}

/// As an address has it: "none", "2026-10-01..2026-12-31", and either day may be left out.
impl fmt::Display for Closes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Closes::Within(first, last) = self else { return f.write_str("none") };
        first.iter().try_for_each(|it| write!(f, "{it}"))?;
        f.write_str("..")?;
        last.iter().try_for_each(|it| write!(f, "{it}"))
    }
}

impl FromStr for Closes {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Closes, NotACode> {
        if text == "none" {
            return Ok(Closes::Undated);
        }
        let (first, last) = text.split_once("..").ok_or(NotACode)?;
        let day = |text: &str| match text {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| NotACode),
        };
        Closes::within(day(first)?, day(last)?).ok_or(NotACode)
    }
}

impl LeadFilter {
    /// Whether it shows every lead.
    pub fn is_open(&self) -> bool {
        *self == LeadFilter::default()
    }

    /// Whether it shows a lead; `found` are the leads that its text means.
    pub fn shows(&self, workspace: &Workspace, found: &Found, id: LeadId, lead: &Lead) -> bool {
        let team = || workspace.people.find(lead.owner).and_then(|it| it.team);
        self.owner.is_none_or(|it| lead.owner == Some(it))
            && self.product.is_none_or(|it| lead.sells(it))
            && self.team.is_none_or(|it| team() == Some(it))
            && self.source.as_ref().is_none_or(|it| lead.source.trim() == it)
            && self.priority.is_none_or(|it| lead.priority == it)
            && self.tags.iter().all(|it| has_tag(lead, it))
            && self.outcome.is_none_or(|it| lead.outcome(workspace) == it)
            && self.closes.is_none_or(|it| it.holds(lead.closes))
            && found.has(id)
    }
}

/// Where a filter asks for days of the close: the same of leads that have no day.
pub fn undated(filter: &LeadFilter) -> Option<LeadFilter> {
    let Some(Closes::Within(..)) = filter.closes else { return None };
    Some(LeadFilter { closes: Some(Closes::Undated), ..filter.clone() })
}

/// Whether a lead has a tag, whatever its letters' case and width; an empty tag stands for none.
fn has_tag(lead: &Lead, tag: &str) -> bool {
    match tag {
        "" => lead.tags.is_empty(),
        tag => lead.tags.iter().any(|it| it == tag || folded(it) == folded(tag)),
    }
}

/// The tags a filter asks for once one more is chosen: no tag excludes all others.
pub fn with_tag_chosen(tags: &[String], chosen: &str) -> Vec<String> {
    let mut tags = tags.to_vec();
    tags.retain(|it| it != chosen && !it.is_empty() && !chosen.is_empty());
    tags.push(chosen.to_owned());
    tags
}

/// A text as it is compared: small letters, full-width forms as half-width ones.
pub fn folded(text: &str) -> String {
    text.chars().map(narrow).flat_map(char::to_lowercase).collect()
}

/// Whether a text is compared as another that is in that form already; most differ in their first
/// letter, so that nothing is written anew to find out.
pub fn is_folded_to(text: &str, folded: &str) -> bool {
    text.chars().map(narrow).flat_map(char::to_lowercase).eq(folded.chars())
}

/// A full-width form as a half-width one.
pub fn narrow(sign: char) -> char {
    match sign {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(sign as u32 - 0xfee0).unwrap_or(sign),
        sign => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(tags: &[&str]) -> Vec<String> {
        tags.iter().map(|it| (*it).to_owned()).collect()
    }

    #[track_caller]
    fn check(asked: &[&str], tags: &[&str], expect: bool) {
        let filter = LeadFilter { tags: texts(asked), ..LeadFilter::default() };
        let lead = Lead { tags: texts(tags), ..Lead::default() };
        let shown = filter.shows(&Workspace::default(), &Found::All, LeadId::drawn(1), &lead);
        assert_eq!(shown, expect, "{asked:?} {tags:?}");
    }

    #[test]
    fn a_lead_must_have_every_tag_that_is_asked_for() {
        check(&["VIP"], &["new", "ｖｉｐ"], true);
        check(&["VIP", "new"], &["vip"], false);
        check(&["VIP", "new"], &["new", "vip"], true);
        check(&[""], &[], true);
        check(&[""], &["vip"], false);
        check(&[], &["vip"], true);
    }

    #[track_caller]
    fn check_closes(asked: &str, closes: &str, expect: bool) {
        let filter = LeadFilter { closes: asked.parse().ok(), ..LeadFilter::default() };
        let lead = Lead { closes: closes.parse().ok(), ..Lead::default() };
        let shown = filter.shows(&Workspace::default(), &Found::All, LeadId::drawn(1), &lead);
        assert_eq!(shown, expect, "{asked} {closes}");
    }

    #[test]
    fn both_days_of_the_close_count_and_no_day_is_none_of_them() {
        let quarter = "2026-10-01..2026-12-31";
        check_closes(quarter, "2026-09-30", false);
        check_closes(quarter, "2026-10-01", true);
        check_closes(quarter, "2026-12-31", true);
        check_closes(quarter, "2027-01-01", false);
        check_closes(quarter, "", false);
        check_closes("..2026-12-31", "1999-01-01", true);
        check_closes("2026-10-01..", "2099-01-01", true);
        check_closes("none", "", true);
        check_closes("none", "2026-10-01", false);
        let of = |closes: &str| {
            let closes = closes.parse().ok();
            undated(&LeadFilter { closes, ..LeadFilter::default() }).and_then(|it| it.closes)
        };
        assert_eq!([of(quarter), of("none"), of("")], [Some(Closes::Undated), None, None]);
    }

    #[test]
    fn a_text_is_compared_as_it_is_folded() {
        for text in ["ＡＢＣ　Ltd", "Straße", "İstanbul", "江岸食品", ""] {
            assert!(is_folded_to(text, &folded(text)), "{text}");
            assert!(!is_folded_to(text, "abc"), "{text}");
        }
    }

    #[test]
    fn no_tag_and_a_tag_exclude_each_other() {
        assert_eq!(with_tag_chosen(&texts(&["a", "b"]), "a"), ["b", "a"]);
        assert_eq!(with_tag_chosen(&texts(&["a", "b"]), ""), [""]);
        assert_eq!(with_tag_chosen(&texts(&[""]), "a"), ["a"]);
    }
}
