//! The address of a board: which pipeline, which leads, and how they are shown.
//!
//! It is written as the query of an address and is what a saved view keeps. What this version does
//! not know is left out; what is not said is as usual.

use super::board::LaneKind;
use super::filter::{LeadFilter, with_tag_chosen};
use super::lead::LeadField;
use super::lead_table::{Direction, LeadOrder};
use crate::domain::id::{PipelineId, ViewId};
use crate::domain::workspace::Workspace;

/// Which board, and what of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardAddress {
    /// The saved view it came from.
    pub saved: Option<ViewId>,
    /// The pipeline; none means the first.
    pub pipeline: Option<PipelineId>,
    /// Which leads.
    pub filter: LeadFilter,
    /// As what they are shown.
    pub look: Look,
    /// By what the board is cut into lanes; none means not at all.
    pub lanes: Option<LaneKind>,
    /// The columns of the table beside the first, which is the customer; none means the usual ones.
    pub columns: Vec<LeadField>,
    /// By what the table is sorted; none means as on the board.
    pub order: Option<LeadOrder>,
}

/// As what leads are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Cards in columns.
    #[default]
    Board,
    /// Rows.
    Table,
}

impl BoardAddress {
    /// The address of a saved view.
    pub fn of_view(view: ViewId) -> BoardAddress {
        BoardAddress { saved: Some(view), ..BoardAddress::default() }
    }

    /// The address without the view it came from.
    pub fn unsaved(&self) -> BoardAddress {
        BoardAddress { saved: None, ..self.clone() }
    }

    /// What is to be shown: what the saved view keeps, where nothing but the view is named.
    pub fn resolved(&self, workspace: &Workspace) -> BoardAddress {
        match workspace.views.find(self.saved) {
            Some(view) if self.unsaved() == BoardAddress::default() => {
                BoardAddress { saved: self.saved, ..BoardAddress::parse(&view.query) }
            }
            _ => self.clone(),
        }
    }

    /// The address of a query, with or without its question mark.
    pub fn parse(query: &str) -> BoardAddress {
        let mut board = BoardAddress::default();
        let parts = query.trim_start_matches('?').split('&');
        for (name, value) in parts.filter_map(|it| it.split_once('=')) {
            match name {
                "saved" => board.saved = value.parse().ok(),
                "pipeline" => board.pipeline = value.parse().ok(),
                "view" if value == "table" => board.look = Look::Table,
                "lanes" => board.lanes = LaneKind::named(value),
                "columns" => board.columns = fields(value),
                "sort" => board.order = order(value),
                _ => take(&mut board.filter, name, value),
            }
        }
        board
    }

    /// The query, without a question mark; empty for the plain board.
    pub fn query(&self) -> String {
        let LeadFilter { owner, team, product, source, tags, priority, outcome, closes, text } =
            &self.filter;
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.saved.map(|it| format!("saved={it}")));
        parts.extend(self.pipeline.map(|it| format!("pipeline={it}")));
        parts.extend(owner.map(|it| format!("owner={it}")));
        parts.extend(team.map(|it| format!("team={it}")));
        parts.extend(product.map(|it| format!("product={it}")));
        parts.extend(source.as_ref().map(|it| format!("source={}", encoded(it))));
        parts.extend(tags.iter().map(|it| format!("tag={}", encoded(it))));
        parts.extend(priority.map(|it| format!("priority={it}")));
        parts.extend(outcome.map(|it| format!("outcome={it}")));
        parts.extend(closes.map(|it| format!("closes={it}")));
        if !text.is_empty() {
            parts.push(format!("text={}", encoded(text)));
        }
        if self.look == Look::Table {
            parts.push("view=table".to_owned());
        }
        parts.extend(self.lanes.map(|it| format!("lanes={}", it.as_str())));
        if !self.columns.is_empty() {
            let names: Vec<&str> = self.columns.iter().map(|it| it.journal_name()).collect();
            parts.push(format!("columns={}", names.join(",")));
        }
        parts.extend(self.order.map(|it| {
            let sign = if it.direction == Direction::Down { "-" } else { "" };
            format!("sort={sign}{}", it.field.journal_name())
        }));
        parts.join("&")
    }
}

fn take(filter: &mut LeadFilter, name: &str, value: &str) {
    match name {
        "owner" => filter.owner = value.parse().ok(),
        "team" => filter.team = value.parse().ok(),
        "product" => filter.product = value.parse().ok(),
        "source" => filter.source = Some(decoded(value).trim().to_owned()),
        "tag" => filter.tags = with_tag_chosen(&filter.tags, decoded(value).trim()),
        "priority" => filter.priority = value.parse().ok(),
        "outcome" => filter.outcome = value.parse().ok(),
        "closes" => filter.closes = value.parse().ok(),
        "text" => filter.text = decoded(value),
        _ => {}
    }
}

