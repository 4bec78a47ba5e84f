//! What a board can be narrowed to, and what it is narrowed to now.

use crate::domain::arrange;
use crate::domain::id::{PersonId, PipelineId, ProductId, TeamId};
use crate::domain::pipeline::ordered_pipelines;
use crate::domain::workspace::Workspace;
use crate::present::filter::LeadFilter;
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

/// What the filter narrows the board to, in the order of its parts. Text is shown as it was typed.
pub fn chips(workspace: &Workspace, filter: &LeadFilter) -> Vec<FilterChip> {
    let owner = filter.owner.map(|id| {
        let name = workspace.people.get(id).map(|it| it.name.clone());
        (name, LeadFilter { owner: None, ..filter.clone() })
    });
    let team = filter.team.map(|id| {
        let name = workspace.teams.get(id).map(|it| it.name.clone());
        (name, LeadFilter { team: None, ..filter.clone() })
    });
    let product = filter.product.map(|id| {
        let name = workspace.products.get(id).map(|it| it.name.clone());
        (name, LeadFilter { product: None, ..filter.clone() })
    });
    let text = (!filter.text.trim().is_empty()).then(|| {
        let name = Some(filter.text.trim().to_owned());
        (name, LeadFilter { text: String::new(), ..filter.clone() })
    });
    let parts = [owner, team, product, text].into_iter().flatten();
    parts.map(|(name, without)| FilterChip { name: name.unwrap_or_else(gone), without }).collect()
}

/// Stands for what has been deleted since the address was made.
fn gone() -> String {
    "?".to_owned()
}
