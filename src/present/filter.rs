//! Which leads are shown: the choice that an address carries.

use super::matching::Found;
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
    /// Only those whose name, customer or next step this text means; see [`super::matching`].
    pub text: String,
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
            && found.has(id)
    }
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
