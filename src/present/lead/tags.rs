//! Tags and links of a lead: added, taken away, suggested.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::domain::arrange;
use crate::domain::lead::Lead;
use crate::domain::link::{Link, NotALink};
use crate::domain::workspace::Workspace;
use crate::present::filter::folded;

/// How many tags are suggested.
const SUGGESTED: usize = 6;

/// The lead with one more tag; the same where it has it, whatever its letters' case and width.
pub fn with_tag(lead: &Lead, tag: &str) -> Lead {
    let mut lead = lead.clone();
    let tag = tag.trim();
    if !tag.is_empty() && !lead.tags.iter().any(|it| folded(it) == folded(tag)) {
        lead.tags.push(tag.to_owned());
    }
    lead
}

/// The lead without a tag.
pub fn without_tag(lead: &Lead, tag: &str) -> Lead {
    let mut lead = lead.clone();
    lead.tags.retain(|it| it != tag);
    lead
}

/// Tags of other leads that hold what is being typed and are not on this one, the most frequent
/// first.
pub fn suggested_tags(workspace: &Workspace, own: &[String], typed: &str) -> Vec<String> {
    let wanted = folded(typed.trim());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for tag in workspace.leads.values().flat_map(|it| &it.tags) {
        *counts.entry(tag.as_str()).or_default() += 1;
    }
    let fits = |tag: &str| folded(tag).contains(&wanted) && !own.iter().any(|it| it == tag);
    let mut tags: Vec<(&str, usize)> = counts.into_iter().filter(|(tag, _)| fits(tag)).collect();
    arrange::by_key(&mut tags, |(_, count)| Reverse(*count));
    tags.into_iter().take(SUGGESTED).map(|(tag, _)| tag.to_owned()).collect()
}

/// The lead with one more link.
///
/// # Errors
/// [`NotALink`] where the address leads to anything but a page or a mailbox.
pub fn with_link(lead: &Lead, title: &str, url: &str) -> Result<Lead, NotALink> {
    let mut lead = lead.clone();
    lead.links.push(Link::new(title, url)?);
    Ok(lead)
}

/// The lead without a link.
pub fn without_link(lead: &Lead, link: &Link) -> Lead {
    let mut lead = lead.clone();
    lead.links.retain(|it| it != link);
    lead
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::LeadId;
    use crate::present::for_tests::put;

    fn tagged(tags: &[&str]) -> Lead {
        tags.iter().fold(Lead::default(), |lead, tag| with_tag(&lead, tag))
    }

    #[test]
    fn a_tag_is_there_once() {
        assert_eq!(tagged(&["VIP", " vip ", "ＶＩＰ", "", "New"]).tags, ["VIP", "New"]);
        assert_eq!(without_tag(&tagged(&["VIP", "New"]), "VIP").tags, ["New"]);
    }

    #[test]
    fn frequent_tags_are_suggested_first() {
        let mut workspace = Workspace::default();
        for (id, tags) in [["a", "vip"], ["b", "vip"], ["ab", "new"]].iter().enumerate() {
            put(&mut workspace, LeadId::drawn(id as u64), &tagged(tags));
        }
        let suggested = |typed: &str| suggested_tags(&workspace, &["new".to_owned()], typed);
        assert_eq!(suggested(""), ["vip", "a", "ab", "b"]);
        assert_eq!(suggested("A"), ["a", "ab"]);
    }

    #[test]
    fn a_link_comes_and_goes() {
        let lead = with_link(&Lead::default(), "Plan", "example.com").expect("a link");
        assert_eq!(without_link(&lead, &lead.links[0]), Lead::default());
        assert_eq!(with_link(&lead, "", "javascript:alert(1)"), Err(NotALink));
    }
}