/// The fields that a list names, each once; the customer is always there and never listed.
fn fields(names: &str) -> Vec<LeadField> {
    let mut fields = Vec::new();
    for field in names.split(',').filter_map(LeadField::of_journal) {
        if field != LeadField::Customer && !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields
}

fn order(text: &str) -> Option<LeadOrder> {
    let (direction, name) = match text.strip_prefix('-') {
        Some(name) => (Direction::Down, name),
        None => (Direction::Up, text),
    };
    LeadField::of_journal(name).map(|field| LeadOrder { field, direction })
}

fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                encoded.push(byte.into());
            }
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = tail.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        match escape.and_then(|it| u8::from_str_radix(it, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{PersonId, ProductId, TeamId};
    use crate::domain::lead::Priority;
    use crate::domain::pipeline::Outcome;
    use crate::domain::view::SavedView;
    use crate::present::for_tests::put;

    #[track_caller]
    fn check(query: &str, board: BoardAddress) {
        assert_eq!(BoardAddress::parse(query), board, "{query}");
        assert_eq!(board.query(), query);
    }

    fn filtered(filter: LeadFilter) -> BoardAddress {
        BoardAddress { filter, ..BoardAddress::default() }
    }

    #[test]
    fn every_part_of_an_address_is_read_back() {
        let all = LeadFilter::default;
        check("", BoardAddress::default());
        check("saved=0000000000009", BoardAddress::of_view(ViewId::drawn(9)));
        check(
            "pipeline=0000000000001",
            BoardAddress { pipeline: Some(PipelineId::drawn(1)), ..BoardAddress::default() },
        );
        check(
            "owner=0000000000002&team=0000000000003&product=0000000000004",
            filtered(LeadFilter {
                owner: Some(PersonId::drawn(2)),
                team: Some(TeamId::drawn(3)),
                product: Some(ProductId::drawn(4)),
                ..all()
            }),
        );
        let source = |it: &str| filtered(LeadFilter { source: Some(it.to_owned()), ..all() });
        check("source=", source(""));
        check("source=Fair%20%26%20%E5%B1%95%E4%BC%9A", source("Fair & 展会"));
        let tags = |it: &[&str]| {
            let tags = it.iter().map(|it| (*it).to_owned()).collect();
            filtered(LeadFilter { tags, ..all() })
        };
        check("tag=", tags(&[""]));
        check("tag=VIP&tag=%E5%B1%95%E4%BC%9A%20%26", tags(&["VIP", "展会 &"]));
        check("priority=high", filtered(LeadFilter { priority: Some(Priority::High), ..all() }));
        check("outcome=lost", filtered(LeadFilter { outcome: Some(Outcome::Lost), ..all() }));
        for days in ["none", "..2026-12-31", "2026-10-01..", "2026-10-01..2026-12-31"] {
            let closes = days.parse().ok();
            assert!(closes.is_some(), "{days}");
            check(&format!("closes={days}"), filtered(LeadFilter { closes, ..all() }));
        }
        check("text=50%25", filtered(LeadFilter { text: "50%".to_owned(), ..all() }));
    }

    #[test]
    fn the_look_of_leads_is_read_back() {
        let lanes = Some(LaneKind::Source);
        check("lanes=source", BoardAddress { lanes, ..BoardAddress::default() });
        let table = BoardAddress { look: Look::Table, ..BoardAddress::default() };
        check("view=table", table.clone());
        let columns = vec![LeadField::Owner, LeadField::Odds];
        let order = LeadOrder { field: LeadField::Amount, direction: Direction::Down };
        check(
            "view=table&columns=owner,probability&sort=-amount",
            BoardAddress { columns, order: Some(order), ..table },
        );
    }

    #[track_caller]
    fn check_read_as(query: &str, expect: &str) {
        assert_eq!(BoardAddress::parse(query).query(), expect, "{query}");
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        check_read_as("?lanes=moon&sort=-moon&view=globe&priority=huge&outcome=maybe", "");
        check_read_as("columns=owner,moon,owner,customer", "columns=owner");
        check_read_as("owner=nobody&sort=amount&=&x", "sort=amount");
        check_read_as("source=%20Fair%20", "source=Fair");
        for nonsense in ["", "..", "soon", "2026-02-30..", "..moon"] {
            check_read_as(&format!("closes={nonsense}"), "");
        }
    }

    #[test]
    fn a_saved_view_shows_what_it_keeps_until_something_else_is_asked() {
        let mut workspace = Workspace::default();
        let query = "priority=high&view=table".to_owned();
        put(&mut workspace, ViewId::drawn(1), &SavedView { query, ..SavedView::default() });
        let resolved = |query| BoardAddress::parse(query).resolved(&workspace).query();
        let saved = "saved=0000000000001";
        assert_eq!(resolved(saved), format!("{saved}&priority=high&view=table"));
        assert_eq!(resolved("saved=0000000000001&lanes=owner"), "saved=0000000000001&lanes=owner");
        assert_eq!(resolved("saved=0000000000002"), "saved=0000000000002");
    }
}
