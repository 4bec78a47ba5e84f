//! What a board can be narrowed to, and what it is narrowed to now.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::arrange;
use crate::domain::id::{PersonId, PipelineId, ProductId, TeamId};
use crate::domain::pipeline::ordered_pipelines;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::filter::{Closes, LeadFilter, folded};
use crate::present::format;
use crate::present::name_order::NameOrder;

/// What can be chosen, each with its name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Pipelines in their order.
    pub pipelines: Vec<(PipelineId, String)>,
    /// People by name.
    pub people: Vec<(PersonId, String)>,
    /// Teams by name.
    pub teams: Vec<(TeamId, String)>,
    /// Products by name.
    pub products: Vec<(ProductId, String)>,
}

/// One thing that a board is narrowed to.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterChip {
    /// What it is, as shown.
    pub name: String,
    /// The filter without it.
    pub without: LeadFilter,
}

/// Everything that can be chosen.
pub fn options(workspace: &Workspace) -> Options {
    let pipelines = ordered_pipelines(workspace);
    Options {
        pipelines: pipelines.into_iter().map(|(id, it)| (id, it.name.clone())).collect(),
        people: by_name(workspace.people.iter().map(|(id, it)| (id, &it.name))),
        teams: by_name(workspace.teams.iter().map(|(id, it)| (id, &it.name))),
        products: by_name(workspace.products.iter().map(|(id, it)| (id, &it.name))),
    }
}

fn by_name<'a, Id: Copy>(records: impl Iterator<Item = (Id, &'a String)>) -> Vec<(Id, String)> {
    let mut named: Vec<(Id, String)> = records.map(|(id, name)| (id, name.clone())).collect();
    arrange::by_cached_key(&mut named, |it| NameOrder::of(&it.1));
    named
}

/// The sources of leads by name; each once, whatever stands around it.
pub fn sources(workspace: &Workspace) -> Vec<String> {
    let sources = workspace.leads.values().map(|it| it.source.trim());
    let sources: BTreeSet<&str> = sources.filter(|it| !it.is_empty()).collect();
    sources.into_iter().map(str::to_owned).collect()
}

/// The tags of leads by name; each once, whatever its letters' case and width.
pub fn tags(workspace: &Workspace) -> Vec<String> {
    let tags = workspace.leads.values().flat_map(|it| &it.tags);
    let tags: BTreeSet<&str> = tags.map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
    let mut once: BTreeMap<String, &str> = BTreeMap::new();
    for tag in tags {
        once.entry(folded(tag)).or_insert(tag);
    }
    once.into_values().map(str::to_owned).collect()
}

/// What the filter narrows the board to, in the order of its parts. Text is shown as it was typed.
pub fn chips(workspace: &Workspace, lang: Lang, filter: &LeadFilter) -> Vec<FilterChip> {
    let all = || filter.clone();
    let gone = || lang.leads_deleted().to_owned();
    let chip = |name: String, without: LeadFilter| FilterChip { name, without };
    let owner = filter.owner.map(|id| {
        let name = workspace.people.get(id).map_or_else(gone, |it| it.name.clone());
        chip(name, LeadFilter { owner: None, ..all() })
    });
    let team = filter.team.map(|id| {
        let name = workspace.teams.get(id).map_or_else(gone, |it| it.name.clone());
        chip(name, LeadFilter { team: None, ..all() })
    });
    let product = filter.product.map(|id| {
        let name = workspace.products.get(id).map_or_else(gone, |it| it.name.clone());
        chip(name, LeadFilter { product: None, ..all() })
    });
    let source = filter.source.as_ref().map(|source| {
        let name = if source.is_empty() { lang.leads_no_source() } else { source };
        chip(name.to_owned(), LeadFilter { source: None, ..all() })
    });
    let tags = filter.tags.iter().map(|tag| {
        let name = if tag.is_empty() { lang.leads_no_tag() } else { tag };
        let others = filter.tags.iter().filter(|it| *it != tag).cloned().collect();
        chip(name.to_owned(), LeadFilter { tags: others, ..all() })
    });
    let priority = filter.priority.map(|it| {
        chip(lang.leads_of_priority(lang.priority(it)), LeadFilter { priority: None, ..all() })
    });
    let outcome = filter.outcome.map(|it| {
        chip(lang.leads_outcome_of(it).to_owned(), LeadFilter { outcome: None, ..all() })
    });
    let closes =
        filter.closes.map(|it| chip(closes_words(lang, it), LeadFilter { closes: None, ..all() }));
    let text = (!filter.text.trim().is_empty())
        .then(|| chip(filter.text.trim().to_owned(), LeadFilter { text: String::new(), ..all() }));
    let before = [owner, team, product, source].into_iter().flatten();
    before.chain(tags).chain([priority, outcome, closes, text].into_iter().flatten()).collect()
}

fn closes_words(lang: Lang, closes: Closes) -> String {
    let day = |it| format::day(lang, it);
    match closes.days() {
        (None, None) => lang.leads_closes_undated().to_owned(),
        (Some(first), None) => lang.leads_closes_from(&day(first)),
        (None, Some(last)) => lang.leads_closes_to(&day(last)),
        (Some(first), Some(last)) => lang.leads_closes_within(&day(first), &day(last)),
    }
}

/// What a filter asks for that has been deleted, so that it shows nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    /// What is wrong.
    pub words: String,
    /// The filter without it.
    pub without: LeadFilter,
}

/// What the filter asks for that has been deleted; nothing where all of it is there.
pub fn gone(workspace: &Workspace, lang: Lang, filter: &LeadFilter) -> Option<Gone> {
    let owner = filter.owner.filter(|it| !workspace.people.has(*it));
    let team = filter.team.filter(|it| !workspace.teams.has(*it));
    let product = filter.product.filter(|it| !workspace.products.has(*it));
    let words = [
        owner.map(|_| lang.leads_person()),
        team.map(|_| lang.leads_team()),
        product.map(|_| lang.lead_product()),
    ];
    let words: Vec<&str> = words.into_iter().flatten().collect();
    let without = LeadFilter {
        owner: filter.owner.filter(|_| owner.is_none()),
        team: filter.team.filter(|_| team.is_none()),
        product: filter.product.filter(|_| product.is_none()),
        ..filter.clone()
    };
    (!words.is_empty())
        .then(|| Gone { words: lang.leads_gone(&words.join(lang.list_comma())), without })
}
